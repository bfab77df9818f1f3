package outfitter.recommender.basket;

import outfitter.recommender.blend.Board;

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

    int size(int row) {
        return starts[row + 1] - starts[row];
    }

    int other(int row, int index) {
        return others[starts[row] + index];
    }

    float weight(int row, int index) {
        return weights[starts[row] + index];
    }

    /** Adds the row to {@code column}, times {@code factor}. */
    void addTo(Board board, int column, int row, float factor) {
        for (int at = starts[row]; at < starts[row + 1]; at++) board.add(others[at], column, factor * weights[at]);
    }
}
