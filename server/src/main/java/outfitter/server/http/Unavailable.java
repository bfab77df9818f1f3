package outfitter.server.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.ConnectException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.models.journal.JournalUnavailable;

/**
 * What cannot be done at the moment and is worth repeating: too much is under way, or the database does not answer. Becomes a
 * 503 with {@code Retry-After}; the log says so once in a while, however many are turned away.
 */
public final class Unavailable extends RuntimeException {
    private static final Logger LOG = LoggerFactory.getLogger(Unavailable.class);
    private static final String RETRY_SECONDS = "2";
    private static final long LOG_NANOS = 5_000_000_000L;
    private static final AtomicLong TURNED_AWAY = new AtomicLong();
    private static final AtomicLong LOGGED_AT = new AtomicLong(System.nanoTime() - LOG_NANOS);

    Unavailable(String message) {
        super(message, null, false, false);
    }

    /** Whether {@code failure} says nothing about the request, and passes. */
    public static boolean isCauseOf(Throwable failure) {
        return failure instanceof Unavailable
                || failure instanceof JournalUnavailable
                || failure instanceof TimeoutException
                || failure instanceof ConnectException
                || failure instanceof ClosedConnectionException
                || (failure instanceof PgException pg && isAway(String.valueOf(pg.getSqlState())));
    }

    // Class 08 is a lost connection, 53 a lack of something, 57P a stop of the server.
    private static boolean isAway(String state) {
        return state.startsWith("08") || state.startsWith("53") || state.startsWith("57P");
    }

    /** What may be told of it, and a line in the log. */
    public static String words(Throwable failure) {
        log(failure);
        boolean ours = failure instanceof Unavailable || failure instanceof JournalUnavailable;
        String words = ours ? failure.getMessage() : null;
        return words == null ? "Not everything answers at the moment; repeat it" : words;
    }

    /** Says when to come back, where {@code status} is 503 and nobody said so yet. */
    public static void advise(HttpServerResponse response, int status) {
        if (status == 503 && !response.headers().contains(HttpHeaders.RETRY_AFTER)) {
            response.putHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
    }

    private static void log(Throwable failure) {
        TURNED_AWAY.incrementAndGet();
        long now = System.nanoTime();
        long last = LOGGED_AT.get();
        if (now - last < LOG_NANOS || !LOGGED_AT.compareAndSet(last, now)) return;
        String cause = failure instanceof Unavailable ? "too much is under way" : Failures.describe(failure);
        LOG.warn("requests turned away count={} cause={}", TURNED_AWAY.getAndSet(0), cause.split("\n", 2)[0]);
    }
}
