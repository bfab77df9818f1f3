package outfitter.recommender.ranking;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import outfitter.models.shop.SegmentSales;

/**
 * What customers of one sort order more than others, lately. Of a product in a segment (orders + {@value #PRIOR}) / (expected
 * orders + {@value #PRIOR}), expected if the segment ordered like everybody: the mean of a gamma-Poisson posterior (DuMouchel,
 * 1999), so that what few ordered is drawn towards the whole by n / (n + {@value #PRIOR}). Thread-safe; what is {@linkplain #learn
 * learned} shows in the next question.
 */
public final class Segments {
    private static final double PRIOR = 5;
    private static final double MOST = 3;
    private static final int FEWEST = 5;
    private static final double TELLING = 1.2;

    private volatile Map<String, Map<String, Integer>> bySegment = Map.of();

    /** Replaces all that was known. */
    public void learn(Collection<SegmentSales.Sold> sales) {
        Map<String, Map<String, Integer>> all = new HashMap<>();
        for (SegmentSales.Sold sold : sales) {
            all.computeIfAbsent(sold.segment(), any -> new HashMap<>()).put(sold.product(), sold.orders());
        }
        bySegment = all;
    }

    /** How much more such customers order the product than everybody, from a third to three; 1 when nothing is known. */
    double lift(Set<String> segments, String product) {
        double lift = 1;
        for (String segment : segments) lift *= lift(segment, product);
        return Math.max(1 / MOST, Math.min(MOST, lift));
    }

    /** In how many orders of such customers. */
    record Telling(String segment, int orders) {}

    /** The segment that orders it more than others, if that can be said. */
    Optional<Telling> telling(Set<String> segments, String product) {
        String best = "";
        double most = TELLING;
        for (String segment : segments) {
            double lift = lift(segment, product);
            if (orders(segment, product) < FEWEST || lift < most) continue;
            most = lift;
            best = segment;
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(new Telling(best, orders(best, product)));
    }

    private double lift(String segment, String product) {
        double everybody = orders("", "");
        if (everybody == 0) return 1;
        double expected = orders(segment, "") * (orders("", product) / everybody);
        return (orders(segment, product) + PRIOR) / (expected + PRIOR);
    }

    private int orders(String segment, String product) {
        return bySegment.getOrDefault(segment, Map.of()).getOrDefault(product, 0);
    }
}
