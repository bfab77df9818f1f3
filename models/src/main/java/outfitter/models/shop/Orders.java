package outfitter.models.shop;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PreparedStatement;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.RowStream;
import io.vertx.sqlclient.Tuple;
import io.vertx.sqlclient.templates.SqlTemplate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import outfitter.models.customer.CustomerId;

/**
 * The {@code "order"}, {@code order_line}, {@code shipment} and {@code return} tables, an order read whole. A customer's
 * orders are those of the person: what was bought before two conversations were merged belongs to the survivor.
 */
public final class Orders {
    private static final String ORDER = """
            SELECT o.*,
              (SELECT coalesce(jsonb_agg(jsonb_build_object(
                        'line', l.line, 'sku', l.sku, 'product', l.product, 'quantity', l.quantity,
                        'price', jsonb_build_object('minor', l.price, 'currency', o.currency)) ORDER BY l.line), '[]')
               FROM order_line l WHERE l."order" = o.id)::text AS lines,
              (SELECT coalesce(jsonb_agg(jsonb_build_object(
                        'id', s.id, 'carrier', s.carrier, 'tracking', s.tracking, 'state', s.state,
                        'shippedAt', s.shipped_at, 'expectedOn', s.expected_on, 'deliveredAt', s.delivered_at)
                      ORDER BY s.id), '[]')
               FROM shipment s WHERE s."order" = o.id)::text AS shipments,
              (SELECT coalesce(jsonb_agg(jsonb_build_object(
                        'number', r.number, 'order', o.number, 'line', r.line, 'quantity', r.quantity,
                        'reason', r.reason, 'faulty', r.faulty, 'state', r.state,
                        'startedAt', r.started_at, 'settledAt', r.settled_at) ORDER BY r.id), '[]')
               FROM return r WHERE r."order" = o.id)::text AS returns
            FROM "order" o
            """;
    static final String BY_NUMBER = ORDER + "WHERE o.number = #{number}";
    private static final String BY_SPELLING =
            ORDER + "WHERE o.number = ANY(#{spellings}) ORDER BY array_position(#{spellings}, o.number) LIMIT 1";
    private static final String BY_NUMBERS = ORDER + "WHERE o.number = ANY(#{numbers}) ORDER BY o.placed_at, o.id";
    private static final String OF_CUSTOMER = ORDER + """
            WHERE o.customer = ANY (ARRAY(SELECT p FROM person(#{customer}) p)) ORDER BY o.placed_at DESC, o.id DESC LIMIT #{limit}
            """;
    private static final String UNTOLD = ORDER + """
            WHERE o.placed_at >= #{since} AND EXISTS (SELECT FROM conversation c WHERE c.customer = o.customer)
              AND NOT EXISTS (
                SELECT FROM conversation c JOIN entry e ON e.conversation = ANY (coalesce(c.linked, '{}') || c.id)
                WHERE c.customer = o.customer AND e.source = #{source} AND e.key = 'order:' || o.number)
            ORDER BY o.placed_at LIMIT 1000
            """;
    private static final String SPENDING = """
            SELECT count(*)::int AS orders, coalesce(sum(total), 0)::bigint AS total,
                   coalesce(max(currency), #{currency}) AS currency, min(placed_at) AS first
            FROM "order" WHERE customer = ANY (ARRAY(SELECT p FROM person(#{customer}) p)) AND state <> 'cancelled'
            """;
    /** Whether all pieces of the line {@code l} came back, or are on their way back. */
    static final String CAME_BACK = """
            EXISTS (SELECT FROM return r WHERE r."order" = l."order" AND r.line = l.line AND r.state <> 'rejected'
                                           AND r.quantity >= l.quantity)
            """;

    private static final String KEPT = """
            SELECT l.product, (array_agg(l.sku ORDER BY o.placed_at DESC))[1] AS sku, max(o.placed_at) AS at,
                   count(DISTINCT o.id)::int AS times
            FROM "order" o JOIN order_line l ON l."order" = o.id
            WHERE o.customer = ANY (ARRAY(SELECT p FROM person(#{customer}) p)) AND o.state <> 'cancelled'
              AND NOT\s""" + CAME_BACK + "GROUP BY l.product ORDER BY at DESC, l.product";
    private static final String LOG = """
            SELECT o.id, coalesce(o.customer, 0) AS customer, o.placed_at, l.product, l.sku, l.quantity
            FROM "order" o JOIN order_line l ON l."order" = o.id
            WHERE o.state <> 'cancelled' AND (o.id > $1 OR o.id IN (SELECT "order" FROM return))
              AND NOT\s""" + CAME_BACK + "ORDER BY o.placed_at, o.id, l.line";
    private static final String UNCOUNTED = """
            SELECT o.id FROM "order" o WHERE o.state = 'cancelled' OR o.id IN (SELECT "order" FROM return) AND NOT EXISTS (
              SELECT FROM order_line l WHERE l."order" = o.id AND NOT\s""" + CAME_BACK + ")";
    private static final int FETCHED_AT_ONCE = 2_000;

    private final Pool db;
    private final SqlTemplate<Map<String, Object>, RowSet<Order>> byNumber;
    private final SqlTemplate<Map<String, Object>, RowSet<Order>> byNumbers;
    private final SqlTemplate<Map<String, Object>, RowSet<Order>> ofCustomer;
    private final SqlTemplate<Map<String, Object>, RowSet<Order>> untold;
    private final SqlTemplate<Map<String, Object>, RowSet<Spending>> spending;
    private final SqlTemplate<Map<String, Object>, RowSet<OwnedProduct>> kept;

    public Orders(Pool db) {
        this.db = db;
        byNumber = SqlTemplate.forQuery(db, BY_SPELLING).mapTo(Orders::order);
        byNumbers = SqlTemplate.forQuery(db, BY_NUMBERS).mapTo(Orders::order);
        ofCustomer = SqlTemplate.forQuery(db, OF_CUSTOMER).mapTo(Orders::order);
        untold = SqlTemplate.forQuery(db, UNTOLD).mapTo(Orders::order);
        spending = SqlTemplate.forQuery(db, SPENDING).mapTo(Orders::spending);
        kept = SqlTemplate.forQuery(db, KEPT).mapTo(Orders::owned);
    }

    /**
     * The order with this printed number ({@link OrderNumbers#find} reads what people type); when there is none, the one
     * whose number has the same digits, as other shops print '#1001' or plain '1001'.
     */
    public Future<Optional<Order>> byNumber(String number) {
        String[] spellings = OrderNumbers.spellings(number).toArray(String[]::new);
        return byNumber.execute(Map.of("spellings", spellings)).map(Rows::first);
    }

    /** The orders with these printed numbers, oldest first; unknown ones are left out. */
    public Future<List<Order>> byNumbers(Collection<String> numbers) {
        return byNumbers
                .execute(Map.of("numbers", numbers.toArray(String[]::new)))
                .map(Rows::all);
    }

    /** A customer's orders, newest first, at most {@code limit}. */
    public Future<List<Order>> ofCustomer(CustomerId customer, int limit) {
        return ofCustomer
                .execute(Map.of("customer", customer.value(), "limit", limit))
                .map(Rows::all);
    }

    /** The key under which an order is told to its customer's conversation. */
    public static String cause(String number) {
        return "order:" + number;
    }

    /**
     * Orders since then whose customers have a conversation that no turn from {@code source} with the order's {@link
     * #cause} has reached, oldest first.
     */
    public Future<List<Order>> untold(String source, Instant since) {
        return untold.execute(Map.of("source", source, "since", since.atOffset(ZoneOffset.UTC)))
                .map(Rows::all);
    }

    /** How much a customer has bought so far; nought of {@code currency} before the first order. */
    public Future<Spending> spendingOf(CustomerId customer, String currency) {
        return spending.execute(Map.of("customer", customer.value(), "currency", currency))
                .map(rows -> rows.iterator().next());
    }

    /** What a customer bought and did not send back, each product once, newest first. */
    public Future<List<OwnedProduct>> keptBy(CustomerId customer) {
        return kept.execute(Map.of("customer", customer.value())).map(Rows::all);
    }

    /**
     * Hands the whole order log to {@code each}, oldest first, the lines of an order together; cancelled orders are left
     * out, and lines of which all came back. Ends when the last line was handed over. Never holds more than a few thousand rows.
     */
    public Future<Void> log(Consumer<OrderedLine> each) {
        return logAfter(0, each);
    }

    /** The same of the orders whose id is higher than {@code order}, and of all of which anything was ever sent back. */
    public Future<Void> logAfter(long order, Consumer<OrderedLine> each) {
        return db.withTransaction(tx -> tx.prepare(LOG).compose(log -> readAll(log, order, each)));
    }

    /** The ids of all orders of which nothing is in the log: they were cancelled, or everything came back. */
    public Future<Set<Long>> uncounted() {
        return db.query(UNCOUNTED).execute().map(rows -> {
            Set<Long> ids = new HashSet<>();
            for (Row row : rows) ids.add(row.getLong("id"));
            return ids;
        });
    }

    private static Future<Void> readAll(PreparedStatement log, long after, Consumer<OrderedLine> each) {
        RowStream<Row> rows = log.createStream(FETCHED_AT_ONCE, Tuple.of(after));
        Promise<Void> done = Promise.promise();
        rows.exceptionHandler(done::tryFail)
                .endHandler(end -> done.tryComplete())
                .handler(row -> each.accept(logged(row)));
        return done.future().eventually(rows::close);
    }

    private static OrderedLine logged(Row row) {
        return new OrderedLine(
                row.getLong("id"),
                row.getLong("customer"),
                Rows.instant(row, "placed_at"),
                row.getString("product"),
                row.getString("sku"),
                row.getInteger("quantity"));
    }

    static Order order(Row row) {
        return new Order(
                row.getLong("id"),
                row.getString("number"),
                customer(row),
                row.getString("email"),
                row.getString("postcode"),
                row.getString("country"),
                OrderState.of(row.getString("state")),
                row.getString("delivery_option"),
                Rows.money(row, "shipping"),
                Rows.money(row, "total"),
                Rows.instant(row, "placed_at"),
                Rows.list(row, "lines", OrderLine[].class),
                Rows.list(row, "shipments", Shipment[].class),
                Rows.list(row, "returns", Return[].class));
    }

    private static @Nullable CustomerId customer(Row row) {
        Long id = row.getLong("customer");
        return id == null ? null : new CustomerId(id);
    }

    private static Spending spending(Row row) {
        return new Spending(row.getInteger("orders"), Rows.money(row, "total"), Rows.instantOrNull(row, "first"));
    }

    private static OwnedProduct owned(Row row) {
        return new OwnedProduct(
                row.getString("product"), row.getString("sku"), Rows.instant(row, "at"), row.getInteger("times"));
    }
}
