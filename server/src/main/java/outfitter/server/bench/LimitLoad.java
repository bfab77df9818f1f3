package outfitter.server.bench;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.WebSocket;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** Customers of the {@link LimitServer}, each of whom writes again when the last word came back. On its line's context. */
final class LimitLoad {
    private final Line line;
    private final int port;
    private final Latencies latencies = new Latencies();
    private long done;
    private boolean stopped;

    LimitLoad(Line line, int port) {
        this.line = line;
        this.port = port;
    }

    Future<Void> start(int customers) {
        List<Future<Void>> arrived = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            arrived.add(line.socket(port, "/", Map.of()).map(socket -> {
                talk(socket);
                return null;
            }));
        }
        return Future.all(arrived).mapEmpty();
    }

    private void talk(WebSocket socket) {
        long[] sent = {System.nanoTime()};
        socket.textMessageHandler(echo -> {
            latencies.add(System.nanoTime() - sent[0]);
            done++;
            if (stopped) {
                socket.close();
                return;
            }
            sent[0] = System.nanoTime();
            socket.writeTextMessage(text());
        });
        socket.writeTextMessage(text());
    }

    /** Sends {@code times} texts over {@code customers} sockets, so many a second; completes when all came back. */
    Future<Void> paced(int customers, double perSecond, int times) {
        List<Future<WebSocket>> arriving = new ArrayList<>();
        for (int i = 0; i < customers; i++) arriving.add(line.socket(port, "/", Map.of()));
        Promise<Void> back = Promise.promise();
        return Future.all(arriving).compose(arrived -> {
            List<Deque<Long>> due = new ArrayList<>();
            arriving.forEach(one -> {
                Deque<Long> waiting = new ArrayDeque<>();
                due.add(waiting);
                one.result().textMessageHandler(echo -> {
                    latencies.add(System.nanoTime() - waiting.remove());
                    if (++done == times) back.complete();
                });
            });
            return Pace.keep(line.context(), perSecond, times, (number, dueNanos) -> {
                        due.get(number % customers).add(dueNanos);
                        arriving.get(number % customers).result().writeTextMessage(text());
                    })
                    .compose(sent -> back.future());
        });
    }

    // As long as what the customers of the shop write.
    private String text() {
        return "and what about the other parcel, number " + done + " of mine?";
    }

    /** How many were committed and came back. */
    long done() {
        return done;
    }

    Latencies latencies() {
        return latencies;
    }

    void stop() {
        stopped = true;
    }
}
