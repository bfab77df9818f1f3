package outfitter.server.bench;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Tuple;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import outfitter.server.postgres.DatabaseAddress;

/**
 * The least that a durable chat can do, for comparison: a WebSocket takes a text, a grouped insert commits it, the text
 * goes back. Two statements in flight, at most 500 rows each, whatever queued up goes into the next. A main of its own; its
 * argument is the data directory of a shop that runs, in whose PostgreSQL it makes a database of its own.
 */
final class LimitServer {
    private static final String DATABASE = "bench_limit";
    private static final String TABLE = """
            create table message (conversation bigint, seq bigint, at timestamptz not null default now(), body text not null,
                                  primary key (conversation, seq))
            """;
    private static final String INSERT = """
            insert into message (conversation, seq, body)
            select * from unnest($1::bigint[], $2::bigint[], $3::text[])
            """;
    private static final int IN_FLIGHT = 2;
    private static final int MOST_ROWS = 500;

    private final Deque<Said> queue = new ArrayDeque<>();
    private final Deque<PgConnection> idle = new ArrayDeque<>();
    private long conversations;

    /** A message that waits for its commit. */
    private record Said(ServerWebSocket socket, long conversation, long seq, String text) {}

    private LimitServer() {}

    public static void main(String[] arguments) throws SQLException {
        DatabaseAddress database = fresh(BenchShop.address(Path.of(arguments[0])));
        Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
        Context context = vertx.getOrCreateContext();
        context.runOnContext(nothing -> new LimitServer()
                .start(vertx, database.connectOptions())
                .onSuccess(port -> System.out.println("ready http://127.0.0.1:" + port))
                .onFailure(failure -> Runtime.getRuntime().halt(1)));
    }

    private static DatabaseAddress fresh(DatabaseAddress shop) throws SQLException {
        DatabaseAddress own =
                new DatabaseAddress(shop.host(), shop.port(), DATABASE, shop.user(), shop.password(), shop.tls());
        execute(shop, "drop database if exists " + DATABASE, "create database " + DATABASE);
        execute(own, TABLE);
        return own;
    }

    private static void execute(DatabaseAddress at, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(at.jdbcUrl(), at.jdbcProperties(10));
                Statement statement = connection.createStatement()) {
            for (String each : statements) statement.execute(each);
        }
    }

    private Future<Integer> start(Vertx vertx, PgConnectOptions options) {
        options.setCachePreparedStatements(true);
        List<Future<PgConnection>> connections = new ArrayList<>();
        for (int i = 0; i < IN_FLIGHT; i++) connections.add(PgConnection.connect(vertx, options));
        return Future.all(connections)
                .compose(all -> {
                    connections.forEach(one -> idle.add(one.result()));
                    return vertx.createHttpServer()
                            .webSocketHandler(this::serve)
                            .listen(0, "127.0.0.1");
                })
                .map(server -> server.actualPort());
    }

    private void serve(ServerWebSocket socket) {
        long conversation = ++conversations;
        long[] seq = {0};
        socket.textMessageHandler(text -> {
            queue.add(new Said(socket, conversation, ++seq[0], text));
            commit();
        });
    }

    private void commit() {
        while (!idle.isEmpty() && !queue.isEmpty()) {
            PgConnection connection = idle.remove();
            List<Said> batch = new ArrayList<>();
            while (batch.size() < MOST_ROWS && !queue.isEmpty()) batch.add(queue.remove());
            connection.preparedQuery(INSERT).execute(rows(batch)).onComplete(done -> {
                if (done.succeeded()) batch.forEach(said -> said.socket().writeTextMessage(said.text()));
                else batch.forEach(said -> said.socket().close());
                idle.add(connection);
                commit();
            });
        }
    }

    private static Tuple rows(List<Said> batch) {
        return Tuple.tuple()
                .addArrayOfLong(batch.stream().map(Said::conversation).toArray(Long[]::new))
                .addArrayOfLong(batch.stream().map(Said::seq).toArray(Long[]::new))
                .addArrayOfString(batch.stream().map(Said::text).toArray(String[]::new));
    }
}
