package outfitter.bot.understanding.sentence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Linear classifiers, one for each class against all others: L2-regularised, squared hinge loss, solved in the dual one
 * coordinate at a time (Hsieh et al., A dual coordinate descent method for large-scale linear SVM, ICML 2008). All classes
 * of a thread pass over the rows together, so that the innermost loops run over neighbouring numbers, which the JVM
 * makes into vector instructions.
 *
 * <p>The order in which rows are passed over is decided by their marks, so that neither the order in which they are given nor
 * a few more of them change much, and the weights are the mean of those after each of the later passes, which lies nearer to
 * the optimum than any of them. The same rows always give the same weights.
 */
final class LinearTrainer {
    private static final int MIXING = 0x9E3779B9;
    /** The weights after the passes before are too raw to count. */
    private static final int RAW = 3;

    private static final int LANES = 8;
    private static final float LEAST = 1e-5f;
    private static final double ENOUGH = 1e-2;
    /** A row that moved no class by more than this is passed over, two times of three. */
    private static final float STILL = 1e-4f;

    private final double cost;
    private final int passes;
    private final int threads;

    /** A trainer that lets every error count {@code cost} and passes over the rows at most {@code passes} times. */
    LinearTrainer(double cost, int passes, int threads) {
        this.cost = cost;
        this.passes = passes;
        this.threads = threads;
    }

    /**
     * Weights for {@code rows}, the i-th of which belongs to class {@code label[i]}, or to none of them when negative.
     *
     * @param mark a number for each row that is its own whatever the others are
     */
    LinearHead train(List<Row> rows, int[] mark, int[] label, int width, int classes) {
        int share = Math.max(LANES, (classes + threads - 1) / threads);
        List<Part> parts = new ArrayList<>();
        for (int from = 0; from < classes; from += share) {
            parts.add(new Part(rows, mark, label, width, from, Math.min(classes, from + share)));
        }
        Workers.runAll(parts, threads);
        LinearHead head = new LinearHead(width + 1, classes);
        for (Part part : parts) head.take(part.weights, part.lanes, part.from, part.to);
        return head;
    }

    /** Some classes over all rows. */
    private final class Part implements Runnable {
        private final List<Row> rows;
        private final int[] mark;
        private final int[] label;
        private final int from;
        private final int to;
        private final int lanes;
        private final int bias;
        private final float[] weights;

        Part(List<Row> rows, int[] mark, int[] label, int width, int from, int to) {
            this.rows = rows;
            this.mark = mark;
            this.label = label;
            this.from = from;
            this.to = to;
            this.lanes = (to - from + LANES - 1) / LANES * LANES;
            this.bias = width;
            this.weights = new float[(width + 1) * lanes];
        }

        @Override
        public void run() {
            int count = rows.size();
            float[] alpha = new float[count * lanes];
            float[] square = new float[count];
            for (int i = 0; i < count; i++) square[i] = rows.get(i).square() + 1;
            float diagonal = (float) (1 / (2 * cost));
            float[] score = new float[lanes];
            float[] step = new float[lanes];
            byte[] still = new byte[count];
            float[] sum = new float[weights.length];
            int summed = 0;
            for (int pass = 0; pass < passes; pass++) {
                double moved = 0;
                for (int i : order(pass)) {
                    if (still[i] > 0 && (pass + i) % 3 != 0) continue;
                    rows.get(i).score(weights, lanes, score, bias);
                    float most = steps(alpha, i, square[i] + diagonal, diagonal, score, step);
                    still[i] = (byte) (most < STILL ? 1 : 0);
                    if (most > LEAST) rows.get(i).add(weights, lanes, step, bias);
                    moved = Math.max(moved, most);
                }
                if (pass >= RAW) {
                    for (int k = 0; k < sum.length; k++) sum[k] += weights[k];
                    summed++;
                }
                if (moved < ENOUGH) break;
            }
            for (int k = 0; k < sum.length && summed > 0; k++) weights[k] = sum[k] / summed;
        }

        private float steps(float[] alpha, int row, float curvature, float diagonal, float[] score, float[] step) {
            float most = 0;
            int own = label[row] - from;
            for (int c = 0; c < lanes; c++) {
                float sign = c == own ? 1f : -1f;
                float before = alpha[row * lanes + c];
                float slope = sign * score[c] - 1 + diagonal * before;
                float after = Math.max(0f, before - slope / curvature);
                alpha[row * lanes + c] = after;
                step[c] = (after - before) * sign;
                most = Math.max(most, Math.abs(after - before));
            }
            return most;
        }

        private int[] order(int pass) {
            long[] drawn = new long[mark.length];
            for (int i = 0; i < drawn.length; i++) {
                int mixed = (mark[i] ^ (pass + 1) * MIXING) * MIXING;
                int place = (mixed ^ mixed >>> 15) * MIXING;
                drawn[i] = (long) place << Integer.SIZE | i;
            }
            Arrays.sort(drawn);
            return Arrays.stream(drawn).mapToInt(each -> (int) each).toArray();
        }
    }
}
