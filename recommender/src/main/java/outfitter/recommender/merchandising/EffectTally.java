package outfitter.recommender.merchandising;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import outfitter.models.shop.Money;
import outfitter.models.shop.Product;
import outfitter.recommender.ranking.Suggestion;
import outfitter.recommender.ranking.Suggestions;

/**
 * Adds up an {@link Effect}. Orders are drawn, not lines: the interval is that of the mean difference by order, the lines
 * of one order being alike (a normal approximation). For one thread at a time.
 */
public final class EffectTally {
    private static final double NORMAL_95 = 1.96;

    private final Wares wares;
    private int orders;
    private int asked;
    private int touched;
    private int known;
    private int bought;
    private final int[] hits = new int[2];
    private final double[] margin = new double[2];
    private double sum;
    private double squares;
    private double lines;
    private double lineSquares;
    private double products;
    private int differing;
    private int linesHere;

    /** @param wares whose margins count */
    public EffectTally(Wares wares) {
        this.wares = wares;
    }

    /** One product of an order at hand, and what both rule sets show. */
    public void ask(String atHand, Collection<String> order, Suggestions live, Suggestions draft) {
        List<String> before = shown(live);
        List<String> after = shown(draft);
        Set<String> others = new HashSet<>(order);
        others.remove(atHand);
        asked++;
        linesHere++;
        if (!before.equals(after)) touched++;
        differing += count(after, others, 1) - count(before, others, 0);
    }

    /** The order whose products were asked about is through. */
    public void endOrder() {
        if (linesHere > 0) {
            orders++;
            sum += differing;
            squares += (double) differing * differing;
            lines += linesHere;
            lineSquares += (double) linesHere * linesHere;
            products += (double) differing * linesHere;
        }
        differing = 0;
        linesHere = 0;
    }

    /**
     * All that was asked so far.
     *
     * @param learnedAt when the ranking was learned that gave the suggestions; null for one that learned nothing
     */
    public Effect effect(@Nullable Instant learnedAt) {
        double mean = asked == 0 ? 0 : sum / asked;
        double half = NORMAL_95 * deviation(mean);
        return new Effect(orders, asked, touched, side(0), side(1), mean - half, mean + half, marginKnown(), learnedAt);
    }

    private int count(List<String> shown, Set<String> others, int side) {
        List<String> hit = shown.stream().filter(others::contains).distinct().toList();
        if (hit.isEmpty()) return 0;
        hits[side]++;
        for (String product : hit) {
            bought++;
            if (wares.margin(product).isPresent()) known++;
            margin[side] += earned(product);
        }
        return 1;
    }

    private double earned(String product) {
        double price = wares.catalogue()
                .product(product)
                .flatMap(Product::price)
                .map(Money::minor)
                .orElse(0L);
        return price * wares.margin(product).orElse(0) / 100;
    }

    /** Standard error of a ratio of sums over orders: differences by lines asked (Cochran, Sampling Techniques, 6.4). */
    private double deviation(double mean) {
        if (orders < 2 || asked == 0) return 0;
        double spread = squares - 2 * mean * products + mean * mean * lineSquares;
        double perOrder = lines / orders;
        return Math.sqrt(Math.max(0, spread) / (orders - 1) / orders) / perOrder;
    }

    private Effect.Side side(int side) {
        double times = Math.max(1, asked);
        return new Effect.Side(hits[side], hits[side] / times, margin[side] / times);
    }

    private @Nullable Double marginKnown() {
        return bought == 0 ? null : (Double) ((double) known / bought);
    }

    private static List<String> shown(Suggestions suggestions) {
        return Stream.concat(suggestions.goesWith().stream(), suggestions.stepUp().stream())
                .map(Suggestion::product)
                .toList();
    }
}
