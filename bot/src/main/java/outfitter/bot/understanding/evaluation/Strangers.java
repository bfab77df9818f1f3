package outfitter.bot.understanding.evaluation;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import outfitter.bot.understanding.evaluation.LabelledFile.Labelled;

/** Labels of a file that no intent was taught by: their texts can only be read wrongly. */
final class Strangers {
    private static final int NAMED = 5;
    /** What others call texts that mean none of the intents. */
    private static final Set<String> LIKE_NONE =
            Set.of("unknown", "none", "oos", "ood", "out_of_scope", "out-of-scope", "nlu_fallback");

    private Strangers() {}

    /** What to say of them; empty when every text of {@code file} is labelled by one of {@code taught} or {@code none}. */
    static Optional<String> in(LabelledFile file, Collection<String> taught, String none) {
        Map<String, Long> strangers = file.rows().stream()
                .map(Labelled::intent)
                .filter(label -> !label.equals(none) && !taught.contains(label))
                .collect(Collectors.groupingBy(label -> label, TreeMap::new, Collectors.counting()));
        if (strangers.isEmpty()) return Optional.empty();
        long texts = strangers.values().stream().mapToLong(Long::longValue).sum();
        String names = strangers.keySet().stream().limit(NAMED).collect(Collectors.joining(", "));
        String more = strangers.size() > NAMED ? " and " + (strangers.size() - NAMED) + " more" : "";
        return Optional.of(
                file.path() + ": " + texts + " texts are of intents that were never taught, and count as wrong: "
                        + names + more + hint(strangers.keySet()));
    }

    private static String hint(Set<String> labels) {
        return labels.stream()
                .filter(label -> LIKE_NONE.contains(label.toLowerCase(Locale.ROOT)))
                .findFirst()
                .map(label -> "; if they mean none of the intents, say --unknown " + label)
                .orElse("");
    }
}
