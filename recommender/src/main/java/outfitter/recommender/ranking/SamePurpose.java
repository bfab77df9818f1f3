package outfitter.recommender.ranking;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A better one should serve what the customer came for: the share of tags that both have. Tags that most of the leaf
 * category has ("boots") only name the kind and do not count.
 */
final class SamePurpose implements Scorer {
    static final double WEIGHT = 0.4;
    private static final double MOST_OF_A_LEAF = 0.6;
    private static final int MOST_SAID = 2;

    private final Assortment assortment;
    private final List<List<String>> tellingTags;

    SamePurpose(Index index) {
        assortment = index.assortment();
        tellingTags = IntStream.range(0, assortment.size())
                .mapToObj(this::tellingTags)
                .toList();
    }

    @Override
    public String signal() {
        return "same-purpose";
    }

    @Override
    public double points(Query query, Step step) {
        int shared = shared(step).size();
        int all = tags(step.anchor().product()).size() + tags(step.product()).size() - shared;
        return all > 0 ? shared / (double) all : 0;
    }

    @Override
    public Optional<Evidence> evidence(Query query, int product) {
        return StepUp.to(product, query).filter(step -> !shared(step).isEmpty()).map(this::say);
    }

    private Evidence say(Step step) {
        List<String> said = shared(step).stream().limit(MOST_SAID).toList();
        String than = assortment.id(step.anchor().product());
        return new Evidence("same-purpose", Map.of("than", than, "tags", said));
    }

    private List<String> shared(Step step) {
        List<String> wanted = tags(step.anchor().product());
        return tags(step.product()).stream().filter(wanted::contains).toList();
    }

    private List<String> tags(int product) {
        return tellingTags.get(product);
    }

    private List<String> tellingTags(int product) {
        int[] leaf = assortment.productsIn(assortment.leaf(product));
        return assortment.product(product).tags().stream()
                .filter(tag -> haveIt(leaf, tag) < MOST_OF_A_LEAF * leaf.length)
                .toList();
    }

    private long haveIt(int[] products, String tag) {
        return Arrays.stream(products)
                .filter(other -> assortment.product(other).tags().contains(tag))
                .count();
    }
}
