package outfitter.recommender.training;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import outfitter.recommender.ranking.Assortment;

/**
 * How many products of each thing an order has.
 *
 * <p>Two arrays side by side: {@code things} ascending, {@code times} of each.
 */
final class Grouped {
    private final int[] things;
    private final int[] times;

    private Grouped(int[] things, int[] times) {
        this.things = things;
        this.times = times;
    }

    /** Each product once. */
    static Grouped products(int[] products) {
        int[] times = new int[products.length];
        Arrays.fill(times, 1);
        return new Grouped(products, times);
    }

    /** By leaf category. */
    static Grouped leaves(int[] products, Assortment assortment) {
        Map<Integer, Integer> counted = new TreeMap<>();
        for (int product : products) {
            int leaf = assortment.leaf(product);
            if (leaf != Assortment.NO_LEAF) counted.merge(leaf, 1, Integer::sum);
        }
        return new Grouped(
                counted.keySet().stream().mapToInt(Integer::intValue).toArray(),
                counted.values().stream().mapToInt(Integer::intValue).toArray());
    }

    int[] things() {
        return things;
    }

    int[] times() {
        return times;
    }
}
