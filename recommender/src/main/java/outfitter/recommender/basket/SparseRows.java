package outfitter.recommender.basket;

import java.util.Arrays;
import java.util.stream.IntStream;
import outfitter.recommender.snapshot.Parts;

/** Of each product, some others with a weight, in flat arrays. Immutable. */
public final class SparseRows {
    private final int[] starts;
    private final int[] others;
    private final float[] weights;

    SparseRows(int[][] others, float[][] weights) {
        starts = new int[others.length + 1];
        for (int row = 0; row < others.length; row++) starts[row + 1] = starts[row] + others[row].length;
        this.others = new int[starts[others.length]];
        this.weights = new float[starts[others.length]];
        for (int row = 0; row < others.length; row++) {
            System.arraycopy(others[row], 0, this.others, starts[row], others[row].length);
            System.arraycopy(weights[row], 0, this.weights, starts[row], weights[row].length);
        }
    }

    /** The same in other numbers: {@code numbers} by old number, -1 for what is left out; {@code rows} in all. */
    public SparseRows renumbered(int[] numbers, int rows) {
        int[][] newOthers = new int[rows][0];
        float[][] newWeights = new float[rows][0];
        for (int row = 0; row < numbers.length; row++) {
            if (numbers[row] < 0) continue;
            int[] kept = IntStream.range(starts[row], starts[row + 1])
                    .filter(at -> numbers[others[at]] >= 0)
                    .toArray();
            newOthers[numbers[row]] =
                    Arrays.stream(kept).map(at -> numbers[others[at]]).toArray();
            float[] ownWeights = new float[kept.length];
            for (int i = 0; i < kept.length; i++) ownWeights[i] = weights[kept[i]];
            newWeights[numbers[row]] = ownWeights;
        }
        return new SparseRows(newOthers, newWeights);
    }

    private SparseRows(int[] starts, int[] others, float[] weights) {
        this.starts = starts;
        this.others = others;
        this.weights = weights;
    }

    /** Puts the arrays into a file. */
    public void save(Parts parts) {
        parts.add(starts).add(others).add(weights);
    }

    /** What was {@linkplain #save saved}. */
    public static SparseRows load(Parts.Taken from) {
        return new SparseRows(from.ints(), from.ints(), from.floats());
    }

    int size(int row) {
        return starts[row + 1] - starts[row];
    }

    int other(int row, int index) {
        return others[starts[row] + index];
    }

    float weight(int row, int index) {
        return weights[starts[row] + index];
    }

    /** Nothing of each of {@code rows}. */
    public static SparseRows none(int rows) {
        int[][] others = new int[rows][];
        float[][] weights = new float[rows][];
        Arrays.fill(others, new int[0]);
        Arrays.fill(weights, new float[0]);
        return new SparseRows(others, weights);
    }
}
