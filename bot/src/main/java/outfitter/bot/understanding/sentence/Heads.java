package outfitter.bot.understanding.sentence;

import java.util.List;
import java.util.stream.IntStream;

/** The classifiers over one text's vector and n-grams, whose margins and distances make a {@link Fit}. Immutable. */
record Heads(LinearHead margins, Gaussian likeness) {
    private static final double COST = 0.3;
    private static final int PASSES = 8;

    /**
     * Learns from the rows in {@code chosen}; a negative label is of no class.
     *
     * @param mark a number for each row that is its own whatever the others are
     * @param width of a row
     */
    static Heads learn(
            List<Row> rows,
            int[] mark,
            float[][] vectors,
            int[] label,
            int[] chosen,
            int classes,
            int width,
            int threads) {
        int[] column =
                IntStream.of(chosen).map(i -> label[i] < 0 ? classes : label[i]).toArray();
        List<Row> own = IntStream.of(chosen).mapToObj(rows::get).toList();
        int[] marks = IntStream.of(chosen).map(i -> mark[i]).toArray();
        LinearHead head = new LinearTrainer(COST, PASSES, threads).train(own, marks, column, width, classes + 1);
        return new Heads(
                head,
                Gaussian.learn(
                        IntStream.of(chosen).mapToObj(i -> vectors[i]).toArray(float[][]::new),
                        IntStream.of(chosen).map(i -> label[i]).toArray(),
                        classes,
                        threads));
    }

    Fit fit(Row row, float[] vector) {
        float[] likeness = this.likeness.fits(vector);
        float most = Float.NEGATIVE_INFINITY;
        for (float each : likeness) most = Math.max(most, each);
        return new Fit(
                margins.scores(row),
                likeness,
                this.likeness.distance(vector, most),
                this.likeness.distanceOverall(vector));
    }
}
