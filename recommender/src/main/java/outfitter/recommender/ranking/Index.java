package outfitter.recommender.ranking;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * All that the scorers read: what was bought, with what, and what resembles what. Flat arrays with the newest orders on
 * top; see {@link Counts} for what threads may do. Made by {@code training}.
 *
 * <p>An order weighs 2^((ordered − landmark) / half-life): only ratios of weights are ever used, so an order that arrives
 * later simply weighs more, and nothing counted before needs to be touched.
 *
 * @param assortment what the numbers stand for
 * @param products counts by product; a product counts once an order
 * @param leaves counts by leaf category, pairs by the product of how many products of each the order had
 * @param totals orders, products ordered, ordered pairs of products
 * @param seasonOrders by {@link Season#slot}, orders in that season of any year
 * @param resemblances products with like titles, for those without history
 * @param landmark the instant at which an order weighs 1
 */
public record Index(
        Assortment assortment,
        Counts products,
        Counts leaves,
        AtomicLongArray totals,
        AtomicIntegerArray seasonOrders,
        Resemblances resemblances,
        Instant landmark) {
    /** After so long an order counts half; the best of those tried on the Online Retail II log. */
    public static final Duration HALF_LIFE = Duration.ofDays(83);

    /** An order of more products is a trader's and says little about what goes with what: only popularity learns of it. */
    private static final int LARGEST_ORDER = 200;

    // Pairs of leaves with few orders are taken for average: so many expected pairs are added on both sides.
    private static final double LIFT_PRIOR = 5;
    private static final double OTHER_KIND = 0.5;
    private static final double SAME_KIND = 1.25;

    public static final int ORDERS = 0;
    public static final int LINES = 1;
    public static final int PAIRS = 2;

    /** Whether an order of so many products says what goes with what. */
    public static boolean teachesPairs(int products) {
        return products <= LARGEST_ORDER;
    }

    /** With fewer orders than this a product borrows what its titles' neighbours know, and lends nothing. */
    public static final int ENOUGH_ORDERS = 5;

    /** What an order placed at {@code at} weighs. */
    public double weightAt(Instant at) {
        return weightBetween(landmark, at);
    }

    /** What an order placed at {@code at} weighs when one at {@code landmark} weighs 1. */
    public static double weightBetween(Instant landmark, Instant at) {
        return Math.pow(2, Duration.between(landmark, at).toMillis() / (double) HALF_LIFE.toMillis());
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
        return products.weight(product) * inSeason / products.orders(product);
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
