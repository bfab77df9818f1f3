package outfitter.models.shop;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Order numbers as people type them: 'of 104233', 'OF-1O4233' with a letter O, '#104233'. Six digits stand for themselves;
 * of another length (an old shop's five, a big one's seven) they need the letters before them, or, as other shops print
 * them, a hash or the word: '#1001', 'order number 1001'.
 */
public final class OrderNumbers {
    private static final Pattern TYPED = Pattern.compile(
            "(?i)(?<![\\p{L}\\p{N}])(?:[O0]F[\\s#:.-]*([0-9OIL]{4,9})|[\\s#:.-]*([0-9OIL]{6})|#\\s?(\\d{4,9})"
                    + "|(?<=\\border (?:(?:number|no\\.?|nr\\.?) ?)?)(\\d{4,9}))(?![\\p{L}\\p{N}])");
    private static final int LEAST_DIGITS = 3;

    private OrderNumbers() {}

    /**
     * The first order number in {@code text}: 'OF-104233' as we print it, '#1001' for another shop's; empty when there is
     * none. {@link Orders#byNumber} finds either by the digits.
     */
    public static Optional<String> find(String text) {
        return TYPED.matcher(text)
                .results()
                .flatMap(typed -> number(typed).stream())
                .findFirst();
    }

    /** {@code text} with every order number replaced by {@code mark}, so that its digits are not read as something else. */
    public static String masked(String text, String mark) {
        return TYPED.matcher(text)
                .replaceAll(typed -> Matcher.quoteReplacement(number(typed).isPresent() ? mark : typed.group()));
    }

    private static Optional<String> number(MatchResult typed) {
        String foreign = typed.group(3) == null ? typed.group(4) : typed.group(3);
        if (foreign != null) return Optional.of("#" + foreign);
        String body = typed.group(1) == null ? typed.group(2) : typed.group(1);
        boolean enough = body.chars().filter(Character::isDigit).count() >= LEAST_DIGITS;
        return enough ? Optional.of("OF-" + digits(body)) : Optional.empty();
    }

    /** {@code number} and, after it, the other ways in which shops print the same digits. */
    static List<String> spellings(String number) {
        String digits = number.replaceFirst("^(?:OF-|#)", "");
        if (!digits.matches("\\d{1,18}")) return List.of(number);
        return Stream.of(number, "OF-" + digits, "#" + digits, digits)
                .distinct()
                .toList();
    }

    /** Letters and digits only, in capitals: two spellings of one postcode become equal. */
    static String plain(String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static String digits(String body) {
        return body.toUpperCase(Locale.ROOT).replace('O', '0').replace('I', '1').replace('L', '1');
    }
}
