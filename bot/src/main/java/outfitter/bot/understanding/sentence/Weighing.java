package outfitter.bot.understanding.sentence;

import java.util.List;

/**
 * How much the margins and the likeness count in the probability of a class among the known ones: a softmax over their
 * weighted sum.
 */
record Weighing(double margins, double likeness) {
    private static final double COARSEST = 2;
    private static final double FINEST = 1.02;
    private static final double SMALLEST = 1e-9;
    private static final int ENOUGH = 5_000;

    /** The weighing that makes the truth likeliest; {@code label} tells which class each of {@code fits} is. */
    static Weighing fit(List<Fit> fits, int[] label) {
        Weighing best = new Weighing(4, 0.02);
        double least = best.surprise(fits, label);
        for (double step = COARSEST; step > FINEST; ) {
            boolean better = false;
            for (Weighing next : best.around(step)) {
                double surprise = next.surprise(fits, label);
                if (surprise < least - SMALLEST) {
                    least = surprise;
                    best = next;
                    better = true;
                }
            }
            if (!better) step = Math.sqrt(step);
        }
        return best;
    }

    private List<Weighing> around(double step) {
        double other = likeness == 0 ? 0.01 : likeness;
        return List.of(
                new Weighing(margins * step, likeness),
                new Weighing(margins / step, likeness),
                new Weighing(margins, other * step),
                new Weighing(margins, other / step),
                new Weighing(margins, 0));
    }

    /** The mean of the truth's negative logarithm. */
    double surprise(List<Fit> fits, int[] label) {
        double sum = 0;
        int count = Math.min(ENOUGH, fits.size());
        for (int i = 0; i < count; i++) sum -= Math.log(Math.max(SMALLEST, of(fits.get(i))[label[i]]));
        return sum / Math.max(1, count);
    }

    /** The likeliest class. */
    int best(Fit fit) {
        int best = 0;
        for (int c = 1; c < fit.classes(); c++) if (sum(fit, c) > sum(fit, best)) best = c;
        return best;
    }

    private double sum(Fit fit, int c) {
        return margins * fit.margins()[c] + likeness * fit.likeness()[c];
    }

    /** For each class its probability, given that it is one of them. */
    double[] of(Fit fit) {
        double[] of = new double[fit.classes()];
        double most = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < of.length; c++) {
            of[c] = sum(fit, c);
            most = Math.max(most, of[c]);
        }
        double sum = 0;
        for (int c = 0; c < of.length; c++) {
            of[c] = Math.exp(of[c] - most);
            sum += of[c];
        }
        for (int c = 0; c < of.length; c++) of[c] /= sum;
        return of;
    }
}
