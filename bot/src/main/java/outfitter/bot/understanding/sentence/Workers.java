package outfitter.bot.understanding.sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does pieces of long work side by side. */
final class Workers {
    private Workers() {}

    /** As many threads as there are processors. */
    static int count() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** Runs all of {@code work} on {@code threads} threads and waits for it; fails when one of them does. */
    static void runAll(List<? extends Runnable> work, int threads) {
        ExecutorService executor = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "training");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<?>> running = new ArrayList<>();
            work.forEach(each -> running.add(executor.submit(each)));
            for (Future<?> each : running) each.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("training failed", e.getCause());
        } finally {
            executor.shutdownNow();
        }
    }
}
