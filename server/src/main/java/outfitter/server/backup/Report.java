package outfitter.server.backup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a command copied: its JSON keys.
 *
 * @param file null when no file took part
 * @param bytes the file's size; null without one
 */
record Report(
        @Nullable String file,
        int tables,
        long rows,
        @Nullable Long bytes,
        double seconds) {
    static Report of(Manifest copied, @Nullable String file, @Nullable Long bytes, Instant started, Clock clock) {
        Duration took = Duration.between(started, clock.instant());
        return new Report(file, copied.tables().size(), copied.rows(), bytes, took.toMillis() / 1000.0);
    }

    /** "184512 rows of 34 tables in 2.1 s". */
    String words() {
        return rows + " rows of " + tables + " tables in " + seconds + " s";
    }
}
