package outfitter.bot.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import outfitter.models.shop.OrderNumbers;

/**
 * Order numbers, addresses and telephone numbers in a text, and the text with a mark in the place of each, so that their
 * digits and letters are not read as anything else.
 *
 * @param found in no order; none overlaps another
 * @param masked the text with {@code _order_}, {@code _mail_}, {@code _phone_} and {@code _postcode_} in their places
 */
record Identifiers(List<Slot> found, String masked) {
    private static final Pattern EMAIL =
            Pattern.compile("[\\p{L}\\p{N}._%+-]{1,64}@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,8}");
    private static final Pattern PHONE =
            Pattern.compile("(?<![\\p{L}\\p{N}-])(?:\\+|00|\\(?0)[\\d ()/-]{7,20}\\d(?![\\p{L}\\p{N}])");
    /** Of any country, when it is said to be one. */
    private static final Pattern ANNOUNCED = Pattern.compile(
            "(?i)(?<!\\p{L})(?:post ?code|postal code|zip(?: code)?|eircode|plz)(?: (?:is|was)|:)? {1,2}"
                    + "((?=[\\p{L} -]{0,4}\\d)[\\p{L}\\p{N}]{2,5}(?:[ -][\\p{L}\\p{N}]{2,4})?)(?![\\p{L}\\p{N}])");
    /** British, Irish, Canadian and Dutch ones, which nothing else looks like. */
    private static final Pattern POSTCODE = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?:(?i:[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2})|(?i:[AC-FHKNPRTV-Y]\\d[\\dW]"
                    + " ?[\\dAC-FHKNPRTV-Y]{4})|[A-Z]\\d[A-Z] ?\\d[A-Z]\\d|[1-9]\\d{3} [A-Z]{2})(?![\\p{L}\\p{N}])");

    static Identifiers in(String text) {
        return in(text, OrderNumbers.STANDARD);
    }

    /** Those in {@code text}, for a shop that prints its order numbers so. */
    static Identifiers in(String text, OrderNumbers numbers) {
        List<Slot> found = new ArrayList<>();
        take(text, EMAIL, 0, Slots.EMAIL, email -> email.toLowerCase(Locale.ROOT), found);
        take(text, PHONE, 0, Slots.PHONE, phone -> phone.replaceAll("[^+\\d]", ""), found);
        take(text, ANNOUNCED, 1, Slots.POSTCODE, Identifiers::postcode, found);
        numbers.in(Veil.over(text, found))
                .forEach(typed -> found.add(new Slot(Slots.ORDER, typed.number(), typed.start(), typed.end())));
        take(text, POSTCODE, 0, Slots.POSTCODE, Identifiers::postcode, found);
        return new Identifiers(List.copyOf(found), Veil.marked(text, found));
    }

    private static String postcode(String typed) {
        return typed.toUpperCase(Locale.ROOT);
    }

    private static void take(
            String text, Pattern pattern, int group, String slot, UnaryOperator<String> canonical, List<Slot> found) {
        Matcher matcher = pattern.matcher(Veil.over(text, found));
        while (matcher.find()) {
            found.add(new Slot(slot, canonical.apply(matcher.group(group)), matcher.start(group), matcher.end(group)));
        }
    }
}
