package outfitter.bot.understanding.sentence;

/** Weights of linear classifiers: the {@code classes} numbers of one feature stand together. Immutable once trained. */
final class LinearHead {
    private final int rows;
    private final int classes;
    private final float[] weights;

    /** All 0, for {@code rows} features, of which the last is the constant 1. */
    LinearHead(int rows, int classes) {
        this(rows, classes, new float[rows * classes]);
    }

    LinearHead(int rows, int classes, float[] weights) {
        this.rows = rows;
        this.classes = classes;
        this.weights = weights;
    }

    int rows() {
        return rows;
    }

    int classes() {
        return classes;
    }

    float[] weights() {
        return weights;
    }

    /** Takes over the classes from {@code from} to {@code to} out of weights with {@code lanes} numbers a feature. */
    void take(float[] part, int lanes, int from, int to) {
        for (int row = 0; row < rows; row++) {
            System.arraycopy(part, row * lanes, weights, row * classes + from, to - from);
        }
    }

    /** How far {@code row} lies on the side of each class. */
    float[] scores(Row row) {
        float[] score = new float[classes];
        row.score(weights, classes, score, rows - 1);
        return score;
    }
}
