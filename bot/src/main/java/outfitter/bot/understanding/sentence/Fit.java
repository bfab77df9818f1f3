package outfitter.bot.understanding.sentence;

import java.util.Arrays;

/**
 * How one text fits the classes, before any of it is a probability.
 *
 * @param margins for each class how far the text lies on its side, and at the end the same for the unknown
 * @param likeness for each class how likely its normal distribution makes the vector, up to a constant
 * @param distance the squared distance to the nearest class
 * @param distanceOverall the squared distance to the middle of all
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Fit(float[] margins, float[] likeness, double distance, double distanceOverall) {
    /** How many numbers tell a text that belongs somewhere from one that does not, whichever class it is likest. */
    static final int SIGNALS = 6;

    private static final double SHARPNESS = 4;

    int classes() {
        return likeness.length;
    }

    /**
     * What tells a text that belongs to some class from one that belongs nowhere: {@link #SIGNALS} numbers, and for
     * {@code each} class one more, which is 1 for the class that the text is likest.
     */
    double[] signals(boolean each) {
        int likest = 0;
        double most = Double.NEGATIVE_INFINITY;
        double second = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (int c = 0; c < classes(); c++) {
            double margin = margins[c];
            sum += Math.exp(SHARPNESS * margin);
            if (margin > most) {
                second = most;
                most = margin;
                likest = c;
            } else if (margin > second) second = margin;
        }
        if (classes() == 1) second = most;
        double apart = Math.sqrt(Math.max(0, distance));
        double relative = (distance - distanceOverall) / 100;
        double[] signals = {Math.log(sum), most, most - second, margins[classes()], -apart, -relative};
        if (!each) return signals;
        double[] more = Arrays.copyOf(signals, SIGNALS + classes());
        more[SIGNALS + likest] = 1;
        return more;
    }

    /** The middle of both. */
    Fit mean(Fit other) {
        return new Fit(
                mean(margins, other.margins),
                mean(likeness, other.likeness),
                (distance + other.distance) / 2,
                (distanceOverall + other.distanceOverall) / 2);
    }

    private static float[] mean(float[] one, float[] other) {
        float[] mean = new float[one.length];
        for (int i = 0; i < mean.length; i++) mean[i] = (one[i] + other[i]) / 2;
        return mean;
    }
}
