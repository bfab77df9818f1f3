package outfitter.bot.understanding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import outfitter.bot.understanding.ProductTerms.Known;
import outfitter.models.shop.Catalogue;

/**
 * Finds the products that a text names, however it spells or shortens their names. Immutable, and shared between threads.
 *
 * <p>Titles that are said word for word are found first, by OpenNLP's dictionary. What is left of the text is cut into stretches whose words may name one thing. In each, every word that products know is worth the more
 * the fewer of them have it; a product explains a share of that worth, by its title, or less surely by brand, shelf, tags
 * and colours. It counts as named when a word of its title that is no everyday word is there ("the mudlarks"), or most of
 * its title is ("down mittens"): so "looking for a light tent for two" names nothing.
 */
final class ProductIndex {
    /** So much of a title, by worth, names the product even where all its words are everyday ones. */
    private static final double MOST_OF_TITLE = 0.6;
    /** Candidates within this share of the best fit alike. */
    private static final double ALIKE = 0.93;

    /** How much of a score is how much of the title was said. */
    private static final double OF_COVERAGE = 0.15;

    private static final int WORDS = 250;
    private static final int FURTHEST = 4;
    private static final int OFFERED = 4;
    private static final int MENTIONS = 8;
    private static final Set<String> DEFINITE = Set.of("the", "my", "your", "that", "those", "thi", "these", "our");

    private static final String ENDS = ".?!;\n_";

    private final ProductTerms terms;

    /** @param everyday words that people write without meaning a product */
    ProductIndex(Catalogue catalogue, Set<String> everyday) {
        terms = new ProductTerms(catalogue, everyday);
    }

    /** The products named in {@code text}, in its order; the mentions do not overlap. */
    List<Mention> in(String text) {
        List<NameWords.Word> words = NameWords.of(text, WORDS);
        List<Mention> found = new ArrayList<>();
        int from = 0;
        for (NameList.Found<List<Integer>> title : terms.wholeTitles(words)) {
            if (isBroken(text, words, title)) continue;
            named(text, words, from, title.first(), found);
            found.add(mention(words, title));
            from = title.last() + 1;
        }
        named(text, words, from, words.size(), found);
        found.sort(Comparator.comparingInt(Mention::start));
        return found.size() > MENTIONS ? found.subList(0, MENTIONS) : found;
    }

    private boolean isBroken(String text, List<NameWords.Word> words, NameList.Found<?> title) {
        return IntStream.rangeClosed(title.first() + 1, title.last())
                .anyMatch(at -> isBetweenSentences(text, words, at));
    }

    /** A title that was said word for word. */
    private Mention mention(List<NameWords.Word> words, NameList.Found<List<Integer>> title) {
        return new Mention(
                words.get(title.first()).start(),
                words.get(title.last()).end(),
                title.meaning().stream()
                        .limit(OFFERED)
                        .map(place -> new Mention.Candidate(terms.id(place), 1))
                        .toList());
    }

    /** Adds what is named otherwise by the words from {@code from} to {@code to}, exclusive. */
    private void named(String text, List<NameWords.Word> words, int from, int to, List<Mention> found) {
        for (List<Known> stretch : stretches(text, words.subList(0, to), from)) name(words, stretch, found);
    }

    /** What may name one thing: known words near each other, without an end of a sentence, an "or", or a word again. */
    private List<List<Known>> stretches(String text, List<NameWords.Word> words, int from) {
        List<List<Known>> stretches = new ArrayList<>();
        List<Known> open = new ArrayList<>();
        int end = -1;
        for (int at = from; at < words.size(); ) {
            if (parts(text, words, at)) close(stretches, open);
            List<Known> known = terms.known(words, at);
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
                .anyMatch(term -> terms.isNaming(term)
                        && open.stream().anyMatch(before -> before.term().equals(term)));
    }

    private static void close(List<List<Known>> stretches, List<Known> open) {
        if (!open.isEmpty()) stretches.add(List.copyOf(open));
        open.clear();
    }

    private boolean parts(String text, List<NameWords.Word> words, int at) {
        if (at == 0) return false;
        if (isBetweenSentences(text, words, at)) return true;
        if (!ProductTerms.PARTING.contains(words.get(at).plain())) return false;
        boolean inATitle = at + 1 < words.size()
                && terms.areJoined(words.get(at - 1).plain(), words.get(at + 1).plain());
        return !inATitle;
    }

    /** Whether a sentence ends before the word at {@code at}, or something hidden stands there. */
    private static boolean isBetweenSentences(String text, List<NameWords.Word> words, int at) {
        return text.substring(words.get(at - 1).end(), words.get(at).start())
                .chars()
                .anyMatch(sign -> ENDS.indexOf(sign) >= 0);
    }

    private void name(List<NameWords.Word> words, List<Known> stretch, List<Mention> found) {
        Tally tally = new Tally(terms, distinct(stretch));
        List<Mention.Candidate> candidates = new ArrayList<>();
        int winner = rank(words, stretch, tally, candidates);
        if (winner < 0) return;
        Set<String> title = terms.title(winner);
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

    /** Fills in the candidates, best first, and tells the place of the best; -1 when nothing is named. */
    private int rank(List<NameWords.Word> words, List<Known> stretch, Tally tally, List<Mention.Candidate> candidates) {
        double said =
                tally.said.values().stream().mapToDouble(Double::doubleValue).sum();
        double[] scores = new double[terms.size()];
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
        ranked.forEach(product -> candidates.add(new Mention.Candidate(terms.id(product), scores[product])));
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
        double all = terms.titleWorth(product);
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
}
