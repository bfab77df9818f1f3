package outfitter.bot.understanding.sentence;

/** What a classifier sees of one text: some dense numbers first, then some sparse ones, and 1 at the end. */
final class Row {
    final float[] dense;
    final Sparse sparse;

    Row(float[] dense, Sparse sparse) {
        this.dense = dense;
        this.sparse = sparse;
    }

    float square() {
        float sum = 0;
        for (float each : dense) sum += each * each;
        for (float each : sparse.value()) sum += each * each;
        return sum;
    }

    /** Into {@code score} for each lane the product with its weights; {@code bias} is where the constant's stand. */
    void score(float[] weights, int lanes, float[] score, int bias) {
        System.arraycopy(weights, bias * lanes, score, 0, lanes);
        for (int i = 0; i < dense.length; i++) add(weights, i * lanes, lanes, dense[i], score);
        for (int i = 0; i < sparse.at().length; i++) {
            add(weights, (dense.length + sparse.at()[i]) * lanes, lanes, sparse.value()[i], score);
        }
    }

    private static void add(float[] weights, int from, int lanes, float value, float[] score) {
        for (int c = 0; c < lanes; c++) score[c] += value * weights[from + c];
    }

    void add(float[] weights, int lanes, float[] step, int bias) {
        add(weights, bias * lanes, lanes, step, 1);
        for (int i = 0; i < dense.length; i++) add(weights, i * lanes, lanes, step, dense[i]);
        for (int i = 0; i < sparse.at().length; i++) {
            add(weights, (dense.length + sparse.at()[i]) * lanes, lanes, step, sparse.value()[i]);
        }
    }

    private static void add(float[] weights, int from, int lanes, float[] step, float value) {
        for (int c = 0; c < lanes; c++) weights[from + c] += value * step[c];
    }
}
