package outfitter.recommender.visit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import outfitter.models.json.Json;
import outfitter.recommender.blend.Blend;
import outfitter.recommender.blend.Judged;
import outfitter.recommender.session.SessionQuestion;
import outfitter.recommender.session.SessionSettings;
import outfitter.recommender.snapshot.ArrayFile;
import outfitter.recommender.snapshot.Parts;
import outfitter.recommender.snapshot.SnapshotRefused;

/** What was learned from visits, in a file. */
final class LessonFile {
    private static final long SIGN = 0x4F55544656534954L; // OUTFVSIT
    private static final ArrayFile FILE = new ArrayFile(SIGN, 1, "lesson of visits");

    private LessonFile() {}

    private record Facts(
            SessionSettings settings,
            Judged learned,
            Judged alone,
            int visits,
            Instant at,
            int features,
            int contexts) {}

    static void write(Path file, VisitLesson lesson) throws IOException {
        Facts facts = new Facts(
                lesson.settings(),
                lesson.learned(),
                lesson.alone(),
                lesson.visits(),
                lesson.at(),
                lesson.blend().features(),
                lesson.blend().contexts());
        FILE.write(file, new Parts().add(Json.write(facts)).add(lesson.blend().weights()));
    }

    /** Empty when there is no file; {@link SnapshotRefused} when it is anything else than what was written. */
    static Optional<VisitLesson> readIfThere(Path file) throws IOException {
        if (!Files.exists(file)) return Optional.empty();
        Parts.Taken taken = FILE.read(file);
        Facts facts = Json.read(taken.text(), Facts.class);
        boolean fits = facts.features() == SessionQuestion.FEATURES && facts.contexts() == SessionQuestion.CONTEXTS;
        if (!fits) throw new SnapshotRefused(file + " was made with other signals");
        Blend blend = new Blend(facts.features(), facts.contexts(), taken.doubles());
        return Optional.of(new VisitLesson(
                facts.settings(), blend, true, facts.learned(), facts.alone(), facts.visits(), facts.at()));
    }
}
