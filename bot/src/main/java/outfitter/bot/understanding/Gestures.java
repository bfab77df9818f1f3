package outfitter.bot.understanding;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Emoji that by themselves say what a word says, by {@code language/<language>/gestures.txt}: whoever sends a waving hand
 * and nothing else greets. Immutable.
 */
final class Gestures {
    /** What changes how an emoji looks and not what it says: colours of skin, joiners, kinds of people, variants. */
    private static final Pattern LOOKS = Pattern.compile("[\\x{1F3FB}-\\x{1F3FF}\\u200D\\u2640\\u2642\\uFE0F]");

    private final Map<String, String> words = new HashMap<>();

    private Gestures() {}

    static Gestures of(String language) {
        Gestures gestures = new Gestures();
        for (String line : Utterances.lines("language/" + language + "/gestures.txt")) {
            int colon = line.indexOf(':');
            gestures.words.put(
                    line.substring(0, colon).strip(), line.substring(colon + 1).strip());
        }
        return gestures;
    }

    /** What {@code text} says when it is nothing but one gesture, however often; else {@code text} itself. */
    String read(String text) {
        if (text.codePoints().anyMatch(Character::isLetterOrDigit)) return text;
        int[] signs = LOOKS.matcher(text)
                .replaceAll("")
                .codePoints()
                .filter(sign -> !Character.isWhitespace(sign) && sign != '!')
                .distinct()
                .toArray();
        return signs.length == 1 ? words.getOrDefault(Character.toString(signs[0]), text) : text;
    }
}
