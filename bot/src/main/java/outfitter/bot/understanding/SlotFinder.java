package outfitter.bot.understanding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import outfitter.models.shop.Catalogue;

/** Finds values in a text: identifiers first, then products, colours, sizes and reasons in what is left. */
final class SlotFinder {
    private static final Pattern BUDGET = Pattern.compile(
            "(?i)\\b(?:under|below|up to|less than|not more than|max(?:imum)?|at most)\\s*[£$€]?\\s*(\\d{1,6})\\b");

    private final Supplier<Catalogue> catalogue;
    private final Reasons reasons;
    private final Countries countries;
    private final Pattern refining;
    private volatile ShopWords words;

    SlotFinder(String language, Supplier<Catalogue> catalogue) {
        this.catalogue = catalogue;
        this.reasons = Reasons.of(language);
        this.refining = Pattern.compile("(?i)(?<!\\p{L})(?:"
                + String.join("|", Utterances.lines("language/" + language + "/refining.txt")) + ")(?!\\p{L})");
        this.countries = new Countries(language);
        this.words = new ShopWords(catalogue.get());
    }

    /**
     * What was found.
     *
     * @param masked the text with identifiers and product names replaced by marks
     */
    record Found(Map<String, String> slots, List<String> products, String masked) {}

    Found in(String text) {
        Identifiers identifiers = Identifiers.in(text);
        ShopWords shop = newest();
        ShopWords.Mentions mentions = shop.productsIn(identifiers.masked());
        Map<String, String> slots = new LinkedHashMap<>(identifiers.found());
        mentions.products().stream().findFirst().ifPresent(product -> slots.put(Slots.PRODUCT, product));
        shop.colourIn(mentions.masked()).ifPresent(colour -> slots.put(Slots.COLOUR, colour));
        Sizes.in(mentions.masked()).ifPresent(size -> slots.put(Slots.SIZE, size));
        budget(mentions.masked()).ifPresent(budget -> slots.put(Slots.BUDGET, budget));
        countries.in(mentions.masked()).ifPresent(country -> slots.put(Slots.COUNTRY, country));
        refinement(mentions.masked()).ifPresent(rest -> slots.put(Slots.REFINES, rest));
        reasons.in(mentions.masked()).ifPresent(reason -> slots.put(Slots.REASON, reason));
        return new Found(slots, mentions.products(), mentions.masked());
    }

    private Optional<String> refinement(String text) {
        String rest = refining.matcher(text).replaceAll(" ");
        return rest.equals(text) ? Optional.empty() : Optional.of(rest.strip());
    }

    private static Optional<String> budget(String text) {
        Matcher found = BUDGET.matcher(text);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    // The catalogue is swapped whole when it changes; its words are then gathered anew, by whoever asks first.
    private ShopWords newest() {
        Catalogue now = catalogue.get();
        ShopWords known = words;
        if (known.catalogue() == now) return known;
        ShopWords fresh = new ShopWords(now);
        words = fresh;
        return fresh;
    }
}
