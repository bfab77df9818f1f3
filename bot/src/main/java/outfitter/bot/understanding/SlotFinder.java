package outfitter.bot.understanding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import outfitter.models.shop.Catalogue;
import outfitter.models.shop.OrderNumbers;

/**
 * Finds values in a text: identifiers first, then products, then days, amounts, colours, sizes and reasons in what is left.
 * What was found is hidden from whatever looks next, so that no digit is read twice.
 */
final class SlotFinder {
    private static final String KINDS = "product:";

    private final Supplier<Catalogue> catalogue;
    private final OrderNumbers numbers;
    private final Reasons reasons;
    private final Countries countries;
    private final Amounts amounts;
    private final Pattern refining;
    private final Set<String> everyday;
    private volatile ShopWords words;

    SlotFinder(String language, Supplier<Catalogue> catalogue) {
        this(language, catalogue, OrderNumbers.STANDARD);
    }

    SlotFinder(String language, Supplier<Catalogue> catalogue, OrderNumbers numbers) {
        String files = "language/" + language + "/";
        this.catalogue = catalogue;
        this.numbers = numbers;
        this.reasons = Reasons.of(language);
        this.refining = Pattern.compile(
                "(?i)(?<!\\p{L})(?:" + String.join("|", Utterances.lines(files + "refining.txt")) + ")(?!\\p{L})");
        this.countries = new Countries(language);
        this.amounts = new Amounts(kinds(Utterances.lines(files + "concepts.txt")));
        this.everyday = everyday(Utterances.lines(files + "everyday.txt"));
        this.words = ShopWords.of(catalogue.get(), everyday);
    }

    private static List<String> kinds(List<String> concepts) {
        return concepts.stream()
                .filter(line -> line.startsWith(KINDS))
                .flatMap(line ->
                        Arrays.stream(line.substring(KINDS.length()).strip().split("\\s+", -1)))
                .map(word -> Pattern.quote(word.replace('_', ' ')))
                .toList();
    }

    private static Set<String> everyday(List<String> lines) {
        Set<String> words = new HashSet<>();
        lines.forEach(line -> words.addAll(NameWords.plain(line, Integer.MAX_VALUE)));
        return words;
    }

    /**
     * What was found.
     *
     * @param slots where the text has several of a kind, the likeliest stands first
     * @param hidden identifiers and product names, which {@code masked} has marks for
     * @param masked what a model may see of the text
     */
    record Found(List<Slot> slots, List<Mention> mentions, List<Slot> hidden, String masked) {}

    Found in(String text) {
        Identifiers identifiers = Identifiers.in(text, numbers);
        ShopWords shop = newest();
        List<Mention> mentions = shop.products().in(Veil.over(text, identifiers.found()));
        List<Slot> slots = new ArrayList<>(identifiers.found());
        List<Slot> hidden = new ArrayList<>(identifiers.found());
        for (Mention mention : mentions) {
            hidden.add(new Slot(Slots.PRODUCT, "", mention.start(), mention.end()));
            mention.product()
                    .ifPresent(product -> slots.add(new Slot(Slots.PRODUCT, product, mention.start(), mention.end())));
        }
        String rest = Veil.over(text, hidden);
        slots.addAll(shop.colours().in(rest));
        countries.in(rest).ifPresent(slots::add);
        slots.addAll(values(rest));
        refinement(rest).ifPresent(slots::add);
        reasons.in(rest).ifPresent(slots::add);
        return new Found(slots, mentions, hidden, Veil.marked(text, hidden));
    }

    private List<Slot> values(String text) {
        List<Slot> found = new ArrayList<>(amounts.in(text));
        List<Slot> priced = found.stream()
                .filter(slot -> !slot.name().equals(Slots.QUANTITY))
                .toList();
        List<Slot> sizes = Sizes.in(Veil.over(text, priced));
        List<Slot> read = new ArrayList<>(priced);
        read.addAll(sizes);
        found.removeIf(
                slot -> slot.name().equals(Slots.QUANTITY) && sizes.stream().anyMatch(slot::overlaps));
        found.addAll(sizes);
        found.addAll(SaidDates.in(Veil.over(text, read)));
        return found;
    }

    private Optional<Slot> refinement(String text) {
        Matcher pointing = refining.matcher(text);
        if (!pointing.find()) return Optional.empty();
        String rest = refining.matcher(text).replaceAll(" ").strip();
        return Optional.of(new Slot(Slots.REFINES, rest, pointing.start(), pointing.end()));
    }

    // The catalogue is swapped whole when it changes; its words are then gathered anew, by whoever asks first.
    private ShopWords newest() {
        Catalogue now = catalogue.get();
        ShopWords known = words;
        if (known.catalogue() == now) return known;
        ShopWords fresh = ShopWords.of(now, everyday);
        words = fresh;
        return fresh;
    }
}
