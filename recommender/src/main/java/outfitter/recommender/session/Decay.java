package outfitter.recommender.session;

/**
 * e^(−age / scale) for ages from 0 to 1, from a table, straight between its entries: asked for a thousand sessions in one
 * question, Math.exp itself would be a good part of the answer's time. Immutable.
 */
final class Decay {
    private static final int STEPS = 1024;

    private final double scale;
    private final float[] table = new float[STEPS + 2];

    Decay(double scale) {
        this.scale = scale;
        for (int i = 0; i < table.length; i++) table[i] = (float) Math.exp(-i / (STEPS * scale));
    }

    double scale() {
        return scale;
    }

    float at(double age) {
        double step = age * STEPS;
        int below = (int) step;
        return table[below] + (float) (step - below) * (table[below + 1] - table[below]);
    }
}
