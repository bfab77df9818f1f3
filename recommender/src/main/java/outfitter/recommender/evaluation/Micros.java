package outfitter.recommender.evaluation;

import org.HdrHistogram.Histogram;

/** How long questions took. Not thread-safe. */
final class Micros {
    private static final double NANOS = 1000;

    private final Histogram histogram = new Histogram(3);

    void add(long nanos) {
        histogram.recordValue(nanos);
    }

    /** What {@code percent} of them stay within. */
    double at(double percent) {
        return Math.round(histogram.getValueAtPercentile(percent) / NANOS * 10) / 10.0;
    }
}
