package outfitter.server;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has to be ended when the server stops: in the opposite order of its beginning, each whatever became of the others, and
 * none waited for when all together take too long: a database that stands still must not keep the server from stopping.
 */
final class Endings {
    private static final Logger LOG = LoggerFactory.getLogger(Endings.class);
    private static final long MOMENT_MILLIS = 100;

    private final Duration patience;
    private final Deque<Supplier<Future<?>>> endings = new ArrayDeque<>();

    /** @param patience for how long the endings are waited for, all together */
    Endings(Duration patience) {
        this.patience = patience;
    }

    /** The next to be ended is waited for. */
    void add(Supplier<Future<?>> ending) {
        endings.push(ending);
    }

    /** The next to be ended is ended at once. */
    void addAtOnce(Runnable ending) {
        add(() -> {
            ending.run();
            return Future.succeededFuture();
        });
    }

    /** Ends everything. */
    Future<?> run() {
        long deadline = System.nanoTime() + patience.toNanos();
        Future<?> ended = Future.succeededFuture();
        while (!endings.isEmpty()) {
            Supplier<Future<?>> next = endings.pop();
            ended = ended.transform(before -> inTime(next, deadline));
        }
        return ended;
    }

    private static Future<Void> inTime(Supplier<Future<?>> ending, long deadline) {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        return ending.get()
                .<Void>mapEmpty()
                .timeout(Math.max(MOMENT_MILLIS, left), TimeUnit.MILLISECONDS)
                .onFailure(failure -> {
                    if (failure instanceof TimeoutException) LOG.warn("a part did not end in time and is left");
                });
    }
}
