package outfitter.bot.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Money, the most to be spent, and how many of something. Immutable. */
final class Amounts {
    private static final String NUMBER = "(\\d{1,3}(?:,\\d{3})+(?:\\.\\d{2})?|\\d{1,6}(?:[.,]\\d{2})?)";
    private static final Pattern SIGNED =
            Pattern.compile("(?i)(£|\\$|€|gbp|usd|eur)[ ]?" + NUMBER + "(?![\\p{L}\\p{N}]|[.,]\\d)");
    private static final Pattern NAMED = Pattern.compile("(?i)(?<![\\p{L}\\p{N}.,])" + NUMBER
            + "[ ]?(£|\\$|€|pounds?|quid|gbp|euros?|eur|dollars?|usd)(?![\\p{L}\\p{N}])");
    private static final Pattern BUDGET = Pattern.compile(
            "(?i)\\b(?:under|below|up to|less than|not more than|max(?:imum)?|at most)\\s*[£$€]?\\s*(\\d{1,6})\\b");
    private static final Map<String, String> CURRENCIES = Map.ofEntries(
            Map.entry("£", "GBP"),
            Map.entry("pound", "GBP"),
            Map.entry("pounds", "GBP"),
            Map.entry("quid", "GBP"),
            Map.entry("€", "EUR"),
            Map.entry("euro", "EUR"),
            Map.entry("euros", "EUR"),
            Map.entry("$", "USD"),
            Map.entry("dollar", "USD"),
            Map.entry("dollars", "USD"));
    private static final List<String> COUNTING =
            List.of("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    private final Pattern quantity;

    /** @param kinds words for things that a shop sells */
    Amounts(List<String> kinds) {
        String number = "(\\d{1,3}|" + String.join("|", COUNTING) + "|a couple of|a dozen)";
        quantity = Pattern.compile("(?i)(?<![\\p{L}\\p{N}.,£$€#/-])" + number
                + "(?: ?x\\b(?! ?\\d)| pairs? of\\b| pieces?\\b| of (?:them|these|those|each|the|your)\\b"
                + "| (?:\\p{L}{2,12} ){0,2}(?:" + String.join("|", kinds) + ")s?\\b)"
                + "|(?<![\\p{L}\\p{N}])x ?(\\d{1,2})(?![\\p{L}\\p{N}/])");
    }

    List<Slot> in(String text) {
        List<Slot> found = new ArrayList<>();
        SIGNED.matcher(text).results().forEach(each -> found.add(money(each, each.group(1), each.group(2))));
        NAMED.matcher(text).results().forEach(each -> {
            Slot money = money(each, each.group(2), each.group(1));
            if (found.stream().noneMatch(money::overlaps)) found.add(money);
        });
        BUDGET.matcher(text)
                .results()
                .forEach(each -> found.add(new Slot(Slots.BUDGET, each.group(1), each.start(1), each.end(1))));
        quantity.matcher(text).results().forEach(each -> found.add(quantity(each)));
        return found;
    }

    private static Slot money(MatchResult match, String currency, String amount) {
        String lower = currency.toLowerCase(Locale.ROOT);
        String code = CURRENCIES.getOrDefault(lower, lower.toUpperCase(Locale.ROOT));
        boolean grouped = amount.matches("\\d{1,3}(?:,\\d{3})+(?:\\.\\d{2})?");
        String plain = grouped ? amount.replace(",", "") : amount.replace(',', '.');
        return new Slot(
                Slots.MONEY, code + " " + (plain.contains(".") ? plain : plain + ".00"), match.start(), match.end());
    }

    private static Slot quantity(MatchResult match) {
        int group = match.group(1) == null ? 2 : 1;
        String said = match.group(group).toLowerCase(Locale.ROOT);
        int counted = COUNTING.indexOf(said);
        String value = counted >= 0
                ? String.valueOf(counted + 2)
                : said.startsWith("a c") ? "2" : said.startsWith("a d") ? "12" : said;
        return new Slot(Slots.QUANTITY, value, match.start(group), match.end(group));
    }
}
