package outfitter.server;

import io.vertx.core.Future;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/** What has to be ended when the server stops: in the opposite order of its beginning, each whatever became of the others. */
final class Endings {
    private final Deque<Supplier<Future<?>>> endings = new ArrayDeque<>();

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
        Future<?> ended = Future.succeededFuture();
        while (!endings.isEmpty()) {
            Supplier<Future<?>> next = endings.pop();
            ended = ended.transform(before -> next.get().<Void>mapEmpty());
        }
        return ended;
    }
}
