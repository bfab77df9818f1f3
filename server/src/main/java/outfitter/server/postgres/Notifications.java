package outfitter.server.postgres;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What PostgreSQL tells on one channel (NOTIFY), from whichever process. The connection is found again by itself; what was
 * told meanwhile is lost, so whoever listens looks for itself each time it stands again.
 */
public final class Notifications {
    private static final Logger LOG = LoggerFactory.getLogger(Notifications.class);
    private static final long PAUSE_MILLIS = 1_000;

    private final Vertx vertx;
    private final Supplier<PgConnectOptions> address;
    private final String channel;
    private final Consumer<String> listener;
    private final Runnable connected;
    private volatile @Nullable PgConnection connection;
    private volatile boolean closed;

    /**
     * @param address where PostgreSQL answers now, asked before each connection
     * @param channel a plain lower-case identifier
     * @param listener takes what comes with each notification, often nothing
     * @param connected runs whenever the line stands, the first time and after each cut
     */
    public Notifications(
            Vertx vertx,
            Supplier<PgConnectOptions> address,
            String channel,
            Consumer<String> listener,
            Runnable connected) {
        this.vertx = vertx;
        this.address = address;
        this.channel = channel;
        this.listener = listener;
        this.connected = connected;
    }

    /** Listens from now on; completes with the first try, and fails never: it goes on trying. */
    public Future<Void> start() {
        return connect().otherwiseEmpty();
    }

    public Future<Void> close() {
        closed = true;
        PgConnection open = connection;
        return open == null ? Future.succeededFuture() : open.close();
    }

    private Future<Void> connect() {
        return PgConnection.connect(vertx, address.get())
                .compose(fresh -> {
                    connection = fresh;
                    fresh.notificationHandler(told -> listener.accept(told.getPayload()));
                    fresh.closeHandler(gone -> again());
                    return fresh.query("LISTEN " + channel)
                            .execute()
                            .onFailure(failure -> fresh.close())
                            .onSuccess(listening -> connected.run())
                            .<Void>mapEmpty();
                })
                .onFailure(failure -> {
                    LOG.warn("not listening channel={} cause={}", channel, failure.toString());
                    if (connection == null) again();
                });
    }

    private void again() {
        connection = null;
        if (!closed) vertx.setTimer(PAUSE_MILLIS, tick -> connect());
    }
}
