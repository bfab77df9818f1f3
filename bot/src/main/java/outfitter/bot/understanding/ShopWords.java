package outfitter.bot.understanding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import outfitter.models.shop.Catalogue;
import outfitter.models.shop.Product;
import outfitter.models.shop.Variant;

/** The names of products and colours in one catalogue, to be found in what customers write. Immutable. */
final class ShopWords {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’][\\p{L}]+)?");
    private static final int LONGEST_NAME = 6;
    /** A run of title words names a product when so few products share it. */
    private static final int FEW = 2;

    private final Catalogue catalogue;
    private final Map<String, List<String>> named = new HashMap<>();
    private final Set<String> colours = new LinkedHashSet<>();

    ShopWords(Catalogue catalogue) {
        this.catalogue = catalogue;
        Map<String, Set<String>> runs = new HashMap<>();
        for (Product product : catalogue.products()) {
            addRuns(runs, product);
            product.variants().stream()
                    .map(Variant::colour)
                    .filter(Objects::nonNull)
                    .forEach(colour -> colours.add(colour.toLowerCase(Locale.ROOT)));
        }
        runs.forEach((run, products) -> {
            if (products.size() <= FEW) named.put(run, List.copyOf(products));
        });
    }

    /**
     * Products named in a text.
     *
     * @param products handles, in the order of naming
     * @param masked the text with {@code _product_} for each name
     */
    record Mentions(List<String> products, String masked) {}

    Catalogue catalogue() {
        return catalogue;
    }

    // Runs of two words or more from the start of a title: "granite peak", "granite peak boot".
    private static void addRuns(Map<String, Set<String>> runs, Product product) {
        List<String> words = words(product.title());
        for (int length = 2; length <= Math.min(words.size(), LONGEST_NAME); length++) {
            runs.computeIfAbsent(String.join(" ", words.subList(0, length)), none -> new LinkedHashSet<>())
                    .add(product.id());
        }
    }

    Mentions productsIn(String text) {
        List<MatchResult> words = WORD.matcher(text).results().toList();
        Set<String> products = new LinkedHashSet<>();
        StringBuilder masked = new StringBuilder();
        int copied = 0;
        for (int at = 0; at < words.size(); ) {
            int length = longestNameAt(words, at, products);
            if (length > 0) {
                masked.append(text, copied, words.get(at).start()).append(" _product_ ");
                copied = words.get(at + length - 1).end();
            }
            at += Math.max(1, length);
        }
        return new Mentions(
                List.copyOf(products),
                masked.append(text, copied, text.length()).toString());
    }

    private int longestNameAt(List<MatchResult> words, int at, Set<String> products) {
        for (int length = Math.min(LONGEST_NAME, words.size() - at); length > 1; length--) {
            List<String> found = named.get(String.join(
                    " ",
                    words.subList(at, at + length).stream()
                            .map(word -> plain(word.group()))
                            .toList()));
            if (found != null) {
                products.addAll(found);
                return length;
            }
        }
        return 0;
    }

    /** The longest colour name of the shop that occurs in {@code text}. */
    Optional<String> colourIn(String text) {
        String bounded = " " + String.join(" ", words(text)) + " ";
        return colours.stream()
                .filter(colour -> bounded.contains(" " + String.join(" ", words(colour)) + " "))
                .max(Comparator.comparingInt(String::length));
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        WORD.matcher(text).results().forEach(word -> words.add(plain(word.group())));
        return words;
    }

    private static String plain(String word) {
        String lower = word.toLowerCase(Locale.ROOT).replace("’", "'").replaceAll("'s?$", "");
        boolean plural = lower.length() > 3 && lower.endsWith("s") && !lower.endsWith("ss");
        return plural ? lower.substring(0, lower.length() - 1) : lower;
    }
}
