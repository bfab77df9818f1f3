package outfitter.bot.understanding;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Takes out of a text what tells who wrote it, so that it may be kept to learn from: addresses, telephone, card, order and
 * other numbers, links, and names. In their places stand marks such as {@code _mail_}, which models read as words.
 *
 * <p>Whatever the text, no four digits in a row and no e-mail address are left. Names are found by what stands around them
 * ("my name is …", signatures), and those that are known; a name without either stays. Pure.
 */
public final class Masking {
    private static final int LONGEST = 1_000;
    private static final String NAME = " _name_ ";
    private static final String MANY_DIGITS = " _number_ ";

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Co}\\p{Cn}&&[^\\u200d]]");
    private static final Pattern LINK = Pattern.compile("(?i)\\b(?:https?://|www\\.)\\S+");
    private static final Pattern SPELLED_MAIL = Pattern.compile(
            "(?i)[\\p{L}\\p{N}._%+-]+\\s?(?:@|\\(at\\)|\\[at\\])\\s?[\\p{L}\\p{N}-]+(?:\\s?(?:\\.|\\(dot\\)|\\[dot\\])\\s?[\\p{L}\\p{N}-]+)+");
    private static final Pattern AROUND_AT = Pattern.compile("\\S+@\\S*|@\\S+");
    private static final Pattern CARD =
            Pattern.compile("(?<![\\p{L}\\p{N}])\\p{Nd}{4}(?:[ -]?\\p{Nd}{2,6}){2,4}(?![\\p{L}\\p{N}])");
    private static final Pattern IBAN = Pattern.compile(
            "(?i)(?<![\\p{L}\\p{N}])[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?(?![\\p{L}\\p{N}])");
    private static final Pattern SPACED_DIGITS = Pattern.compile("\\p{Nd}(?:[ .\\-/()]{0,2}\\p{Nd}){5,}");
    private static final Pattern DIGITS = Pattern.compile("[\\p{L}\\p{N}]*\\p{Nd}{4,}[\\p{L}\\p{N}]*");
    private static final Pattern STREET = Pattern.compile(
            "(?i)(?<![\\p{L}\\p{N}])\\d{1,3}[a-z]?,?\\s+(?:\\p{L}[\\p{L}'’]*\\s+){1,3}(?:street|road|rd|avenue|ave|lane|ln|drive|court|gardens|crescent|terrace|close|row|hill)\\b\\.?");

    private static final String WORD = "\\p{L}[\\p{L}'’-]*";
    private static final String CAPITALISED = "\\p{Lu}[\\p{L}'’-]*";
    private static final Pattern TOLD_NAME = Pattern.compile(
            "(?i)(\\b(?:my|the|his|her|our|their)\\s+(?:full\\s+|first\\s+|last\\s+|sur)?name(?:\\s+is|['’]s|:)\\s+|\\bi\\s+am\\s+called\\s+|\\bname:\\s*)"
                    + WORD + "(?-i:\\s+" + CAPITALISED + "){0,3}");
    private static final Pattern IAM = Pattern.compile(
            "(\\b(?:I\\s+am|I['’]?m|i\\s+am|i['’]?m|[Tt]his\\s+is|[Ii]t['’]s|[Ii]t\\s+is|[Hh]ere\\s+is|[Cc]all\\s+me)\\s+)"
                    + "(?!(?:Mrs?|Ms|Miss|Mx|Dr|Prof)\\b)\\p{Lu}\\p{Ll}[\\p{L}'’-]*(?:\\s+" + CAPITALISED + "){0,3}");
    private static final Pattern TITLED = Pattern.compile(
            "\\b((?i:mr|mrs|ms|miss|mx|dr|prof)\\.?\\s+)" + CAPITALISED + "(?:\\s+" + CAPITALISED + "){0,2}");
    private static final Pattern SIGNED = Pattern.compile(
            "((?i:regards|wishes|cheers|thanks|thank\\s+you|sincerely|yours|faithfully|love|thx|best)\\s*[,.!-]*\\s*)"
                    + CAPITALISED + "(?:\\s+" + CAPITALISED + "\\.?){0,2}[\\s.!]*$");
    private static final Pattern LAST_LINE =
            Pattern.compile("(\\n\\s*[-–—~]*\\s*)" + CAPITALISED + "(?:[ \\t]+" + CAPITALISED + "\\.?){0,2}[\\s.!]*$");
    private static final Pattern BLANKS = Pattern.compile("[ \\t\\x0B\\f\\r\\u00a0]+");
    private static final Pattern BLANK_LINES = Pattern.compile(" ?\\n[\\s]*");

    private Masking() {}

    /**
     * {@code text} without what tells who wrote it, at most a thousand characters of it.
     *
     * @param names of people whom it may name
     */
    public static String masked(String text, Collection<String> names) {
        String rest = INVISIBLE
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll("");
        rest = LINK.matcher(rest).replaceAll(" _link_ ");
        rest = SPELLED_MAIL.matcher(rest).replaceAll(" _mail_ ");
        rest = IBAN.matcher(rest).replaceAll(" _card_ ");
        rest = CARD.matcher(rest).replaceAll(" _card_ ");
        rest = Identifiers.in(rest).masked();
        rest = AROUND_AT.matcher(rest).replaceAll(" _mail_ ");
        for (String name : names) rest = without(name, rest);
        for (Pattern introduced : new Pattern[] {TOLD_NAME, TITLED, IAM, SIGNED, LAST_LINE}) {
            rest = introduced.matcher(rest).replaceAll("$1" + NAME);
        }
        rest = STREET.matcher(rest).replaceAll(" _address_ ");
        rest = SPACED_DIGITS.matcher(rest).replaceAll(MANY_DIGITS);
        rest = DIGITS.matcher(rest).replaceAll(MANY_DIGITS);
        rest = BLANK_LINES
                .matcher(BLANKS.matcher(rest).replaceAll(" "))
                .replaceAll("\n")
                .strip();
        return rest.length() <= LONGEST
                ? rest
                : rest.substring(0, rest.offsetByCodePoints(0, rest.codePointCount(0, LONGEST) - 1)) + "…";
    }

    /** Whether a masked text still says anything in words. */
    public static boolean saysSomething(String masked) {
        return masked.replaceAll("_[a-z]+_", "").chars().anyMatch(Character::isLetter);
    }

    // A whole name in any case; its parts only with a capital, for somebody may be called Will.
    private static String without(String name, String text) {
        String rest = text;
        String whole = name.strip();
        if (whole.length() > 2) rest = word(whole, true).matcher(rest).replaceAll(NAME);
        for (String part : whole.split("[\\s,]+", -1)) {
            if (part.length() < 3) continue;
            String capital = part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1);
            rest = word(capital, false).matcher(rest).replaceAll(NAME);
            rest = word(part.toUpperCase(Locale.ROOT), false).matcher(rest).replaceAll(NAME);
        }
        return rest;
    }

    private static Pattern word(String word, boolean anyCase) {
        int flags = anyCase ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0;
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}])", flags);
    }
}
