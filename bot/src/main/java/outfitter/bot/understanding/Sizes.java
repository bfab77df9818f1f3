package outfitter.bot.understanding;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes as people write them: "size 43", "in an XL", "a medium", "43?". */
final class Sizes {
    private static final String LETTERS = "x{0,3}s|m|x{0,3}l|xxxl|[2-4]xl";
    private static final String WORDS = "extra small|extra large|x-small|x-large|small|medium|large";
    private static final String NUMBERS = "\\d{1,3}(?:[.,]5)?";
    private static final Pattern ANNOUNCED =
            Pattern.compile("(?i)\\b(?:sizes?|in|in an?|in size|eu|uk|a|an|my size is|take)\\s+(?:eu |uk )?(" + LETTERS
                    + "|" + WORDS + "|" + NUMBERS
                    + ")(?![\\p{L}\\p{N}%]|[.,]\\d| (?:days?|weeks?|hours?|minutes?|pounds?|people|person))");
    private static final Pattern BY_ITSELF = Pattern.compile(
            "(?<![\\p{L}\\p{N}'’-])(X{0,3}S|M|X{0,3}L|[2-4]XL|(?i:xxs|xs|xl|xxl|xxxl))(?![\\p{L}\\p{N}'’])");
    private static final Pattern WORD = Pattern.compile("(?i)\\b(" + WORDS + ")s?\\b");
    private static final Pattern ALONE =
            Pattern.compile("(?i)\\s*(?:eu |uk )?(" + LETTERS + "|" + WORDS + "|" + NUMBERS + ")\\s*[?.!]*\\s*");
    private static final Map<String, String> SPOKEN = Map.of(
            "small",
            "S",
            "medium",
            "M",
            "large",
            "L",
            "extra small",
            "XS",
            "extra large",
            "XL",
            "x-small",
            "XS",
            "x-large",
            "XL");

    private Sizes() {}

    static Optional<String> in(String text) {
        Matcher alone = ALONE.matcher(text);
        if (alone.matches()) return Optional.of(spelled(alone.group(1)));
        for (Pattern pattern : new Pattern[] {ANNOUNCED, BY_ITSELF, WORD}) {
            Matcher found = pattern.matcher(text);
            if (found.find()) return Optional.of(spelled(found.group(1)));
        }
        return Optional.empty();
    }

    private static String spelled(String size) {
        String lower = size.toLowerCase(Locale.ROOT);
        return SPOKEN.getOrDefault(lower, lower.toUpperCase(Locale.ROOT).replace(',', '.'));
    }
}
