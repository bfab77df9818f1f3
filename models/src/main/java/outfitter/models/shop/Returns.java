package outfitter.models.shop;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.templates.SqlTemplate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outfitter.models.customer.CustomerId;

/** The {@code return} table: at most one row for an order line, those that were rejected not counted. */
public final class Returns {
    private static final String START = """
            WITH started AS (
              INSERT INTO return (number, "order", line, quantity, reason, faulty, state, started_at, cause)
              SELECT 'RT-' || nextval('return_number'), o.id, l.line, #{quantity}, #{reason}, #{faulty}, 'started', #{now},
                     #{cause}
              FROM "order" o JOIN order_line l ON l."order" = o.id
              WHERE o.number = #{order} AND l.line = #{line} AND l.quantity >= #{quantity}
              ON CONFLICT ("order", line) WHERE state <> 'rejected' DO NOTHING
              RETURNING *)
            SELECT started.*, #{order} AS order_number FROM started
            """;
    private static final String STARTED = """
            SELECT r.*, o.number AS order_number FROM return r JOIN "order" o ON o.id = r."order"
            WHERE o.number = #{order} AND r.line = #{line} AND r.state <> 'rejected'
            """;
    private static final String BY_CAUSE = STARTED + " AND r.cause = #{cause}";
    private static final String CAME_BACK = """
            WITH own AS MATERIALIZED (SELECT id FROM "order" WHERE customer = ANY (ARRAY(SELECT p FROM person(#{customer}) p)))
            SELECT l.product, bool_or(r.faulty) AS faulty
            FROM own JOIN return r ON r."order" = own.id JOIN order_line l ON l."order" = r."order" AND l.line = r.line
            WHERE r.state <> 'rejected' AND r.reason NOT IN ('too-small', 'too-large')
            GROUP BY l.product ORDER BY l.product
            """;

    private final SqlTemplate<Map<String, Object>, RowSet<Return>> start;
    private final SqlTemplate<Map<String, Object>, RowSet<Return>> started;
    private final SqlTemplate<Map<String, Object>, RowSet<Return>> byCause;
    private final SqlTemplate<Map<String, Object>, RowSet<CameBack>> cameBack;

    public Returns(SqlClient db) {
        start = SqlTemplate.forQuery(db, START).mapTo(Returns::back);
        started = SqlTemplate.forQuery(db, STARTED).mapTo(Returns::back);
        byCause = SqlTemplate.forQuery(db, BY_CAUSE).mapTo(Returns::back);
        cameBack = SqlTemplate.forQuery(db, CAME_BACK)
                .mapTo(row -> new CameBack(row.getString("product"), row.getBoolean("faulty")));
    }

    /**
     * Starts the return of {@code quantity} pieces of a line, exactly once however often and from wherever it is called.
     * Whether the policy allows it is for the caller to decide before.
     */
    public Future<ReturnStart> start(String order, int line, int quantity, ReturnReason reason, Instant now) {
        return start(order, line, quantity, reason, now, null);
    }

    /**
     * The same for a caller that may have to repeat itself: the same {@code cause} is told {@link ReturnStart.Started}
     * again, as if it had been now.
     */
    public Future<ReturnStart> start(
            String order, int line, int quantity, ReturnReason reason, Instant now, @Nullable String cause) {
        return start.execute(Rows.params(
                        "order",
                        order,
                        "line",
                        line,
                        "quantity",
                        quantity,
                        "reason",
                        reason.code(),
                        "faulty",
                        reason.faulty(),
                        "now",
                        now.atOffset(ZoneOffset.UTC),
                        "cause",
                        cause))
                .map(Rows::first)
                .compose(fresh -> fresh.isPresent()
                        ? Future.succeededFuture(new ReturnStart.Started(fresh.get()))
                        : earlier(order, line, cause));
    }

    private Future<ReturnStart> earlier(String order, int line, @Nullable String cause) {
        Future<Optional<Return>> found = find(order, line);
        if (cause == null) return found.map(Returns::earlier);
        return byCause.execute(Map.of("order", order, "line", line, "cause", cause))
                .map(Rows::first)
                .compose(ours -> ours.<Future<ReturnStart>>map(
                                mine -> Future.succeededFuture(new ReturnStart.Started(mine)))
                        .orElseGet(() -> found.map(Returns::earlier)));
    }

    /** The return of a line, unless it was rejected or never started. */
    public Future<Optional<Return>> find(String order, int line) {
        return started.execute(Map.of("order", order, "line", line)).map(Rows::first);
    }

    /** A product that a customer sent back, and not for its size. */
    public record CameBack(String product, boolean faulty) {}

    /** Products that a customer sent back because they did not want them, or because they were faulty. */
    public Future<List<CameBack>> cameBackFrom(CustomerId customer) {
        return cameBack.execute(Map.of("customer", customer.value())).map(Rows::all);
    }

    private static ReturnStart earlier(Optional<Return> found) {
        return found.<ReturnStart>map(ReturnStart.Already::new).orElseGet(ReturnStart.Impossible::new);
    }

    private static Return back(Row row) {
        return new Return(
                row.getString("number"),
                row.getString("order_number"),
                row.getInteger("line"),
                row.getInteger("quantity"),
                ReturnReason.of(row.getString("reason")),
                row.getBoolean("faulty"),
                ReturnState.of(row.getString("state")),
                Rows.instant(row, "started_at"),
                Rows.instantOrNull(row, "settled_at"));
    }
}
