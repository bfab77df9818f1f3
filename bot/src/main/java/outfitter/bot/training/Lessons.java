package outfitter.bot.training;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32;
import outfitter.bot.understanding.Utterance;
import outfitter.models.language.Lesson;

/**
 * What people corrected, parted: most is taught, and a fixed fifth is kept back to judge by, always the same by its text,
 * so that no model is ever judged by what it or one before it was taught. Pure.
 */
record Lessons(List<Utterance> taught, List<Utterance> keptBack) {
    private static final int PARTS = 5;

    Lessons {
        taught = List.copyOf(taught);
        keptBack = List.copyOf(keptBack);
    }

    /** Those of {@code all} that mean one of {@code intents}. */
    static Lessons of(List<Lesson> all, Set<String> intents) {
        List<Lesson> usable =
                all.stream().filter(lesson -> intents.contains(lesson.intent())).toList();
        return new Lessons(part(usable, false), part(usable, true));
    }

    /** Whether a correction of this text is kept back. */
    static boolean isKeptBack(String text) {
        CRC32 digest = new CRC32();
        digest.update(text.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        return digest.getValue() % PARTS == 0;
    }

    private static List<Utterance> part(List<Lesson> all, boolean keptBack) {
        return all.stream()
                .filter(lesson -> isKeptBack(lesson.text()) == keptBack)
                .map(lesson -> new Utterance(lesson.text(), lesson.intent()))
                .toList();
    }
}
