package outfitter.recommender.basket;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import outfitter.recommender.snapshot.Parts;

/**
 * How often things of one sort (products, or leaf categories) were ordered and ordered together: raw counts to show,
 * weights that decay slowly ({@value #HALF_LIFE} days) and fast ({@value #LATE_HALF_LIFE} days) to rank.
 *
 * <p>The bulk lies in flat arrays, one row of partners after the other, never changed once built; what has arrived since
 * lies on top as one small immutable row a thing, swapped in atomically. So any number of threads may read while one
 * order after the other is {@linkplain #add added}: a reader sees each row before or after an order, never half of it.
 * {@link #compacted} makes flat arrays of both.
 */
public final class Counts {
    /** After so many days an order counts half; the best of those tried on the Online Retail II log. */
    public static final double HALF_LIFE = 83;

    /** The same for what counts only lately. */
    public static final double LATE_HALF_LIFE = 21;

    /** An order of more products is a trader's and says little about what goes with what: only popularity learns of it. */
    private static final int LARGEST_ORDER = 200;

    private final int[] orders;
    private final double[] weights;
    private final double[] lateWeights;
    private final int[] starts;
    private final int[] partners;
    private final int[] pairOrders;
    private final float[] pairWeights;
    private final float[] latePairs;
    private final AtomicReferenceArray<AddedRow> additions;

    /**
     * @param orders by thing, how many orders had it
     * @param weights by thing, the same decayed
     * @param lateWeights the same with the fast decay
     * @param starts where the row of each thing begins in the four arrays after it; one longer than there are things
     * @param partners ascending within a row
     */
    Counts(
            int[] orders,
            double[] weights,
            double[] lateWeights,
            int[] starts,
            int[] partners,
            int[] pairOrders,
            float[] pairWeights,
            float[] latePairs) {
        this.orders = orders;
        this.weights = weights;
        this.lateWeights = lateWeights;
        this.starts = starts;
        this.partners = partners;
        this.pairOrders = pairOrders;
        this.pairWeights = pairWeights;
        this.latePairs = latePairs;
        additions = new AtomicReferenceArray<>(orders.length);
    }

    /** Sees partners one by one. */
    @FunctionalInterface
    public interface Visitor {
        void see(int partner, int orders, double weight, double late);
    }

    /** Whether an order of so many products says what goes with what. */
    public static boolean teachesPairs(int products) {
        return products <= LARGEST_ORDER;
    }

    /** Counts all orders; one placed on {@code landmark} weighs 1. */
    public static Counts of(OrderLines orders, double landmark) {
        double[] slow = orders.weights(HALF_LIFE, landmark);
        double[] fast = orders.weights(LATE_HALF_LIFE, landmark);
        CountsBuilder rows = new CountsBuilder(orders.products());
        for (int product = 0; product < orders.products(); product++) {
            double weight = 0;
            double late = 0;
            for (int index = 0; index < orders.ordersOf(product); index++) {
                int order = orders.orderOf(product, index);
                weight += slow[order];
                late += fast[order];
                if (!teachesPairs(orders.size(order))) continue;
                for (int line = 0; line < orders.size(order); line++) {
                    int other = orders.product(order, line);
                    if (other != product) rows.together(other, 1, slow[order], fast[order]);
                }
            }
            rows.endRow(orders.ordersOf(product), weight, late);
        }
        return rows.build();
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

    /** As {@link #weight}, with the fast decay. */
    public double lateWeight(int thing) {
        AddedRow added = additions.get(thing);
        return lateWeights[thing] + (added == null ? 0 : added.late());
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
            visitor.see(partners[at], pairOrders[at], pairWeights[at], latePairs[at]);
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
     * @param late the same with the fast decay
     * @param pairs whether the order tells what goes together
     */
    public void add(int[] things, int[] times, double weight, double late, boolean pairs) {
        add(things, times, 1, weight, late, pairs);
    }

    /** Takes off an order that was counted before, as it was counted. Not to be called by two threads at a time. */
    public void takeOff(int[] things, int[] times, double weight, double late, boolean pairs) {
        add(things, times, -1, weight, late, pairs);
    }

    private void add(int[] things, int[] times, int sign, double weight, double late, boolean pairs) {
        for (int i = 0; i < things.length; i++) {
            AddedRow before = additions.get(things[i]);
            AddedRow alone = (before == null ? AddedRow.EMPTY : before).plus(sign * times[i], weight, late);
            additions.set(things[i], pairs ? alone.plusPairs(things, times, i, sign, weight, late) : alone);
        }
    }

    /** Whether orders with this thing were taken off since it was last made flat: then one part alone of a pair says nothing. */
    boolean isReduced(int thing) {
        AddedRow added = additions.get(thing);
        return added != null && added.isReduced();
    }

    /** Puts the flat arrays of {@link #compacted} counts into a file. */
    public void save(Parts parts) {
        parts.add(orders).add(weights).add(lateWeights).add(starts);
        parts.add(partners).add(pairOrders).add(pairWeights).add(latePairs);
    }

    /** What was {@linkplain #save saved}. */
    public static Counts load(Parts.Taken from) {
        return new Counts(
                from.ints(),
                from.doubles(),
                from.doubles(),
                from.ints(),
                from.ints(),
                from.ints(),
                from.floats(),
                from.floats());
    }

    /** Flat arrays of everything counted so far. Not to be called while an order is being added. */
    public Counts compacted() {
        CountsBuilder built = new CountsBuilder(size());
        for (int thing = 0; thing < size(); thing++) {
            partnersOf(thing, built::together);
            built.endRow(orders(thing), weight(thing), lateWeight(thing));
        }
        return built.build();
    }
}
