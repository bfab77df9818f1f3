package outfitter.models.journal;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.function.Supplier;

/**
 * A mailbox a key: what is put into one runs strictly one after another, different ones side by side. Everything runs on
 * one context, which also makes this class safe to call from any thread.
 */
public final class Mailboxes<K> {
    private final Context context;
    private final Map<K, Queue<Runnable>> waiting = new HashMap<>();

    public Mailboxes(Context context) {
        this.context = context;
    }

    /** Runs {@code work} when everything put into {@code key}'s mailbox before has ended, well or not. */
    public <T> Future<T> inTurn(K key, Supplier<Future<T>> work) {
        Promise<T> done = Promise.promise();
        context.runOnContext(nothing -> enqueue(key, () -> run(key, work, done)));
        return done.future();
    }

    private void enqueue(K key, Runnable job) {
        Queue<Runnable> queue = waiting.get(key);
        if (queue != null) {
            queue.add(job);
            return;
        }
        waiting.put(key, new ArrayDeque<>());
        job.run();
    }

    private <T> void run(K key, Supplier<Future<T>> work, Promise<T> done) {
        Future<T> result;
        try {
            result = work.get();
        } catch (RuntimeException e) {
            result = Future.failedFuture(e);
        }
        result.onComplete(outcome -> {
            // The next one starts before the caller hears of this one only in order, never in parallel.
            context.runOnContext(nothing -> next(key));
            if (outcome.succeeded()) done.complete(outcome.result());
            else done.fail(outcome.cause());
        });
    }

    private void next(K key) {
        Queue<Runnable> queue = waiting.get(key);
        Runnable job = queue == null ? null : queue.poll();
        if (job == null) waiting.remove(key);
        else job.run();
    }
}
