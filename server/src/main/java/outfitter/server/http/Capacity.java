package outfitter.server.http;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * How much may be under way at once: requests whose work has not ended, whether or not somebody still waits for the answer,
 * and bytes of their bodies. Whatever waits anywhere inside (for a turn, a connection, a commit) was a request first, so a
 * database that stands still costs no more memory than this. Thread-safe.
 */
final class Capacity {
    /** At 2,000 messages a second, what comes in two seconds. */
    private static final int REQUESTS = 4_000;

    private static final long BYTES = 64L << 20;

    private final int mostRequests;
    private final long mostBytes;
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();

    Capacity() {
        this(REQUESTS, BYTES);
    }

    Capacity(int mostRequests, long mostBytes) {
        this.mostRequests = mostRequests;
        this.mostBytes = mostBytes;
    }

    /** Room for a request with a body of {@code size} bytes at most; empty when there is none. */
    Optional<Share> take(long size) {
        boolean few = requests.incrementAndGet() <= mostRequests;
        boolean small = bytes.addAndGet(size) <= mostBytes;
        if (few && small) return Optional.of(new Share(size));
        give(size);
        return Optional.empty();
    }

    /** How many requests are under way. */
    int requests() {
        return requests.get();
    }

    private void give(long size) {
        requests.decrementAndGet();
        bytes.addAndGet(-size);
    }

    /** What one request takes; given back when it is answered and its work has ended. */
    final class Share {
        private final long size;
        private final AtomicBoolean given = new AtomicBoolean();
        private volatile @Nullable Future<?> work;

        private Share(long size) {
            this.size = size;
        }

        /** Holds on to it until {@code work} ends, even when nobody waits for the answer any more. */
        void during(Future<?> work) {
            this.work = work;
        }

        /** Nobody waits for an answer any more: there was one, or the line was cut. */
        void answered() {
            Future<?> rest = work;
            if (rest == null || rest.isComplete()) giveOnce();
            else rest.onComplete(ended -> giveOnce());
        }

        private void giveOnce() {
            if (given.compareAndSet(false, true)) give(size);
        }
    }
}
