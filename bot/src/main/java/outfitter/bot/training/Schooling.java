package outfitter.bot.training;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import outfitter.bot.understanding.HeldOut;
import outfitter.bot.understanding.LanguageTraining;
import outfitter.bot.understanding.Means;
import outfitter.bot.understanding.TrainedLanguage;
import outfitter.bot.understanding.Utterance;
import outfitter.models.conversation.EntryBody.Reading;

/**
 * Trains a language with what people corrected and lets the {@link Gate} compare it with the live one. Everything here takes
 * seconds of all processors. Thread-safe.
 */
final class Schooling {
    private final String language;
    private final Set<String> intents;
    private final LanguageTraining school;
    private final TrainedLanguage shipped;

    Schooling(String language, Collection<String> intents, Means means) {
        this.language = language;
        this.intents = Set.copyOf(intents);
        school = LanguageTraining.of(language, intents, means);
        shipped = school.shipped();
    }

    /** A model that was trained, and what the gate says of it. */
    record Candidate(TrainedLanguage language, int lessons, Figures figures, Verdict verdict) {}

    /** Hears which stage a schooling is in and how far, from 0 to 1; on whatever thread. */
    @FunctionalInterface
    interface Progress {
        void reached(String stage, double share);
    }

    /** What can be told apart. */
    Set<String> intents() {
        return intents;
    }

    /** The build's own language. */
    TrainedLanguage shipped() {
        return shipped;
    }

    /** Names the build: only what was trained on it can be read with. */
    String build() {
        return school.fingerprint();
    }

    LanguageTraining school() {
        return school;
    }

    /** Learns {@code lessons} beside all that everybody has, and judges that and {@code live} by what neither has seen. */
    Candidate candidate(TrainedLanguage live, Lessons lessons, Progress progress) {
        List<Utterance> all = new ArrayList<>(school.utterances());
        all.addAll(lessons.taught());
        TrainedLanguage trained = school.train(all, share -> progress.reached("training", share));
        Exam.Comparison judged = exam(lessons.keptBack())
                .compare(reader(live), reader(trained), share -> progress.reached("judging", share));
        progress.reached("deciding", 1);
        Verdict verdict = Gate.judge(judged.live(), judged.candidate(), judged.chances());
        return new Candidate(trained, lessons.taught().size(), judged.candidate(), verdict);
    }

    /** What {@link #shipped} reaches. */
    Figures ofBuild(Progress progress) {
        return exam(List.of()).of(reader(shipped), share -> progress.reached("judging", share));
    }

    private Exam exam(List<Utterance> lessons) {
        return new Exam(HeldOut.of(language, intents), lessons);
    }

    private static Function<String, List<Reading>> reader(TrainedLanguage trained) {
        return text -> trained.read(List.of(text)).get(0);
    }
}
