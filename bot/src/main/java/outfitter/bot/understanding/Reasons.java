package outfitter.bot.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reasons for sending something back, by the phrases in {@code language/<language>/reasons.txt}. Immutable. */
final class Reasons {
    private final List<Phrase> phrases = new ArrayList<>();

    private record Phrase(Pattern pattern, String reason) {}

    private Reasons(List<String> lines) {
        for (String line : lines) {
            int colon = line.indexOf(':');
            for (String phrase : line.substring(colon + 1).split(",", -1)) {
                Pattern pattern = Pattern.compile("(?i)(?<!\\p{L})" + phrase.strip() + "(?!\\p{L})");
                phrases.add(new Phrase(pattern, line.substring(0, colon).strip()));
            }
        }
    }

    static Reasons of(String language) {
        return new Reasons(Utterances.lines("language/" + language + "/reasons.txt"));
    }

    /** The code of the first reason in the file's order that {@code text} names. */
    Optional<String> in(String text) {
        String plain = text.replace('’', '\'');
        return phrases.stream()
                .filter(phrase -> phrase.pattern().matcher(plain).find())
                .map(Phrase::reason)
                .findFirst();
    }
}
