package outfitter.bot.understanding;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Understands on a thread of its own. Whatever was asked while one batch was read goes into the next, so that many
 * texts at once cost less each, and a lone one waits for nothing. Safe to share between threads.
 */
public final class UnderstandingWorker implements Understander, AutoCloseable {
    private static final int AT_ONCE = 16;

    private final ShopUnderstander understander;
    private final BlockingQueue<Asked> queue = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean closed;

    private record Asked(
            List<String> messages,
            Promise<Understanding> answer,
            @Nullable Context context) {
        void succeed(Understanding understanding) {
            onContext(() -> answer.tryComplete(understanding));
        }

        void fail(Throwable failure) {
            onContext(() -> answer.tryFail(failure));
        }

        private void onContext(Runnable step) {
            if (context == null) step.run();
            else context.runOnContext(now -> step.run());
        }
    }

    public UnderstandingWorker(ShopUnderstander understander) {
        this.understander = understander;
        this.thread = new Thread(this::work, "understanding");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public Future<Understanding> understand(List<String> messages) {
        Asked asked = new Asked(List.copyOf(messages), Promise.promise(), Vertx.currentContext());
        queue.add(asked);
        if (closed) refuseAll();
        return asked.answer().future();
    }

    /** Whatever is still asked fails. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }

    private void work() {
        try {
            while (!closed) {
                List<Asked> batch = new ArrayList<>(List.of(queue.take()));
                queue.drainTo(batch, AT_ONCE - 1);
                read(batch);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            refuseAll();
        }
    }

    private void read(List<Asked> batch) {
        try {
            List<Understanding> understood = understander.understandAll(
                    batch.stream().map(Asked::messages).toList());
            for (int i = 0; i < batch.size(); i++) batch.get(i).succeed(understood.get(i));
        } catch (RuntimeException e) {
            if (batch.size() == 1) batch.get(0).fail(e);
            else batch.forEach(asked -> read(List.of(asked)));
        }
    }

    private void refuseAll() {
        List<Asked> left = new ArrayList<>();
        queue.drainTo(left);
        left.forEach(asked -> asked.fail(new IllegalStateException("understanding has ended")));
    }
}
