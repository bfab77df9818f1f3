package outfitter.bot.understanding.sentence;

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
    private static final double SHARPNESS = 4;

    int classes() {
        return likeness.length;
    }

    /** What tells a text that belongs to some class from one that belongs nowhere. */
    double[] signals() {
        double most = Double.NEGATIVE_INFINITY;
        double second = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (int c = 0; c < classes(); c++) {
            double margin = margins[c];
            sum += Math.exp(SHARPNESS * margin);
            if (margin > most) {
                second = most;
                most = margin;
            } else if (margin > second) second = margin;
        }
        if (classes() == 1) second = most;
        double apart = Math.sqrt(Math.max(0, distance));
        double relative = (distance - distanceOverall) / 100;
        return new double[] {Math.log(sum), most, most - second, margins[classes()], -apart, -relative};
    }
}
