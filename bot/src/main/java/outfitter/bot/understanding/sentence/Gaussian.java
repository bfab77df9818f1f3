package outfitter.bot.understanding.sentence;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Vectors as a normal distribution a class, all of one shape (linear discriminant analysis), beside one distribution of
 * them all. The difference of a vector's distances to the nearest class and to all says whether it belongs anywhere: the
 * relative Mahalanobis distance of Ren et al. (A simple fix to Mahalanobis distance, 2021). Immutable.
 */
final class Gaussian {
    private static final double SHRUNK = 0.1;
    private static final int TOGETHER = 4;
    private static final int ROWS = 32;
    private static final double SMALLEST = 1e-6;

    private final int size;
    private final int classes;
    /** For each class one row: its mean times the inverse shape, then half its own length in it, negative. */
    private final float[] discriminant;
    /** Lower triangles that turn a vector into one whose length is its distance: within classes, and of all. */
    private final float[] within;

    private final float[] overall;
    private final float[] middle;

    Gaussian(int size, int classes, float[] discriminant, float[] within, float[] overall, float[] middle) {
        this.size = size;
        this.classes = classes;
        this.discriminant = discriminant;
        this.within = within;
        this.overall = overall;
        this.middle = middle;
    }

    static Gaussian learn(float[][] vectors, int[] label, int classes, int threads) {
        int size = vectors[0].length;
        double[][] mean = new double[classes][size];
        int[] count = new int[classes];
        double[] middle = new double[size];
        int all = 0;
        for (int i = 0; i < vectors.length; i++) {
            if (label[i] < 0) continue;
            count[label[i]]++;
            all++;
            for (int k = 0; k < size; k++) {
                mean[label[i]][k] += vectors[i][k];
                middle[k] += vectors[i][k];
            }
        }
        for (int c = 0; c < classes; c++) for (int k = 0; k < size; k++) mean[c][k] /= Math.max(1, count[c]);
        for (int k = 0; k < size; k++) middle[k] /= all;
        double[][] spread = spread(vectors, label, mean, all, threads);
        float[] outer = whitening(shrunk(withMeans(spread, mean, count, middle, all)));
        float[] inner = whitening(shrunk(spread));
        float[] discriminant = new float[classes * (size + 1)];
        for (int c = 0; c < classes; c++) {
            float[] white = apply(inner, toFloats(mean[c]), size);
            float[] back = applyTransposed(inner, white, size);
            System.arraycopy(back, 0, discriminant, c * (size + 1), size);
            discriminant[c * (size + 1) + size] = -square(white) / 2;
        }
        return new Gaussian(size, classes, discriminant, inner, outer, toFloats(middle));
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(size);
        out.writeInt(classes);
        Numbers.write(discriminant, out);
        Numbers.write(within, out);
        Numbers.write(overall, out);
        Numbers.write(middle, out);
    }

    static Gaussian read(DataInput in) throws IOException {
        return new Gaussian(
                in.readInt(),
                in.readInt(),
                Numbers.floats(in),
                Numbers.floats(in),
                Numbers.floats(in),
                Numbers.floats(in));
    }

    /** For each class how well {@code vector} fits, up to what is the same for all of them. */
    float[] fits(float[] vector) {
        float[] fits = new float[classes];
        for (int c = 0; c < classes; c++) {
            int row = c * (size + 1);
            float sum = discriminant[row + size];
            for (int k = 0; k < size; k++) sum += discriminant[row + k] * vector[k];
            fits[c] = sum;
        }
        return fits;
    }

    /** The squared distance to the class that fits best, given how well it does. */
    double distance(float[] vector, float best) {
        return square(apply(within, vector, size)) - 2 * best;
    }

    /** The squared distance to the middle of all. */
    double distanceOverall(float[] vector) {
        float[] apart = vector.clone();
        for (int k = 0; k < size; k++) apart[k] -= middle[k];
        return square(apply(overall, apart, size));
    }

    /** The lower half of the mean product of what is left of each vector without its class's mean. */
    private static double[][] spread(float[][] vectors, int[] label, double[][] mean, int all, int threads) {
        int size = vectors[0].length;
        float[][] apart = new float[(all + TOGETHER - 1) / TOGETHER * TOGETHER][size];
        int at = 0;
        for (int i = 0; i < vectors.length; i++) {
            if (label[i] < 0) continue;
            for (int k = 0; k < size; k++) apart[at][k] = (float) (vectors[i][k] - mean[label[i]][k]);
            at++;
        }
        double[][] spread = new double[size][size];
        List<Runnable> pieces = new ArrayList<>();
        for (int from = 0; from < size; from += ROWS) {
            int first = from;
            pieces.add(() -> multiply(apart, first, Math.min(size, first + ROWS), spread, all));
        }
        Workers.runAll(pieces, threads);
        return spread;
    }

    /** Some rows of the mean product, few enough to stay near the processor; some vectors at a time for the same reason. */
    private static void multiply(float[][] apart, int from, int to, double[][] spread, int all) {
        int size = spread.length;
        float[] sum = new float[(to - from) * size];
        for (int i = 0; i < apart.length; i += TOGETHER) {
            float[] one = apart[i];
            float[] two = apart[i + 1];
            float[] three = apart[i + 2];
            float[] four = apart[i + 3];
            for (int k = from; k < to; k++) {
                float a = one[k];
                float b = two[k];
                float c = three[k];
                float d = four[k];
                int row = (k - from) * size;
                for (int j = 0; j <= k; j++) sum[row + j] += a * one[j] + b * two[j] + (c * three[j] + d * four[j]);
            }
        }
        for (int k = from; k < to; k++) for (int j = 0; j <= k; j++) spread[k][j] = sum[(k - from) * size + j] / all;
    }

    /** The spread around the middle of all: that within the classes, and that of their means. */
    private static double[][] withMeans(double[][] within, double[][] mean, int[] count, double[] middle, int all) {
        int size = middle.length;
        double[][] sum = new double[size][];
        for (int k = 0; k < size; k++) sum[k] = within[k].clone();
        for (int c = 0; c < mean.length; c++) {
            double share = (double) count[c] / all;
            for (int k = 0; k < size; k++) {
                double one = share * (mean[c][k] - middle[k]);
                for (int j = 0; j <= k; j++) sum[k][j] += one * (mean[c][j] - middle[j]);
            }
        }
        return sum;
    }

    /** Drawn toward a ball, so that few vectors in many dimensions do not make it flat. */
    private static double[][] shrunk(double[][] spread) {
        int size = spread.length;
        double trace = 0;
        for (int k = 0; k < size; k++) trace += spread[k][k];
        for (int k = 0; k < size; k++) {
            for (int j = 0; j <= k; j++) spread[k][j] *= 1 - SHRUNK;
            spread[k][k] += SHRUNK * trace / size + SMALLEST;
        }
        return spread;
    }

    /** The inverse of the Cholesky factor of {@code spread}, of which only the lower half is read. */
    private static float[] whitening(double[][] spread) {
        int size = spread.length;
        for (int k = 0; k < size; k++) {
            for (int j = 0; j <= k; j++) {
                double sum = spread[k][j];
                for (int m = 0; m < j; m++) sum -= spread[k][m] * spread[j][m];
                spread[k][j] = j == k ? Math.sqrt(sum) : sum / spread[j][j];
            }
        }
        float[] inverse = new float[size * size];
        double[] column = new double[size];
        for (int j = 0; j < size; j++) {
            Arrays.fill(column, 0);
            for (int k = j; k < size; k++) {
                double sum = k == j ? 1 : 0;
                for (int m = j; m < k; m++) sum -= spread[k][m] * column[m];
                column[k] = sum / spread[k][k];
                inverse[k * size + j] = (float) column[k];
            }
        }
        return inverse;
    }

    private static float[] apply(float[] lower, float[] vector, int size) {
        float[] result = new float[size];
        for (int k = 0; k < size; k++) {
            float sum = 0;
            for (int j = 0; j <= k; j++) sum += lower[k * size + j] * vector[j];
            result[k] = sum;
        }
        return result;
    }

    private static float[] applyTransposed(float[] lower, float[] vector, int size) {
        float[] result = new float[size];
        for (int k = 0; k < size; k++) {
            for (int j = 0; j <= k; j++) result[j] += lower[k * size + j] * vector[k];
        }
        return result;
    }

    private static float square(float[] vector) {
        float sum = 0;
        for (float each : vector) sum += each * each;
        return sum;
    }

    private static float[] toFloats(double[] numbers) {
        float[] floats = new float[numbers.length];
        for (int i = 0; i < floats.length; i++) floats[i] = (float) numbers[i];
        return floats;
    }
}
