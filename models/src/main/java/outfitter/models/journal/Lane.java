package outfitter.models.journal;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One connection of the journal's own, opened when needed and anew after a loss; one statement at a time. */
final class Lane {
    private static final long TIMEOUT_SECONDS = 5;
    private static final long[] BACK_OFF_MILLIS = {20, 50, 100, 250, 500, 1_000};

    /** On a young database a generic plan would scan the entry table; these keep it on the indexes (5 times faster). */
    static final String PLANNER = """
            set enable_seqscan = off; set enable_hashjoin = off; set enable_mergejoin = off;
            set enable_bitmapscan = off; set plan_cache_mode = force_generic_plan
            """;

    private final Vertx vertx;
    private final Supplier<PgConnectOptions> options;
    private @Nullable PgConnection connection;
    private int failures;

    Lane(Vertx vertx, Supplier<PgConnectOptions> options) {
        this.vertx = vertx;
        this.options = options;
    }

    Future<List<Outcome>> execute(List<Turn> turns) {
        return connected()
                .compose(open -> open.preparedQuery(TurnStatement.of(turns))
                        .execute(TurnStatement.parameters(turns))
                        .timeout(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                        .map(rows -> TurnStatement.outcomes(turns, rows)))
                .onSuccess(outcomes -> failures = 0)
                .onFailure(this::noteFailure);
    }

    /** Connects, and lets PostgreSQL plan each statement, so that the first turn waits for neither. */
    Future<Void> open() {
        return connected().compose(open -> {
            Future<?> planned = Future.succeededFuture();
            for (TurnStatement.Prepared each : TurnStatement.idle()) {
                planned =
                        planned.compose(before -> open.preparedQuery(each.sql()).execute(each.parameters()));
            }
            return planned.mapEmpty();
        });
    }

    long backOffMillis() {
        return BACK_OFF_MILLIS[Math.min(failures, BACK_OFF_MILLIS.length - 1)];
    }

    private Future<PgConnection> connected() {
        PgConnection open = connection;
        if (open != null) return Future.succeededFuture(open);
        return PgConnection.connect(vertx, prepared(options.get()))
                .timeout(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .compose(fresh -> fresh.query(PLANNER).execute().map(done -> {
                    fresh.closeHandler(lost -> forget(fresh));
                    connection = fresh;
                    return fresh;
                }));
    }

    // The statement is longer than what the cache takes by default; unprepared it is half as fast.
    private static PgConnectOptions prepared(PgConnectOptions options) {
        return new PgConnectOptions(options)
                .setCachePreparedStatements(true)
                .setPreparedStatementCacheSqlFilter(sql -> true);
    }

    private void noteFailure(Throwable failure) {
        failures++;
        PgConnection open = connection;
        // A statement that timed out may still be running on this connection: never reuse it.
        if (open != null && failure instanceof TimeoutException) {
            forget(open);
            open.close();
        }
    }

    private void forget(PgConnection lost) {
        if (connection == lost) connection = null;
    }

    Future<Void> close() {
        PgConnection open = connection;
        connection = null;
        return open == null ? Future.succeededFuture() : open.close();
    }
}
