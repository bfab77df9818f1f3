package outfitter.models.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Invents the demo shop's customers. */
final class Shoppers {
    private static final String POSTCODE_LETTERS = "ABDEFGHJLNPQRSTUWXYZ";
    private static final List<String> COLOURS = Resources.csv("colours.csv").stream()
            .map(row -> row.getOrDefault("name", ""))
            .toList();

    private final List<Adventure> adventures;
    private final Map<String, List<String>> lists = lists();

    Shoppers(List<Adventure> adventures) {
        this.adventures = adventures;
    }

    /** Somebody who first came at most {@code days} before {@code now}; the shop grew, so recent ones are commoner. */
    Shopper any(Dice dice, Instant now, int days) {
        long ago =
                Math.round(Math.pow(dice.share(), 0.8) * Duration.ofDays(days).toMinutes());
        String name = dice.pick(list("first")) + " " + dice.pick(list("last"));
        return new Shopper(
                name,
                postcode(dice),
                wishes(dice),
                dice.pick(List.of(1, 2, 3), budget -> budget == 1 ? 0.34 : budget == 2 ? 0.44 : 0.22),
                Shopper.Body.any(dice),
                dice.chance(0.3),
                List.of(dice.pick(COLOURS), dice.pick(COLOURS), dice.pick(COLOURS), dice.pick(COLOURS)),
                now.minus(Duration.ofMinutes(ago)));
    }

    /** The row of the {@code place}-th of them. */
    static Past.Customer row(Shopper shopper, int place) {
        String mailbox = Goods.slug(shopper.name()).replace('-', '.') + "." + place;
        Map<String, Object> facts = new HashMap<>();
        facts.put("sizes", shopper.body().facts());
        facts.put("adventures", shopper.adventures().stream().map(Adventure::id).toList());
        if (shopper.children()) facts.put("children", 1 + place % 3);
        return new Past.Customer(
                String.format(Locale.ROOT, "c-%05d", place),
                shopper.name(),
                mailbox + "@example." + List.of("com", "org", "net").get(place % 3),
                String.format(Locale.ROOT, "07700 9%05d", place % 1_000),
                shopper.postcode(),
                "standard",
                facts,
                shopper.joined());
    }

    private List<Adventure> wishes(Dice dice) {
        Adventure main = dice.pick(adventures, Adventure::share);
        Adventure second = dice.pick(adventures, Adventure::share);
        return main.equals(second) ? List.of(main) : List.of(main, second);
    }

    private String postcode(Dice dice) {
        return dice.pick(list("areas")) + " " + dice.between(1, 9) + letter(dice) + letter(dice);
    }

    private static char letter(Dice dice) {
        return POSTCODE_LETTERS.charAt(dice.between(0, POSTCODE_LETTERS.length() - 1));
    }

    private List<String> list(String name) {
        List<String> words = lists.get(name);
        if (words == null) throw new IllegalStateException("no " + name + " in names.txt");
        return words;
    }

    private static Map<String, List<String>> lists() {
        Map<String, List<String>> lists = new HashMap<>();
        Stream<String> lines = Resources.text("names.txt").lines();
        lines.map(line -> line.split(": ", 2))
                .forEach(parts -> lists.put(parts[0], Arrays.asList(parts[1].split(" ", -1))));
        return lists;
    }
}
