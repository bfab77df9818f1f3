package outfitter.recommender.basket;

import java.util.Arrays;
import java.util.stream.IntStream;
import outfitter.recommender.blend.Board;
import outfitter.recommender.blend.Largest;

/**
 * What was ordered together, counted three ways: orders as they are, and with two decays, a slow one (half-life 83 days)
 * and a fast one (21 days). The {@value #MOST} partners that weigh most are kept of a product. Immutable.
 */
final class CoPurchases {
    static final double SLOW = 83;
    static final double FAST = 21;

    private static final int MOST = 400;
    private static final int LARGEST_ORDER = 200;
    private static final int WEIGHT = 0;
    private static final int LATE = 1;
    private static final int COUNT = 2;

    /** By product, the weight of its orders under the slow decay. */
    final double[] weights;
    /** The same under the fast one. */
    final double[] lateWeights;

    private final OrderLines orders;
    private final int[][] partners;
    private final float[][] pairs;
    private final float[][] latePairs;
    private final int[][] counts;

    private CoPurchases(OrderLines orders, double[] slow, double[] fast) {
        this.orders = orders;
        weights = orders.sums(slow);
        lateWeights = orders.sums(fast);
        partners = new int[orders.products()][];
        pairs = new float[orders.products()][];
        latePairs = new float[orders.products()][];
        counts = new int[orders.products()][];
    }

    /** Counts all orders; an order of more than {@value #LARGEST_ORDER} products is a trader's and says nothing. */
    static CoPurchases of(OrderLines orders) {
        double[] slow = orders.weights(SLOW);
        double[] fast = orders.weights(FAST);
        CoPurchases counted = new CoPurchases(orders, slow, fast);
        int stripes = 8 * Runtime.getRuntime().availableProcessors();
        IntStream.range(0, stripes).parallel().forEach(stripe -> {
            Board row = new Board(3, orders.products());
            long[] packed = new long[orders.products()];
            for (int product = stripe; product < orders.products(); product += stripes) {
                counted.count(product, slow, fast, row, packed);
            }
        });
        return counted;
    }

    private void count(int product, double[] slow, double[] fast, Board row, long[] packed) {
        row.clear(orders.products());
        for (int index = 0; index < orders.ordersOf(product); index++) {
            int order = orders.orderOf(product, index);
            if (orders.size(order) > LARGEST_ORDER) continue;
            for (int line = 0; line < orders.size(order); line++) {
                int other = orders.product(order, line);
                if (other == product) continue;
                row.add(other, WEIGHT, (float) slow[order]);
                row.add(other, LATE, (float) fast[order]);
                row.add(other, COUNT, 1);
            }
        }
        int kept = Largest.sorted(packed, row.pack(WEIGHT, packed), MOST);
        partners[product] = new int[kept];
        Arrays.setAll(partners[product], i -> Largest.number(packed[i]));
        counts[product] = new int[kept];
        Arrays.setAll(counts[product], i -> (int) row.get(partners[product][i], COUNT));
        pairs[product] = column(row, partners[product], WEIGHT);
        latePairs[product] = column(row, partners[product], LATE);
    }

    private static float[] column(Board row, int[] partners, int column) {
        float[] values = new float[partners.length];
        for (int i = 0; i < values.length; i++) values[i] = row.get(partners[i], column);
        return values;
    }

    /** How many partners of {@code product} are kept; the heaviest first. */
    int size(int product) {
        return partners[product].length;
    }

    int partner(int product, int index) {
        return partners[product][index];
    }

    float pair(int product, int index) {
        return pairs[product][index];
    }

    float latePair(int product, int index) {
        return latePairs[product][index];
    }

    /** Orders with both, as they are; 0 when that is not kept. */
    int together(int product, int other) {
        for (int i = 0; i < size(product); i++) if (partners[product][i] == other) return counts[product][i];
        return 0;
    }

    /** Orders with both, as they are. */
    int count(int product, int index) {
        return counts[product][index];
    }
}
