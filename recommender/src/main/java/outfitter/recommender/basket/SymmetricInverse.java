package outfitter.recommender.basket;

import java.util.stream.IntStream;

/**
 * The inverse of a symmetric positive definite matrix in its place, by the sweep operator (Goodnight, 1979) on blocks of
 * rows: only the lower triangle is kept and worked on, half the work of an ordinary inversion. On all processors.
 *
 * <p>Sweeping the block K with D = A(K,K)⁻¹ puts A(i,j) − A(i,K) · D · A(K,j) for the rest, A(i,K) · D beside the block and
 * −D into it; after all blocks the matrix is the negative inverse.
 */
final class SymmetricInverse {
    private static final int BLOCK = 64;
    private static final int TILE = 2048;
    private static final int ROWS = 32;

    private final float[][] lower;
    private final int size;

    private SymmetricInverse(float[][] lower) {
        this.lower = lower;
        size = lower.length;
    }

    /**
     * Inverts.
     *
     * @param lower row i has the columns 0 to i; holds the inverse afterwards
     * @throws ArithmeticException when the matrix is not positive definite
     */
    static void invert(float[][] lower) {
        SymmetricInverse inverse = new SymmetricInverse(lower);
        for (int from = 0; from < inverse.size; from += BLOCK) {
            inverse.sweep(from, Math.min(inverse.size, from + BLOCK));
        }
        for (float[] row : lower) for (int j = 0; j < row.length; j++) row[j] = -row[j];
    }

    private void sweep(int from, int to) {
        int width = to - from;
        double[][] inner = innerInverse(from, to);
        float[][] panel = panel(from, to);
        float[][] swept = times(panel, inner, from, to);
        int stripes = (size + ROWS - 1) / ROWS;
        // The last rows are the longest: begin with them.
        IntStream.range(0, stripes).parallel().forEach(each -> {
            int first = (stripes - 1 - each) * ROWS;
            subtract(first, Math.min(size, first + ROWS), from, to, panel, swept);
        });
        for (int k = 0; k < width; k++) {
            for (int j = 0; j < from; j++) lower[from + k][j] = swept[k][j];
            for (int i = to; i < size; i++) lower[i][from + k] = swept[k][i];
            for (int j = 0; j <= k; j++) lower[from + k][from + j] = (float) -inner[k][j];
        }
    }

    /** The columns of the block, each over all rows; nothing in the rows of the block itself. */
    private float[][] panel(int from, int to) {
        float[][] panel = new float[to - from][size];
        for (int k = from; k < to; k++) {
            System.arraycopy(lower[k], 0, panel[k - from], 0, from);
            for (int i = to; i < size; i++) panel[k - from][i] = lower[i][k];
        }
        return panel;
    }

    private float[][] times(float[][] panel, double[][] inner, int from, int to) {
        int width = to - from;
        float[][] product = new float[width][size];
        IntStream.range(0, width).parallel().forEach(q -> {
            for (int p = 0; p < width; p++) {
                float factor = (float) inner[p][q];
                float[] column = panel[p];
                float[] sum = product[q];
                for (int i = 0; i < size; i++) sum[i] += factor * column[i];
            }
        });
        return product;
    }

    private void subtract(int first, int last, int from, int to, float[][] panel, float[][] swept) {
        int width = to - from;
        float[] u = new float[BLOCK];
        for (int tile = 0; tile < last; tile += TILE) {
            for (int i = Math.max(first, tile); i < last; i++) {
                if (i >= from && i < to) continue;
                for (int p = 0; p < width; p++) u[p] = swept[p][i];
                int end = Math.min(i + 1, tile + TILE);
                int p = 0;
                for (; p + 8 <= width; p += 8) subtractEight(lower[i], panel, u, p, tile, end);
                for (; p < width; p++) subtractOne(lower[i], panel[p], u[p], tile, end);
            }
        }
    }

    private static void subtractEight(float[] row, float[][] panel, float[] u, int p, int from, int to) {
        float[] a = panel[p];
        float[] b = panel[p + 1];
        float[] c = panel[p + 2];
        float[] d = panel[p + 3];
        float[] e = panel[p + 4];
        float[] f = panel[p + 5];
        float[] g = panel[p + 6];
        float[] h = panel[p + 7];
        float ua = u[p];
        float ub = u[p + 1];
        float uc = u[p + 2];
        float ud = u[p + 3];
        float ue = u[p + 4];
        float uf = u[p + 5];
        float ug = u[p + 6];
        float uh = u[p + 7];
        for (int j = from; j < to; j++) {
            row[j] -= ua * a[j] + ub * b[j] + uc * c[j] + ud * d[j] + ue * e[j] + uf * f[j] + ug * g[j] + uh * h[j];
        }
    }

    private static void subtractOne(float[] row, float[] column, float factor, int from, int to) {
        for (int j = from; j < to; j++) row[j] -= factor * column[j];
    }

    /** Of the block itself, by Gauss and Jordan; it is positive definite, so no pivot has to be looked for. */
    private double[][] innerInverse(int from, int to) {
        int width = to - from;
        double[][] a = new double[width][width];
        for (int i = 0; i < width; i++) {
            for (int j = 0; j <= i; j++) {
                a[i][j] = lower[from + i][from + j];
                a[j][i] = a[i][j];
            }
        }
        for (int k = 0; k < width; k++) {
            double pivot = a[k][k];
            if (!(pivot > 0)) throw new ArithmeticException("not positive definite at row " + (from + k));
            for (int j = 0; j < width; j++) a[k][j] /= pivot;
            a[k][k] = 1 / pivot;
            for (int i = 0; i < width; i++) {
                if (i == k) continue;
                double factor = a[i][k];
                a[i][k] = 0;
                for (int j = 0; j < width; j++) a[i][j] -= factor * a[k][j];
            }
        }
        return a;
    }
}
