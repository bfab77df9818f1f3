package outfitter.server.bench;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** How long things took, to the microsecond. Not thread-safe. */
final class Latencies {
    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(5);
    private static final int DIGITS = 3;

    private final Histogram histogram = new Histogram(LONGEST_MICROS, DIGITS);

    void add(long nanos) {
        histogram.recordValue(Math.min(LONGEST_MICROS, Math.max(0, nanos / 1_000)));
    }

    void clear() {
        histogram.reset();
    }

    long count() {
        return histogram.getTotalCount();
    }

    /** The value that {@code percent} of all stay within, in milliseconds; NaN for nothing measured. */
    double millis(double percent) {
        if (count() == 0) return Double.NaN;
        return Math.round(histogram.getValueAtPercentile(percent) / 10.0) / 100.0;
    }
}
