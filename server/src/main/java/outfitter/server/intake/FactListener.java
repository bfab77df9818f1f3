package outfitter.server.intake;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.PgNotification;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.models.intake.FactNews;

/**
 * Listens to what the database notifies of facts, on a connection of its own. A lost connection is made anew, with growing
 * pauses and at whatever address the database has by then; what was missed meanwhile is told as such. For one event loop.
 */
public final class FactListener {
    private static final Logger LOG = LoggerFactory.getLogger(FactListener.class);
    private static final long SHORTEST_PAUSE_MILLIS = 200;
    private static final long LONGEST_PAUSE_MILLIS = 10_000;

    private final Vertx vertx;
    private final Supplier<PgConnectOptions> options;
    private final FactFollower follower;
    private @Nullable PgConnection connection;
    private long pause = SHORTEST_PAUSE_MILLIS;
    private boolean wasConnected;
    private boolean closed;

    /** @param options where the database is now, asked at each connection */
    public FactListener(Vertx vertx, Supplier<PgConnectOptions> options, FactFollower follower) {
        this.vertx = vertx;
        this.options = options;
        this.follower = follower;
    }

    /** Begins to listen; succeeds also when the database is not there yet, and goes on trying. */
    public Future<Void> start() {
        return connect().otherwiseEmpty();
    }

    public Future<Void> close() {
        closed = true;
        follower.close();
        return connection == null ? Future.succeededFuture() : connection.close();
    }

    private Future<Void> connect() {
        if (closed) return Future.succeededFuture();
        return PgConnection.connect(vertx, options.get())
                .compose(opened -> {
                    connection = opened;
                    opened.notificationHandler(this::heard);
                    opened.closeHandler(nothing -> again());
                    return opened.query("LISTEN " + FactNews.CHANNEL).execute();
                })
                .<Void>map(listening -> {
                    pause = SHORTEST_PAUSE_MILLIS;
                    if (wasConnected) follower.missed();
                    wasConnected = true;
                    return null;
                })
                .onFailure(failure -> {
                    if (connection == null) again();
                    else connection.close();
                });
    }

    private void again() {
        connection = null;
        if (closed) return;
        LOG.info("listening for facts again pause_ms={}", pause);
        vertx.timer(pause, TimeUnit.MILLISECONDS).onSuccess(tick -> connect());
        pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
        wasConnected = true;
    }

    private void heard(PgNotification notification) {
        try {
            follower.heard(FactNews.read(notification.getPayload()));
        } catch (IllegalArgumentException e) {
            LOG.warn("facts notified in words of another version");
            follower.missed();
        }
    }
}
