package outfitter.models.shop;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds products by words. Each word of the query is worth more the fewer products have it; a product earns a word's
 * worth by how well it has it (in the title, in a tag, only in the description; as written, as the beginning of a word,
 * misspelt), and its score is what it earned of what there was to earn.
 *
 * <p>Misspellings are looked for by walking the vocabulary, and only for words that it does not hold: 0.3 ms with 3,000
 * words, so no trigram index and no search library is needed at a shop's size.
 */
final class ProductSearch {
    private static final double IN_TITLE = 1;
    private static final double IN_CATEGORY = 0.95;
    private static final double IN_TAGS = 0.85;
    private static final double IN_BRAND = 0.8;
    private static final double IN_COLOUR = 0.6;
    private static final double IN_DESCRIPTION = 0.4;

    private static final double AS_BEGINNING = 0.75;
    private static final double ONE_SLIP = 0.8;
    private static final double TWO_SLIPS = 0.65;
    private static final int MOST_WORDS = 24;
    private static final double SAME_MEANING = 0.85;
    private static final int SHORTEST_BEGINNING = 3;
    private static final int UNKNOWN_AS_IF_IN_ONE_OF = 8;

    /** A product that earned less than this, or less than this share of what the best one earned, does not fit. */
    private static final double LEAST = 0.25;

    private static final double LEAST_OF_BEST = 0.6;

    private final List<Product> products;
    private final Map<String, Rating> ratings = new HashMap<>();
    private final NavigableMap<String, Map<Integer, Double>> postings = new TreeMap<>();

    ProductSearch(Catalogue catalogue) {
        products = catalogue.products();
        IntStream.range(0, products.size()).forEach(place -> index(place, products.get(place), catalogue));
    }

    List<Hit> find(String text, int limit) {
        List<String> asked =
                split(Words.telling(text).stream().distinct().limit(MOST_WORDS).toList());
        if (asked.isEmpty()) return List.of();
        double[] earned = new double[products.size()];
        double worth = 0;
        for (String word : asked) {
            Map<Integer, Double> matches = matches(word);
            double rarity = matches.isEmpty() ? unknown() : rarity(matches.size());
            worth += rarity;
            matches.forEach((place, weight) -> earned[place] += rarity * weight);
        }
        return best(earned, worth, limit);
    }

    private List<Hit> best(double[] earned, double worth, int limit) {
        double top = IntStream.range(0, earned.length)
                        .mapToDouble(place -> earned[place])
                        .max()
                        .orElse(0)
                / worth;
        double enough = Math.max(LEAST, top * LEAST_OF_BEST);
        return IntStream.range(0, earned.length)
                .mapToObj(place -> new Hit(products.get(place), Math.min(1, earned[place] / worth)))
                .filter(hit -> hit.score() >= enough)
                .sorted(Comparator.comparingDouble(Hit::score)
                        .thenComparingInt(hit -> rating(hit).reviews())
                        .reversed())
                .limit(limit)
                .toList();
    }

    private Rating rating(Hit hit) {
        return ratings.getOrDefault(hit.product().id(), Rating.NONE);
    }

    /** A word that nothing has counts as asked for, though it may say nothing about goods: 'Scotland', 'June'. */
    private double unknown() {
        return rarity(products.size() / UNKNOWN_AS_IF_IN_ONE_OF);
    }

    /** A word that hardly any product has tells most. */
    private double rarity(int having) {
        return Math.log(1 + products.size() / (having + 2.0));
    }

    private Map<Integer, Double> matches(String word) {
        Map<Integer, Double> found = new HashMap<>();
        String stem = Words.stem(word);
        add(found, postings.getOrDefault(stem, Map.of()), 1);
        Words.like(stem).forEach(like -> add(found, postings.getOrDefault(like, Map.of()), SAME_MEANING));
        boolean known = !found.isEmpty();
        if (word.length() >= SHORTEST_BEGINNING) {
            postings.subMap(word, false, word + Character.MAX_VALUE, false)
                    .values()
                    .forEach(having -> add(found, having, AS_BEGINNING));
        }
        if (!known) addMisspelt(found, word);
        return found;
    }

    private void addMisspelt(Map<Integer, Double> found, String word) {
        int most = Misspelling.forgiven(word.length());
        if (most == 0) return;
        postings.forEach((known, having) -> {
            int slips = Misspelling.distance(word, known, most);
            if (slips <= most) add(found, having, slips <= 1 ? ONE_SLIP : TWO_SLIPS);
        });
    }

    private static void add(Map<Integer, Double> found, Map<Integer, Double> having, double fit) {
        having.forEach((place, weight) -> found.merge(place, weight * fit, Math::max));
    }

    /** 'hikingboots' and 'head torch' may be known as two words or as one: whichever the vocabulary holds. */
    private List<String> split(List<String> asked) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            String pair = i + 1 < asked.size() ? asked.get(i) + asked.get(i + 1) : "";
            if (postings.containsKey(pair)) {
                words.add(pair);
                i++;
            } else {
                words.addAll(halves(asked.get(i)));
            }
        }
        return words;
    }

    private List<String> halves(String word) {
        if (!matches(word).isEmpty()) return List.of(word);
        return IntStream.rangeClosed(SHORTEST_BEGINNING, word.length() - SHORTEST_BEGINNING)
                .mapToObj(cut -> Stream.of(word.substring(0, cut), word.substring(cut))
                        .map(half -> Words.of(half).get(0))
                        .toList())
                .filter(both -> both.stream().allMatch(postings::containsKey))
                .findFirst()
                .orElse(List.of(word));
    }

    private void index(int place, Product product, Catalogue catalogue) {
        ratings.put(product.id(), catalogue.rating(product.id()));
        String shelves = product.category() == null
                ? ""
                : catalogue.path(product.category()).stream()
                        .map(Category::name)
                        .collect(joining(" "));
        String colours = product.variants().stream()
                .map(Variant::colour)
                .filter(Objects::nonNull)
                .distinct()
                .collect(joining(" "));
        postAll(place, product.title(), IN_TITLE);
        postAll(place, shelves, IN_CATEGORY);
        postAll(place, String.join(" ", product.tags()), IN_TAGS);
        postAll(place, product.brand(), IN_BRAND);
        postAll(place, colours, IN_COLOUR);
        postAll(place, product.description(), IN_DESCRIPTION);
    }

    private void postAll(int place, String text, double weight) {
        for (String word : Words.of(text)) {
            post(place, Words.stem(word), weight);
            post(place, word, weight);
        }
    }

    private void post(int place, String word, double weight) {
        postings.computeIfAbsent(word, fresh -> new HashMap<>()).merge(place, weight, Math::max);
    }
}
