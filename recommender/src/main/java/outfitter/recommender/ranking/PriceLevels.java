package outfitter.recommender.ranking;

import java.util.Arrays;
import outfitter.models.shop.Money;

/** Where a product's price stands among those of its leaf category. Immutable. */
final class PriceLevels {
    private static final float MIDDLE = 0.5f;

    private final float[] levels;

    PriceLevels(Assortment assortment) {
        levels = new float[assortment.size()];
        Arrays.fill(levels, MIDDLE);
        for (int leaf = 0; leaf < assortment.leafCount(); leaf++) {
            int[] products = assortment.productsIn(leaf);
            long[] prices = Arrays.stream(products)
                    .mapToLong(product -> price(assortment, product))
                    .sorted()
                    .toArray();
            for (int product : products) levels[product] = level(prices, price(assortment, product));
        }
    }

    /** From 0 for the cheapest to 1 for the dearest; products of one price share the middle of their places. */
    float of(int product) {
        return levels[product];
    }

    private static float level(long[] sorted, long price) {
        int below = first(sorted, price);
        int same = 0;
        while (below + same < sorted.length && sorted[below + same] == price) same++;
        return (below + same / 2f) / sorted.length;
    }

    private static int first(long[] sorted, long price) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < price) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private static long price(Assortment assortment, int product) {
        return assortment.price(product).map(Money::minor).orElse(0L);
    }
}
