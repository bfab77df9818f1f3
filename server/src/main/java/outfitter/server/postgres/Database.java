package outfitter.server.postgres;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlClient;
import java.util.concurrent.TimeUnit;

/**
 * The connections of one server. They find PostgreSQL again by themselves when it comes back, on whichever port.
 *
 * <p>Hold on to it: a pool that nobody refers to is collected, and its connections with it.
 */
public final class Database {
    private static final int POOLED = 24;
    private static final int PIPELINED = 4;
    /** No statement of ours takes so long before its first row; whoever waits longer waits for somebody who is gone. */
    private static final int SILENCE_SECONDS = 120;

    private final Pool pool;
    private final SqlClient pipelined;

    public Database(Vertx vertx, Postgres postgres) {
        pool = PgBuilder.pool()
                .with(options("pool", POOLED))
                .with(new NetClientOptions().setReadIdleTimeout(SILENCE_SECONDS))
                .connectingTo(() -> Future.succeededFuture(postgres.address().connectOptions()))
                .using(vertx)
                .build();
        pipelined = PgBuilder.client()
                .with(options("pipelined", PIPELINED))
                .connectingTo(() -> Future.succeededFuture(
                        postgres.address().connectOptions().setPipeliningLimit(64)))
                .using(vertx)
                .build();
    }

    /** For queries and transactions: one connection each while they last. */
    public Pool pool() {
        return pool;
    }

    /** For many small statements, each a commit of its own, sent over few connections without waiting for each other. */
    public SqlClient pipelined() {
        return pipelined;
    }

    /** Succeeds when PostgreSQL answers. */
    public Future<Void> answers() {
        return pool.query("SELECT 1").execute().mapEmpty();
    }

    public Future<Void> close() {
        return Future.join(pool.close(), pipelined.close()).mapEmpty();
    }

    private static PoolOptions options(String name, int size) {
        return new PoolOptions()
                .setName(name)
                .setMaxSize(size)
                .setConnectionTimeout(5)
                .setConnectionTimeoutUnit(TimeUnit.SECONDS);
    }
}
