package outfitter.bot.understanding.evaluation;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** How far probabilities are from how often they come true: expected calibration error over fifteen bins. */
public final class CalibrationError {
    private static final int BINS = 15;

    private final double[] said = new double[BINS];
    private final double[] came = new double[BINS];
    private int count;

    public void add(double probability, boolean right) {
        int bin = Math.min(BINS - 1, (int) (probability * BINS));
        said[bin] += probability;
        came[bin] += right ? 1 : 0;
        count++;
    }

    public <T> CalibrationError addAll(List<T> all, ToDoubleFunction<T> probability, Predicate<T> right) {
        all.forEach(each -> add(probability.applyAsDouble(each), right.test(each)));
        return this;
    }

    /** From 0 to 1; NaN before anything was added. */
    public double value() {
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) error += Math.abs(said[bin] - came[bin]);
        return count == 0 ? Double.NaN : error / count;
    }
}
