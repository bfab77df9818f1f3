package outfitter.server.bench;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.concurrent.TimeUnit;

/**
 * Lets things happen at a fixed rate whether or not the ones before have ended. What is late counts from when it was due,
 * so that a slow answer does not hide the wait of those behind it.
 */
final class Pace {
    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    private Pace() {}

    /** One thing that is due; {@code dueNanos} on {@link System#nanoTime}'s clock. */
    interface Due {
        void act(int number, long dueNanos);
    }

    /** Calls {@code due} so many times, {@code perSecond} times a second, on {@code context}; completes after the last. */
    static Future<Void> keep(Context context, double perSecond, int times, Due due) {
        Promise<Void> ended = Promise.promise();
        long began = System.nanoTime();
        int[] next = {0};
        context.owner()
                .setPeriodic(
                        1,
                        timer -> context.runOnContext(nothing -> {
                            long now = System.nanoTime();
                            while (next[0] < times && at(began, next[0], perSecond) <= now) {
                                due.act(next[0], at(began, next[0], perSecond));
                                next[0]++;
                            }
                            if (next[0] >= times && context.owner().cancelTimer(timer)) ended.tryComplete();
                        }));
        return ended.future();
    }

    private static long at(long began, int number, double perSecond) {
        return began + (long) (number * NANOS / perSecond);
    }
}
