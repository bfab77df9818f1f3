package outfitter.recommender.basket;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import outfitter.recommender.blend.Largest;

/**
 * What each product in a cart says for and against each other one, all at once: EASE, an item-item ridge regression in
 * closed form (Steck, 2019). With G = XᵀX over the orders, each weighted by its recency, and P = (G + λI)⁻¹ the weights
 * are B = −P / diag(P), zero on the diagonal; a cart's score is the sum of its rows.
 *
 * <p>The work grows with the cube of the products: only those bought most take part. 200 weights a product
 * are kept, the largest by amount.
 */
final class Ridge {
    private static final int KEPT = 200;

    private Ridge() {}

    /** The weights B by row; empty rows for products that are not among the {@code most} that take part. */
    static SparseRows of(OrderLines orders, double[] orderWeights, double lambda, int most) {
        int[] taking = mostBought(orders, most);
        int[] place = new int[orders.products()];
        Arrays.fill(place, -1);
        for (int i = 0; i < taking.length; i++) place[taking[i]] = i;
        float[][] lower = gram(orders, orderWeights, taking, place);
        for (int i = 0; i < lower.length; i++) lower[i][i] += (float) lambda;
        SymmetricInverse.invert(lower);
        return kept(lower, taking, orders.products());
    }

    private static int[] mostBought(OrderLines orders, int most) {
        return IntStream.range(0, orders.products())
                .filter(product -> orders.ordersOf(product) > 0)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(product -> -orders.ordersOf(product)))
                .limit(most)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
    }

    private static float[][] gram(OrderLines orders, double[] orderWeights, int[] taking, int[] place) {
        float[][] lower = new float[taking.length][];
        IntStream.range(0, taking.length).parallel().forEach(i -> {
            lower[i] = new float[i + 1];
            for (int index = 0; index < orders.ordersOf(taking[i]); index++) {
                int order = orders.orderOf(taking[i], index);
                float weight = (float) orderWeights[order];
                for (int line = 0; line < orders.size(order); line++) {
                    int other = place[orders.product(order, line)];
                    if (other >= 0 && other <= i) lower[i][other] += weight;
                }
            }
        });
        return lower;
    }

    private static SparseRows kept(float[][] inverse, int[] taking, int products) {
        int[][] others = new int[products][];
        float[][] weights = new float[products][];
        Arrays.fill(others, new int[0]);
        Arrays.fill(weights, new float[0]);
        IntStream.range(0, taking.length).parallel().forEach(i -> {
            float[] row = row(inverse, i);
            long[] packed = new long[row.length];
            int length = 0;
            for (int j = 0; j < row.length; j++) if (row[j] != 0) packed[length++] = Largest.pack(Math.abs(row[j]), j);
            int most = Largest.toFront(packed, length, KEPT);
            int[] columns = new int[most];
            float[] values = new float[most];
            for (int k = 0; k < most; k++) {
                int j = Largest.number(packed[k]);
                columns[k] = taking[j];
                values[k] = row[j];
            }
            others[taking[i]] = columns;
            weights[taking[i]] = values;
        });
        return new SparseRows(others, weights);
    }

    /** Row i of B. */
    private static float[] row(float[][] inverse, int i) {
        float[] row = new float[inverse.length];
        for (int j = 0; j < row.length; j++) {
            float cell = j <= i ? inverse[i][j] : inverse[j][i];
            row[j] = i == j ? 0 : -cell / inverse[j][j];
        }
        return row;
    }
}
