package outfitter.bot.understanding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import outfitter.models.shop.Catalogue;
import outfitter.models.shop.Category;
import outfitter.models.shop.Product;
import outfitter.models.shop.Variant;

/**
 * Finds the products that a text names, however it spells or shortens their names. Immutable, and shared between threads.
 *
 * <p>A text is cut into stretches whose words may name one thing. In each, every word that products know is worth the more
 * the fewer of them have it; a product explains a share of that worth, by its title, or less surely by brand, shelf, tags
 * and colours. It counts as named when a word of its title that is no everyday word is there ("the mudlarks"), or most of
 * its title is ("down mittens"): so "looking for a light tent for two" names nothing.
 */
final class ProductIndex {
    private static final double AS_BRAND = 0.6;
    private static final double AS_SHELF = 0.45;
    private static final double AS_COLOUR = 0.5;
    private static final double ONE_SLIP = 0.85;
    /** So much of a title, by worth, names the product even where all its words are everyday ones. */
    private static final double MOST_OF_TITLE = 0.6;
    /** Candidates within this share of the best fit alike. */
    private static final double ALIKE = 0.93;

    /** How much of a score is how much of the title was said. */
    private static final double OF_COVERAGE = 0.15;

    private static final int WORDS = 250;
    private static final int TITLE_WORDS = 12;
    private static final int FURTHEST = 4;
    private static final int OFFERED = 4;
    private static final int MENTIONS = 8;
    private static final int JOINED_SHORTEST = 5;
    private static final int LONG = 8;
    private static final int SHORTEST_NAME = 3;
    private static final Set<String> PARTING = Set.of("and", "or", "vs", "versus", "with", "than", "but", "plus", "to");
    private static final Set<String> DEFINITE = Set.of("the", "my", "your", "that", "those", "thi", "these", "our");
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

    /** The products that have a word, and how surely it means each; in its title where that is 1. */
    private static final class Postings {
        final int[] products;
        final double[] weights;

        Postings(Map<Integer, Double> having) {
            products = having.keySet().stream().mapToInt(Integer::intValue).toArray();
            weights = having.values().stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    /** A word of a text as products know it. {@code last} is its last word there, when several were joined. */
    private record Known(String term, double quality, int first, int last) {}

    /** @param everyday words that people write without meaning a product */
    ProductIndex(Catalogue catalogue, Set<String> everyday) {
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

    private static void post(Map<String, Map<Integer, Double>> collected, String term, int place, double weight) {
        collected.computeIfAbsent(term, none -> new LinkedHashMap<>()).merge(place, weight, Math::max);
    }

    /** The products named in {@code text}, in its order; the mentions do not overlap. */
    List<Mention> in(String text) {
        List<NameWords.Word> words = NameWords.of(text, WORDS);
        List<Mention> found = new ArrayList<>();
        for (List<Known> stretch : stretches(text, words)) name(words, stretch, found);
        found.sort(Comparator.comparingInt(Mention::start));
        return found.size() > MENTIONS ? found.subList(0, MENTIONS) : found;
    }

    /** What may name one thing: known words near each other, without an end of a sentence, an "or", or a word again. */
    private List<List<Known>> stretches(String text, List<NameWords.Word> words) {
        List<List<Known>> stretches = new ArrayList<>();
        List<Known> open = new ArrayList<>();
        int end = -1;
        for (int at = 0; at < words.size(); ) {
            if (parts(text, words, at)) close(stretches, open);
            List<Known> known = known(words, at);
            if (known.isEmpty()) {
                at++;
                continue;
            }
            boolean far = !open.isEmpty() && at - end > FURTHEST;
            if (far || isSaidAgain(known, open)) close(stretches, open);
            open.addAll(known);
            end = known.get(known.size() - 1).last();
            at = end + 1;
        }
        close(stretches, open);
        return stretches;
    }

    private boolean isSaidAgain(List<Known> known, List<Known> open) {
        return known.stream()
                .map(Known::term)
                .anyMatch(term -> isNaming(term)
                        && open.stream().anyMatch(before -> before.term().equals(term)));
    }

    private static void close(List<List<Known>> stretches, List<Known> open) {
        if (!open.isEmpty()) stretches.add(List.copyOf(open));
        open.clear();
    }

    private boolean parts(String text, List<NameWords.Word> words, int at) {
        if (at == 0) return false;
        String between = text.substring(words.get(at - 1).end(), words.get(at).start());
        if (between.chars()
                .anyMatch(each ->
                        each == '.' || each == '?' || each == '!' || each == ';' || each == '\n' || each == '_')) {
            return true;
        }
        if (!PARTING.contains(words.get(at).plain())) return false;
        boolean inATitle = at + 1 < words.size()
                && joinedByAnd.contains(
                        words.get(at - 1).plain() + " " + words.get(at + 1).plain());
        return !inATitle;
    }

    /** What products know of the word at {@code at}, alone, joined with the next ("head torch") or cut in two. */
    private List<Known> known(List<NameWords.Word> words, int at) {
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

    private boolean isNaming(String term) {
        return postings.containsKey(term) && !kinds.contains(term);
    }

    private void name(List<NameWords.Word> words, List<Known> stretch, List<Mention> found) {
        Tally tally = new Tally(ids.size());
        distinct(stretch).forEach(each -> count(each, tally));
        List<Mention.Candidate> candidates = new ArrayList<>();
        int winner = rank(words, stretch, tally, candidates);
        if (winner < 0) return;
        Set<String> title = titles.get(winner);
        List<Known> its =
                stretch.stream().filter(each -> title.contains(each.term())).toList();
        int first = its.stream().mapToInt(Known::first).min().orElseThrow();
        int last = its.stream().mapToInt(Known::last).max().orElseThrow();
        found.add(new Mention(words.get(first).start(), words.get(last).end(), candidates));
        // Something else may be named beside it: "my lapwing tent the mudlarks".
        List<Known> before =
                stretch.stream().filter(each -> each.last() < first).toList();
        List<Known> after = stretch.stream().filter(each -> each.first() > last).toList();
        if (!before.isEmpty()) name(words, before, found);
        if (!after.isEmpty()) name(words, after, found);
    }

    /** What the words of one stretch come to, for every product. */
    private static final class Tally {
        final double[] explained;
        final double[] titled;
        final int[] terms;
        final int[] titleTerms;
        final boolean[] byName;
        final Map<Integer, Double> said = new HashMap<>();

        Tally(int products) {
            explained = new double[products];
            titled = new double[products];
            terms = new int[products];
            titleTerms = new int[products];
            byName = new boolean[products];
        }
    }

    private void count(Known each, Tally tally) {
        Postings having = postings.get(each.term());
        if (having == null) return;
        double value = worth.getOrDefault(each.term(), 0.0) * each.quality();
        boolean naming = isNaming(each.term())
                && !colours.contains(each.term())
                && !everyday.contains(each.term())
                && each.term().length() >= SHORTEST_NAME
                && !Character.isDigit(each.term().charAt(0));
        tally.said.merge(each.first(), value, Math::max);
        for (int i = 0; i < having.products.length; i++) {
            int product = having.products[i];
            tally.explained[product] += value * having.weights[i];
            tally.terms[product]++;
            if (having.weights[i] < 1) continue;
            tally.titled[product] += value;
            tally.titleTerms[product]++;
            tally.byName[product] |= naming;
        }
    }

    /** Fills in the candidates, best first, and tells the place of the best; -1 when nothing is named. */
    private int rank(List<NameWords.Word> words, List<Known> stretch, Tally tally, List<Mention.Candidate> candidates) {
        double said =
                tally.said.values().stream().mapToDouble(Double::doubleValue).sum();
        double[] scores = new double[ids.size()];
        double top = 0;
        for (int product = 0; product < scores.length; product++) {
            if (!isNamed(product, tally)) continue;
            scores[product] = score(product, tally, said);
            top = Math.max(top, scores[product]);
        }
        if (top == 0 && isDefinite(words, stretch)) {
            int only = onlyOneThatFits(tally);
            if (only >= 0) top = scores[only] = score(only, tally, said);
        }
        double alike = top * ALIKE;
        if (top == 0) return -1;
        List<Integer> ranked = IntStream.range(0, scores.length)
                .filter(product -> scores[product] >= alike)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer product) -> -scores[product])
                        .thenComparing(Comparator.naturalOrder()))
                .limit(OFFERED)
                .toList();
        ranked.forEach(product -> candidates.add(new Mention.Candidate(ids.get(product), scores[product])));
        return ranked.get(0);
    }

    private double score(int product, Tally tally, double said) {
        double share = Math.min(1, tally.explained[product] / said);
        return share * (1 - OF_COVERAGE + OF_COVERAGE * coverage(product, tally));
    }

    private boolean isNamed(int product, Tally tally) {
        return tally.byName[product] || (tally.titleTerms[product] > 1 && coverage(product, tally) >= MOST_OF_TITLE);
    }

    private double coverage(int product, Tally tally) {
        double all = titleWorth.get(product);
        return all == 0 ? 0 : Math.min(1, tally.titled[product] / all);
    }

    // "the black alpine jacket" and "alpine jacket" mean a certain one; "an alpine jacket" does not.
    private static boolean isDefinite(List<NameWords.Word> words, List<Known> stretch) {
        int first = stretch.get(0).first();
        boolean wholeText = first == 0 && stretch.get(stretch.size() - 1).last() == words.size() - 1;
        return wholeText || (first > 0 && DEFINITE.contains(words.get(first - 1).plain()));
    }

    /** The one product that has every word said, one of them at least in its title; -1 when none or several do. */
    private static int onlyOneThatFits(Tally tally) {
        int places = tally.said.size();
        int only = -1;
        for (int product = 0; product < tally.terms.length && places > 1; product++) {
            if (tally.terms[product] < places || tally.titleTerms[product] == 0) continue;
            if (only >= 0) return -1;
            only = product;
        }
        return only;
    }

    private static List<Known> distinct(List<Known> stretch) {
        Map<String, Known> byTerm = new LinkedHashMap<>();
        stretch.forEach(each ->
                byTerm.merge(each.term(), each, (one, other) -> one.quality() >= other.quality() ? one : other));
        return List.copyOf(byTerm.values());
    }

    private static Map<String, String> numbers() {
        Map<String, String> numbers = new HashMap<>();
        List<String> words =
                Arrays.asList("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");
        for (int i = 0; i < words.size(); i++) numbers.put(words.get(i), String.valueOf(i + 1));
        return Map.copyOf(numbers);
    }
}
