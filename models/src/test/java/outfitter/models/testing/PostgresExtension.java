package outfitter.models.testing;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test class a fresh database with every migration applied, in the server that {@code TEST_DATABASE_URL}
 * names or in one that is started once per JVM.
 *
 * <p>A test (or its constructor, or a life-cycle method) asks for what it needs by parameter type:
 *
 * <ul>
 *   <li>{@link TestDatabase}: the address in every spelling, and further empty databases;
 *   <li>{@link PgConnectOptions}: to connect a client or pool of one's own;
 *   <li>{@link Pool}: a small pool that lives as long as the test class, on a Vert.x of its own.
 * </ul>
 *
 * <p>The database is shared by the tests of one class and dropped after the last. It does not survive a crash (fsync is
 * off): a test of durability starts its own PostgreSQL.
 */
public final class PostgresExtension implements BeforeAllCallback, AfterAllCallback, ParameterResolver {
    private static final Namespace SPACE = Namespace.create(PostgresExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        if (!isNested(context)) database(context);
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        if (isNested(context)) return;
        Connections connections = context.getStore(SPACE).remove(Connections.class, Connections.class);
        if (connections != null) connections.close();
        TestDatabase database = context.getStore(SPACE).remove(TestDatabase.class, TestDatabase.class);
        if (database != null) database.drop();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == TestDatabase.class || type == PgConnectOptions.class || type == Pool.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        if (type == TestDatabase.class) return database(context);
        if (type == PgConnectOptions.class) return database(context).connectOptions();
        return connections(context).pool();
    }

    private static TestDatabase database(ExtensionContext context) {
        return topClass(context)
                .getStore(SPACE)
                .getOrComputeIfAbsent(
                        TestDatabase.class, type -> TestServer.shared().migratedDatabase(), TestDatabase.class);
    }

    private static Connections connections(ExtensionContext context) {
        TestDatabase database = database(context);
        return topClass(context)
                .getStore(SPACE)
                .getOrComputeIfAbsent(Connections.class, type -> Connections.to(database), Connections.class);
    }

    private static boolean isNested(ExtensionContext context) {
        return topClass(context) != context;
    }

    private static ExtensionContext topClass(ExtensionContext context) {
        ExtensionContext top = context;
        for (Optional<ExtensionContext> up = Optional.of(context);
                up.isPresent();
                up = up.get().getParent()) {
            if (up.get().getTestClass().isPresent()) top = up.get();
        }
        return top;
    }

    /** A pool with the Vert.x it runs on. */
    private record Connections(Vertx vertx, Pool pool) {
        static Connections to(TestDatabase database) {
            Vertx vertx = Vertx.vertx();
            Pool pool = PgBuilder.pool()
                    .with(new PoolOptions().setMaxSize(8))
                    .connectingTo(database.connectOptions())
                    .using(vertx)
                    .build();
            return new Connections(vertx, pool);
        }

        void close() throws Exception {
            pool.close().await(10, TimeUnit.SECONDS);
            vertx.close().await(10, TimeUnit.SECONDS);
        }
    }
}
