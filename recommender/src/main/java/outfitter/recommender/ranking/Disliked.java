package outfitter.recommender.ranking;

import java.util.HashMap;
import java.util.Map;

/**
 * Pairs of products of which agents said that they do not go together, and how often. Each time weighs as much as {@value
 * #ORDERS} orders without the other product: a pair with many orders survives a single opinion. Thread-safe; what is
 * {@linkplain #learn learned} shows in the next question.
 */
public final class Disliked {
    private static final double ORDERS = 10;

    private volatile Map<String, Map<String, Integer>> byAnchor = Map.of();

    /** One pair. */
    public record Pair(String anchor, String product, int times) {}

    /** Replaces all that was known. */
    public void learn(Iterable<Pair> pairs) {
        Map<String, Map<String, Integer>> all = new HashMap<>();
        for (Pair pair : pairs) {
            all.computeIfAbsent(pair.anchor(), any -> new HashMap<>())
                    .merge(pair.product(), pair.times(), Integer::sum);
        }
        byAnchor = all;
    }

    /** How often each product was declined beside {@code anchor}. */
    Map<String, Integer> with(String anchor) {
        return byAnchor.getOrDefault(anchor, Map.of());
    }

    /** What is left of the weight of a pair that was in so many orders. */
    static double left(int times, int orders) {
        return orders / (orders + ORDERS * times);
    }
}
