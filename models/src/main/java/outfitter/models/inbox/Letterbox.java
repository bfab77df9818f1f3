package outfitter.models.inbox;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * Keeps deliveries in groups: whatever was posted while the last statements were on their way goes into the next one, without a
 * timer and without added wait when idle. A future succeeds only after the commit. Everything runs on one context; {@link #post}
 * may be called from any thread.
 */
public final class Letterbox {
    private static final int BATCH = 200;
    private static final long BATCH_BYTES = 4L << 20;
    private static final long WAITING_BYTES = 64L << 20;
    private static final int LANES = 2;

    private final Context context;
    private final Inbox inbox;
    private final Consumer<Integer> kept;
    private final Deque<Posted> waiting = new ArrayDeque<>();
    private long waitingBytes;
    private int busy;

    /** Too much is waiting already: the sender should come again later. */
    public static final class Full extends RuntimeException {
        Full() {
            super("too many deliveries are waiting", null, false, false);
        }
    }

    private record Posted(Delivery delivery, Promise<Void> answer) {}

    /** {@code kept} hears after each commit how many were new; it must not block. */
    public Letterbox(Context context, Inbox inbox, Consumer<Integer> kept) {
        this.context = context;
        this.inbox = inbox;
        this.kept = kept;
    }

    /** Succeeds once {@code delivery} is durable, now or since an earlier time; fails with {@link Full}, or as the database. */
    public Future<Void> post(Delivery delivery) {
        Promise<Void> answer = Promise.promise();
        context.runOnContext(nothing -> accept(new Posted(delivery, answer)));
        return answer.future();
    }

    private void accept(Posted posted) {
        if (waitingBytes > WAITING_BYTES) {
            posted.answer().fail(new Full());
            return;
        }
        waiting.add(posted);
        waitingBytes += posted.delivery().body().length();
        dispatch();
    }

    private void dispatch() {
        while (busy < LANES && !waiting.isEmpty()) {
            List<Posted> batch = nextBatch();
            busy++;
            inbox.keep(batch.stream().map(Posted::delivery).toList()).onComplete(done -> {
                busy--;
                for (Posted posted : batch) {
                    if (done.succeeded()) posted.answer().complete();
                    else posted.answer().fail(done.cause());
                }
                if (done.succeeded()) kept.accept(done.result());
                dispatch();
            });
        }
    }

    private List<Posted> nextBatch() {
        List<Posted> batch = new ArrayList<>();
        long bytes = 0;
        while (batch.size() < BATCH && bytes < BATCH_BYTES && !waiting.isEmpty()) {
            Posted next = waiting.remove();
            batch.add(next);
            bytes += next.delivery().body().length();
        }
        waitingBytes -= bytes;
        return batch;
    }
}
