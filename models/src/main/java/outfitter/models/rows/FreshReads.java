package outfitter.models.rows;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a picture of some tables fresh by one reading at a time. Whoever asks while one is under way gets the next, which
 * begins after they asked and is shared by all who asked meanwhile: so nobody is given a picture older than their
 * question, and none takes the place of a newer one. Thread-safe.
 */
public final class FreshReads<T> {
    private final Supplier<Future<T>> reading;
    private boolean busy;
    /** Told by the reading after the one that is under way; null while nobody has asked for it. */
    private @Nullable Promise<T> next;

    /** @param reading reads the tables and puts the picture in its place; its Future completes when both are done */
    public FreshReads(Supplier<Future<T>> reading) {
        this.reading = reading;
    }

    /** A picture that was read after this call; fails as its reading failed. */
    public Future<T> read() {
        Promise<T> asked;
        synchronized (this) {
            Promise<T> shared = next;
            if (shared != null) return shared.future();
            asked = Promise.promise();
            if (busy) {
                next = asked;
                return asked.future();
            }
            busy = true;
        }
        begin(asked);
        return asked.future();
    }

    private void begin(Promise<T> asked) {
        started().onComplete(done -> {
            Promise<T> after = finished();
            asked.handle(done);
            if (after != null) begin(after);
        });
    }

    private Future<T> started() {
        try {
            return reading.get();
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }

    private synchronized @Nullable Promise<T> finished() {
        Promise<T> after = next;
        next = null;
        busy = after != null;
        return after;
    }
}
