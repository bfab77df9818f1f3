package outfitter.bot.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
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

    /** The first reason in the file's order that {@code text} names, by its code. */
    Optional<Slot> in(String text) {
        String plain = text.replace('’', '\'');
        for (Phrase phrase : phrases) {
            Matcher found = phrase.pattern().matcher(plain);
            if (found.find()) return Optional.of(new Slot(Slots.REASON, phrase.reason(), found.start(), found.end()));
        }
        return Optional.empty();
    }
}
