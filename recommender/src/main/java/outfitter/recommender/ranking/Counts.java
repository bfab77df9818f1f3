package outfitter.recommender.ranking;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * How often things of one sort (products, or leaf categories) were ordered and ordered together: raw counts to show,
 * decayed weights to rank.
 *
 * <p>The bulk lies in flat arrays, one row of partners after the other, never changed once built; what has arrived since
 * lies on top as one small immutable row a thing, swapped in atomically. So any number of threads may read while one
 * order after the other is {@linkplain #add added}: a reader sees each row before or after an order, never half of it.
 * {@link #compacted} makes flat arrays of both.
 */
public final class Counts {
    private final int[] orders;
    private final double[] weights;
    private final int[] starts;
    private final int[] partners;
    private final int[] pairOrders;
    private final float[] pairWeights;
    private final AtomicReferenceArray<AddedRow> additions;

    /**
     * @param orders by thing, how many orders had it
     * @param weights by thing, the same decayed
     * @param starts where the row of each thing begins in the three arrays after it; one longer than there are things
     * @param partners ascending within a row
     */
    public Counts(int[] orders, double[] weights, int[] starts, int[] partners, int[] pairOrders, float[] pairWeights) {
        this.orders = orders;
        this.weights = weights;
        this.starts = starts;
        this.partners = partners;
        this.pairOrders = pairOrders;
        this.pairWeights = pairWeights;
        additions = new AtomicReferenceArray<>(orders.length);
    }

    /** Sees partners one by one. */
    @FunctionalInterface
    public interface Visitor {
        void see(int partner, int orders, double weight);
    }

    public int size() {
        return orders.length;
    }

    /** How many orders had this thing; for a leaf category, how many products of it were ordered. */
    public int orders(int thing) {
        AddedRow added = additions.get(thing);
        return orders[thing] + (added == null ? 0 : added.orders());
    }

    /** The same, older orders counting for less; only ratios mean something. */
    public double weight(int thing) {
        AddedRow added = additions.get(thing);
        return weights[thing] + (added == null ? 0 : added.weight());
    }

    /** In how many orders both were together. */
    public int together(int thing, int other) {
        int at = Arrays.binarySearch(partners, starts[thing], starts[thing + 1], other);
        AddedRow added = additions.get(thing);
        return (at < 0 ? 0 : pairOrders[at]) + (added == null ? 0 : added.together(other));
    }

    /** Shows everything that was ever ordered together with {@code thing}; a partner may come twice, the parts add up. */
    public void partnersOf(int thing, Visitor visitor) {
        for (int at = starts[thing]; at < starts[thing + 1]; at++) {
            visitor.see(partners[at], pairOrders[at], pairWeights[at]);
        }
        AddedRow added = additions.get(thing);
        if (added != null) added.show(visitor);
    }

    /**
     * Counts one order on top. Not to be called by two threads at a time.
     *
     * @param things each once
     * @param times how many of each; pairs count by their product, a thing with itself by n(n-1)
     * @param weight what the order weighs against the others
     * @param pairs whether the order tells what goes together
     */
    public void add(int[] things, int[] times, double weight, boolean pairs) {
        for (int i = 0; i < things.length; i++) {
            AddedRow before = additions.get(things[i]);
            AddedRow alone = (before == null ? AddedRow.EMPTY : before).plus(times[i], weight);
            additions.set(things[i], pairs ? alone.plusPairs(things, times, i, weight) : alone);
        }
    }

    /** Flat arrays of everything counted so far. Not to be called while an order is being added. */
    public Counts compacted() {
        CountsBuilder built = new CountsBuilder(size());
        for (int thing = 0; thing < size(); thing++) {
            partnersOf(thing, built::together);
            built.endRow(orders(thing), weight(thing));
        }
        return built.build();
    }
}
