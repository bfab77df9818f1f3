package outfitter.models.shop;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Order numbers as people type them: 'of 104233', 'OF-1O4233' with a letter O, '#104233'. How the shop prints its own is
 * data, {@link #printed}; six digits or more of it stand for themselves. Of another length (an old shop's five, a big one's
 * seven) they need the letters before them, or, as other shops print them, a hash or the word: '#1001', 'order number
 * 1001'. Immutable, and shared between threads.
 */
public final class OrderNumbers {
    private static final String BEFORE = "(?<![\\p{L}\\p{N}])(?:";
    private static final String AFTER = ")(?![\\p{L}\\p{N}])";
    private static final Pattern BY_HASH_OR_WORD = Pattern.compile(
            "(?i)" + BEFORE + "#\\s?(\\d{4,9})|(?<=\\border (?:(?:number|no\\.?|nr\\.?) ?)?)(\\d{4,9})" + AFTER);
    private static final Pattern PLAIN = Pattern.compile("([\\p{L}]*)([^\\p{L}\\p{N}#@]*)(#+)");
    private static final String BETWEEN = "[\\s#:.-]{0,3}";
    private static final int LEAST_DIGITS = 3;
    private static final int BARE = 6;

    /** As this house prints them; stands below what it is made with. */
    public static final OrderNumbers STANDARD = printed(List.of("OF-######"));

    private final List<Form> forms;

    /** One way to print a number: what is typed for it, and how that is written out. */
    private record Form(Pattern typed, String prefix, String shape) {}

    /**
     * A number that was typed.
     *
     * @param number 'OF-104233' as the shop prints it, '#1001' for another shop's
     */
    public record Typed(String number, int start, int end) {}

    private OrderNumbers(List<Form> forms) {
        this.forms = List.copyOf(forms);
    }

    /**
     * Order numbers of these forms: # stands for a digit, @ for a letter, anything else for itself; 'OF-######',
     * '@@-####-##'. Throws when a form has fewer than three digits.
     */
    public static OrderNumbers printed(List<String> forms) {
        return new OrderNumbers(forms.stream().map(OrderNumbers::form).toList());
    }

    private static Form form(String printed) {
        if (printed.chars().filter(each -> each == '#').count() < LEAST_DIGITS) {
            throw new IllegalArgumentException("an order number needs three digits or more: " + printed);
        }
        Matcher plain = PLAIN.matcher(printed);
        if (plain.matches())
            return plain(plain.group(1), plain.group(2), plain.group(3).length());
        StringBuilder typed = new StringBuilder("(?i)" + BEFORE + "(");
        printed.chars().forEach(each -> typed.append(typedFor((char) each)));
        return new Form(Pattern.compile(typed + ")" + AFTER), "", printed);
    }

    private static Form plain(String letters, String between, int digits) {
        StringBuilder before = new StringBuilder();
        letters.chars().forEach(each -> before.append(typedFor((char) each)));
        String lengths = "{" + Math.max(LEAST_DIGITS, digits - 2) + "," + (digits + 3) + "}";
        String withLetters = before + BETWEEN + "([0-9OIL]" + lengths + ")";
        String bare = digits < BARE ? "" : "([0-9OIL]{" + digits + "})";
        String either = letters.isEmpty() ? bare : bare.isEmpty() ? withLetters : withLetters + "|" + bare;
        return new Form(Pattern.compile("(?i)" + BEFORE + either + AFTER), letters + between, "");
    }

    private static String typedFor(char printed) {
        return switch (Character.toUpperCase(printed)) {
            case '#' -> "[0-9OIL]";
            case '@' -> "\\p{L}";
            case 'O', '0' -> "[O0]";
            case 'I', 'L', '1' -> "[IL1]";
            default -> Character.isLetterOrDigit(printed) ? String.valueOf(printed) : BETWEEN;
        };
    }

    /** Every order number in {@code text}, in their order; none overlaps another. */
    public List<Typed> in(String text) {
        List<Typed> found = new ArrayList<>();
        forms.forEach(form -> form.typed()
                .matcher(text)
                .results()
                .forEach(typed -> own(form, typed).ifPresent(each -> add(found, each))));
        BY_HASH_OR_WORD.matcher(text).results().forEach(typed -> add(found, foreign(typed)));
        return found.stream()
                .sorted((one, other) -> Integer.compare(one.start(), other.start()))
                .toList();
    }

    private static void add(List<Typed> found, Typed more) {
        if (found.stream().noneMatch(each -> each.start() < more.end() && more.start() < each.end())) found.add(more);
    }

    private static Typed foreign(MatchResult typed) {
        int group = typed.group(1) == null ? 2 : 1;
        return new Typed("#" + typed.group(group), typed.start(), typed.end());
    }

    private static Optional<Typed> own(Form form, MatchResult typed) {
        int group = typed.groupCount() > 1 && typed.group(1) == null ? 2 : 1;
        String body = typed.group(group);
        boolean enough = body.chars().filter(Character::isDigit).count() >= LEAST_DIGITS;
        if (!enough) return Optional.empty();
        String number = form.shape().isEmpty() ? form.prefix() + digits(body) : shaped(form.shape(), body);
        return Optional.of(new Typed(number, typed.start(), typed.end()));
    }

    /** What was typed, letter by letter, as it is printed. */
    private static String shaped(String shape, String typed) {
        String plain = plain(typed);
        StringBuilder printed = new StringBuilder();
        int at = 0;
        for (int i = 0; i < shape.length(); i++) {
            char each = shape.charAt(i);
            if (each == '#') printed.append(digits(plain.substring(at, ++at)));
            else if (each == '@') printed.append(plain.charAt(at++));
            else {
                printed.append(each);
                if (Character.isLetterOrDigit(each)) at++;
            }
        }
        return printed.toString();
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
