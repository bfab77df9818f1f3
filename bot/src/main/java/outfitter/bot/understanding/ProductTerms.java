package outfitter.bot.understanding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import outfitter.models.shop.Catalogue;
import outfitter.models.shop.Category;
import outfitter.models.shop.Product;
import outfitter.models.shop.Variant;

/**
 * The words that a catalogue's products are called by, in titles, brands, shelves, tags and colours, each worth the more the
 * fewer products have it. Immutable, and shared between threads.
 */
final class ProductTerms {
    /** Words that part what is named from what else is. */
    static final Set<String> PARTING = Set.of("and", "or", "vs", "versus", "with", "than", "but", "plus", "to");

    private static final double AS_BRAND = 0.6;
    private static final double AS_SHELF = 0.45;
    private static final double AS_COLOUR = 0.5;
    private static final double ONE_SLIP = 0.85;
    private static final int TITLE_WORDS = 12;
    private static final int JOINED_SHORTEST = 5;
    private static final int LONG = 8;
    private static final int SHORTEST_NAME = 3;
    private static final Set<String> PASSED_OVER = Set.of(
            "the", "my", "your", "that", "those", "thi", "these", "our", "a", "an", "in", "of", "for", "i", "it", "on",
            "at", "by", "is", "as", "when", "you", "we", "they");
    private static final Map<String, String> NUMBERS = numbers();

    private final List<String> ids = new ArrayList<>();
    private final List<Set<String>> titles = new ArrayList<>();
    private final Map<String, Postings> postings = new HashMap<>();
    private final Map<String, Double> worth = new HashMap<>();
    private final Set<String> kinds = new HashSet<>();
    private final Set<String> colours = new HashSet<>();
    private final List<Double> titleWorth = new ArrayList<>();
    private final Set<String> joinedByAnd = new HashSet<>();
    private final Set<String> everyday;
    private final NameSpelling spelling;

    private final NameList<List<Integer>> whole = new NameList<>();

    /** The products that have a word, and how surely it means each; in its title where that is 1. */
    static final class Postings {
        final int[] products;
        final double[] weights;

        Postings(Map<Integer, Double> having) {
            products = having.keySet().stream().mapToInt(Integer::intValue).toArray();
            weights = having.values().stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    /** A word of a text as products know it. {@code last} is its last word there, when several were joined. */
    record Known(String term, double quality, int first, int last) {}

    /** @param everyday words that people write without meaning a product */
    ProductTerms(Catalogue catalogue, Set<String> everyday) {
        this.everyday = everyday;
        Map<String, Map<Integer, Double>> collected = new HashMap<>();
        for (Product product : catalogue.products()) index(product, catalogue, collected);
        collected.forEach((term, having) -> {
            worth.put(term, Math.log(1 + ids.size() / (having.size() + 0.5)));
            postings.put(term, new Postings(having));
        });
        titles.forEach(title -> titleWorth.add(title.stream()
                .mapToDouble(term -> worth.getOrDefault(term, 0.0))
                .sum()));
        Set<String> inTitles = new HashSet<>();
        titles.forEach(inTitles::addAll);
        spelling = new NameSpelling(inTitles);
    }

    private void index(Product product, Catalogue catalogue, Map<String, Map<Integer, Double>> collected) {
        int place = ids.size();
        ids.add(product.id());
        List<String> title = NameWords.plain(product.title(), TITLE_WORDS);
        for (int i = 1; i + 1 < title.size(); i++) {
            if (PARTING.contains(title.get(i))) joinedByAnd.add(title.get(i - 1) + " " + title.get(i + 1));
        }
        if (title.size() > 1) addWhole(title, place);
        Set<String> telling = new HashSet<>(title);
        telling.removeAll(PARTING);
        telling.removeAll(PASSED_OVER);
        titles.add(telling);
        telling.forEach(term -> post(collected, term, place, 1));
        NameWords.plain(product.brand(), TITLE_WORDS).forEach(term -> post(collected, term, place, AS_BRAND));
        List<String> shelf = new ArrayList<>();
        if (product.category() != null) {
            catalogue.path(product.category()).stream().map(Category::name).forEach(shelf::add);
        }
        shelf.addAll(product.tags());
        shelf.forEach(words -> NameWords.plain(words, TITLE_WORDS).forEach(term -> {
            kinds.add(term);
            post(collected, term, place, AS_SHELF);
        }));
        product.variants().stream()
                .map(Variant::colour)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(colour -> NameWords.plain(colour, TITLE_WORDS).forEach(term -> {
                    colours.add(term);
                    post(collected, term, place, AS_COLOUR);
                }));
    }

    private void addWhole(List<String> title, int place) {
        List<Integer> places = whole.meaning(title).map(ArrayList::new).orElseGet(ArrayList::new);
        places.add(place);
        whole.add(title, places);
    }

    private static void post(Map<String, Map<Integer, Double>> collected, String term, int place, double weight) {
        collected.computeIfAbsent(term, none -> new LinkedHashMap<>()).merge(place, weight, Math::max);
    }

    /** How many products there are; they are told apart by their places, from 0. */
    int size() {
        return ids.size();
    }

    /** The handle of the product at {@code place}. */
    String id(int place) {
        return ids.get(place);
    }

    /** The words of its title that tell it. */
    Set<String> title(int place) {
        return titles.get(place);
    }

    /** What these are worth together. */
    double titleWorth(int place) {
        return titleWorth.get(place);
    }

    /** The products that have {@code term}; null when none has. */
    @Nullable
    Postings having(String term) {
        return postings.get(term);
    }

    double worth(String term) {
        return worth.getOrDefault(term, 0.0);
    }

    /** Whole titles of two words or more among {@code words}, with the products that are called so. */
    List<NameList.Found<List<Integer>>> wholeTitles(List<NameWords.Word> words) {
        return whole.in(words.stream().map(NameWords.Word::plain).toList());
    }

    /** Whether some title has both words with a parting one between them. */
    boolean areJoined(String one, String other) {
        return joinedByAnd.contains(one + " " + other);
    }

    /** What products know of the word at {@code at}, alone, joined with the next ("head torch") or cut in two. */
    List<Known> known(List<NameWords.Word> words, int at) {
        String word = words.get(at).plain();
        if (PARTING.contains(word) || PASSED_OVER.contains(word)) return List.of();
        if (at + 1 < words.size()) {
            String joined = word + words.get(at + 1).plain();
            if (joined.length() >= JOINED_SHORTEST && postings.containsKey(joined)) {
                return List.of(new Known(joined, 1, at, at + 1));
            }
        }
        List<Known> exact = Stream.of(word, NUMBERS.getOrDefault(word, word))
                .distinct()
                .filter(postings::containsKey)
                .map(term -> new Known(term, 1, at, at))
                .toList();
        if (!exact.isEmpty()) return exact;
        List<Known> pair = misspeltPair(words, at);
        if (!pair.isEmpty() || everyday.contains(word)) return pair;
        List<Known> halves = halves(word, at);
        return halves.isEmpty() ? slips(spelling.near(word), at, at) : halves;
    }

    private static List<Known> slips(List<String> terms, int first, int last) {
        return terms.stream()
                .map(term -> new Known(term, ONE_SLIP, first, last))
                .toList();
    }

    // "door mouse" for a dormouse; two words that products know are no slip.
    private List<Known> misspeltPair(List<NameWords.Word> words, int at) {
        if (at + 1 >= words.size() || postings.containsKey(words.get(at + 1).plain())) return List.of();
        String joined = words.get(at).plain() + words.get(at + 1).plain();
        return joined.length() < LONG ? List.of() : slips(spelling.near(joined, 1), at, at + 1);
    }

    private List<Known> halves(String word, int at) {
        for (int cut = 3; cut <= word.length() - 3; cut++) {
            String first = word.substring(0, cut);
            String second = word.substring(cut);
            if (isNaming(first) && postings.containsKey(second)) {
                return List.of(new Known(first, 1, at, at), new Known(second, 1, at, at));
            }
        }
        return List.of();
    }

    /** Whether it is more than the name of a kind. */
    boolean isNaming(String term) {
        return postings.containsKey(term) && !kinds.contains(term);
    }

    /** Whether {@code term} alone names what has it in its title. */
    boolean isName(String term) {
        return isNaming(term)
                && !colours.contains(term)
                && !everyday.contains(term)
                && term.length() >= SHORTEST_NAME
                && !Character.isDigit(term.charAt(0));
    }

    private static Map<String, String> numbers() {
        Map<String, String> numbers = new HashMap<>();
        List<String> words =
                Arrays.asList("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");
        for (int i = 0; i < words.size(); i++) numbers.put(words.get(i), String.valueOf(i + 1));
        return Map.copyOf(numbers);
    }
}
