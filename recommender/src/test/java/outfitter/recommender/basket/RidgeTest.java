package outfitter.recommender.basket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RidgeTest {
    @Property(tries = 20)
    void theInverseTimesTheMatrixIsOne(@ForAll Random random, @ForAll @IntRange(min = 1, max = 150) int size) {
        float[][] matrix = positiveDefinite(random, size);
        float[][] inverse = new float[size][];
        for (int i = 0; i < size; i++) inverse[i] = matrix[i].clone();

        SymmetricInverse.invert(inverse);

        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                double sum = 0;
                for (int k = 0; k < size; k++) sum += (double) at(matrix, i, k) * at(inverse, k, j);
                assertThat(sum).isCloseTo(i == j ? 1 : 0, within(1e-3));
            }
        }
    }

    @Test
    void aMatrixThatHasNoInverseIsRefused() {
        assertThatThrownBy(() -> SymmetricInverse.invert(new float[][] {{0}})).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void whatIsBoughtTogetherSpeaksForEachOther() {
        List<int[]> orders = new ArrayList<>();
        for (int i = 0; i < 50; i++) orders.add(i % 2 == 0 ? new int[] {0, 1} : new int[] {2, 3});
        OrderLines lines = new OrderLines(5, orders, new double[50]);

        SparseRows weights = Ridge.of(lines, lines.weights(30, lines.lastDay()), 1, 100);

        assertThat(weight(weights, 0, 1)).isGreaterThan(0.9f);
        assertThat(Math.abs(weight(weights, 0, 2))).isLessThan(0.01f);
        assertThat(weight(weights, 0, 4)).isZero();
        assertThat(weight(weights.renumbered(new int[] {2, 0, -1, -1, 1}, 3), 2, 0))
                .isGreaterThan(0.9f);
    }

    private static float weight(SparseRows rows, int row, int other) {
        for (int i = 0; i < rows.size(row); i++) if (rows.other(row, i) == other) return rows.weight(row, i);
        return 0;
    }

    private static float at(float[][] lower, int i, int j) {
        return j <= i ? lower[i][j] : lower[j][i];
    }

    private static float[][] positiveDefinite(Random random, int size) {
        float[][] lower = new float[size][];
        for (int i = 0; i < size; i++) {
            lower[i] = new float[i + 1];
            for (int j = 0; j < i; j++) lower[i][j] = random.nextInt(3);
            lower[i][i] = 4 * size;
        }
        return lower;
    }
}
