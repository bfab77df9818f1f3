package outfitter.bot.understanding;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import outfitter.models.shop.OrderNumbers;

/**
 * Order numbers, addresses and telephone numbers in a text, and the text with a mark in the place of each, so that their
 * digits and letters are not read as anything else.
 *
 * @param found by slot name; the first of each kind
 * @param masked the text with {@code _order_}, {@code _mail_}, {@code _phone_} and {@code _postcode_} in their places
 */
record Identifiers(Map<String, String> found, String masked) {
    private static final Pattern EMAIL =
            Pattern.compile("[\\p{L}\\p{N}._%+-]{1,64}@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+");
    private static final Pattern PHONE =
            Pattern.compile("(?<![\\p{L}\\p{N}-])(?:\\+|00|\\(?0)[\\d ()/-]{7,20}\\d(?![\\p{L}\\p{N}])");
    private static final Pattern POSTCODE =
            Pattern.compile("(?i)(?<![\\p{L}\\p{N}])[A-Z]{1,2}\\d[A-Z\\d]?[ ]?\\d[A-Z]{2}(?![\\p{L}\\p{N}])");

    static Identifiers in(String text) {
        Map<String, String> found = new LinkedHashMap<>();
        String rest = take(text, EMAIL, Slots.EMAIL, "_mail_", found);
        found.computeIfPresent(Slots.EMAIL, (slot, email) -> email.toLowerCase(Locale.ROOT));
        rest = take(rest, PHONE, Slots.PHONE, "_phone_", found);
        found.computeIfPresent(Slots.PHONE, (slot, phone) -> phone.replaceAll("[^+\\d]", ""));
        String beforeOrders = rest;
        OrderNumbers.find(rest).ifPresent(order -> found.put(Slots.ORDER, order));
        rest = OrderNumbers.masked(beforeOrders, " _order_ ");
        rest = take(rest, POSTCODE, Slots.POSTCODE, "_postcode_", found);
        found.computeIfPresent(Slots.POSTCODE, (slot, postcode) -> postcode.toUpperCase(Locale.ROOT));
        return new Identifiers(Map.copyOf(found), rest);
    }

    private static String take(String text, Pattern pattern, String slot, String mark, Map<String, String> found) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) return text;
        found.put(slot, matcher.group());
        return matcher.replaceAll(" " + mark + " ");
    }
}
