package outfitter.recommender.ranking;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import outfitter.recommender.basket.BasketSignals;
import outfitter.recommender.basket.Counts;
import outfitter.recommender.basket.SparseRows;

/**
 * All that the ranking reads: what was bought, with what, and what resembles what. Flat arrays with the newest orders on
 * top; see {@link Counts} for what threads may do. Made by {@code training}.
 *
 * <p>An order weighs 2^((ordered − landmark) / half-life): only ratios of weights are ever used, so an order that arrives
 * later simply weighs more, and nothing counted before needs to be touched.
 *
 * @param assortment what the numbers stand for
 * @param signals counts by product, a product counting once an order; ridge table and likeness of titles
 * @param leaves counts by leaf category, pairs by the product of how many products of each the order had
 * @param totals orders, products ordered, ordered pairs of products
 * @param seasonOrders by {@link Season#slot}, orders in that season of any year
 * @param landmark the instant at which an order weighs 1
 */
public record Index(
        Assortment assortment,
        BasketSignals signals,
        Counts leaves,
        AtomicLongArray totals,
        AtomicIntegerArray seasonOrders,
        Instant landmark) {
    // Pairs of leaves with few orders are taken for average: so many expected pairs are added on both sides.
    private static final double LIFT_PRIOR = 5;
    private static final double OTHER_KIND = 0.5;
    private static final double SAME_KIND = 1.25;

    public static final int ORDERS = 0;
    public static final int LINES = 1;
    public static final int PAIRS = 2;

    /** With fewer orders than this a product borrows what its titles' neighbours know, and lends nothing. */
    public static final int ENOUGH_ORDERS = BasketSignals.ENOUGH_ORDERS;

    /** Counts by product; a product counts once an order. */
    public Counts products() {
        return signals.together();
    }

    /** The same with another ridge table. */
    public Index with(SparseRows ridge) {
        return new Index(assortment, signals.with(ridge), leaves, totals, seasonOrders, landmark);
    }

    /** The same with totals that nothing is added to. */
    public Index copy() {
        AtomicLongArray ownTotals = new AtomicLongArray(totals.length());
        for (int i = 0; i < totals.length(); i++) ownTotals.set(i, totals.get(i));
        AtomicIntegerArray ownSeasons = new AtomicIntegerArray(seasonOrders.length());
        for (int i = 0; i < seasonOrders.length(); i++) ownSeasons.set(i, seasonOrders.get(i));
        return new Index(assortment, signals, leaves, ownTotals, ownSeasons, landmark);
    }

    /** What an order placed at {@code at} weighs. */
    public double weightAt(Instant at) {
        return weight(landmark, at, Counts.HALF_LIFE);
    }

    /** What it weighs where only what is new counts. */
    public double lateWeightAt(Instant at) {
        return weight(landmark, at, Counts.LATE_HALF_LIFE);
    }

    /** The instant in days, as {@code basket} reckons. */
    public static double day(Instant at) {
        return at.toEpochMilli() / (double) TimeUnit.DAYS.toMillis(1);
    }

    private static double weight(Instant landmark, Instant at, double halfLife) {
        return Math.pow(2, (day(at) - day(landmark)) / halfLife);
    }

    /** How many orders with this product were placed in such a season, of any year. */
    public int seasonOrders(int product, Season season) {
        return seasonOrders.get(season.slot(product));
    }

    /**
     * How much people buy a product in this season: its decayed weight times the season's share of its orders, so that
     * last winter's skis do not lead in July. 0 below five orders in the season.
     */
    public double liking(int product, Season season) {
        int inSeason = seasonOrders(product, season);
        if (inSeason < ENOUGH_ORDERS) return 0;
        return products().weight(product) * inSeason / products().orders(product);
    }

    /**
     * How much likelier two leaf categories are bought together than two products by and large; 1 is average, and what
     * little data says. Observed pairs / (expected pairs if leaves were drawn independently × the same ratio over all
     * pairs), with five average pairs added to both.
     */
    public double lift(int leaf, int other) {
        if (leaf == Assortment.NO_LEAF || other == Assortment.NO_LEAF) return 1;
        double lines = totals.get(LINES);
        if (lines == 0) return 1;
        double expected = totals.get(PAIRS) * (leaves.orders(leaf) / lines) * (leaves.orders(other) / lines);
        return (leaves.together(leaf, other) + LIFT_PRIOR) / (expected + LIFT_PRIOR);
    }

    /**
     * Whether things of the second leaf go with things of the first rather than instead of them, judged by how often they
     * are bought together: another leaf unless the pair is rare (boots and shoes), the same leaf only when the pair is
     * frequent (two sorts of trail food).
     */
    public boolean leavesComplement(int leaf, int other) {
        return lift(leaf, other) >= (leaf == other ? SAME_KIND : OTHER_KIND);
    }
}
