package outfitter.models.intake;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import outfitter.models.rows.Columns;
import outfitter.models.shop.OrderState;

/** Writes {@code "order"} and {@code order_line}. */
final class OrderWriter {
    /** An order of which nobody says how far it came has arrived after so long. */
    private static final Duration SURELY_ARRIVED = Duration.ofDays(60);

    private static final String KNOWN =
            "SELECT id, number, state, placed_at, fingerprint, changed_at FROM \"order\" WHERE number = ANY($1)";
    private static final String ORDERS = """
            INSERT INTO "order" (number, customer, email, postcode, country, state, shipping, total, currency, placed_at,
                                 changed_at, fingerprint)
            SELECT t.number, coalesce(t.customer, o.customer), coalesce(t.email, o.email), coalesce(t.postcode, o.postcode),
                   coalesce(t.country, o.country, 'ZZ'), coalesce(t.state, o.state, t.likely), t.shipping, t.total,
                   t.currency, t.placed_at, coalesce(t.changed_at, o.changed_at), t.fingerprint
            FROM unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::bigint[],
                        $9::bigint[], $10::text[], $11::timestamptz[], $12::timestamptz[], $13::uuid[])
                 AS t (number, customer, email, postcode, country, state, likely, shipping, total, currency, placed_at,
                       changed_at, fingerprint)
                 LEFT JOIN "order" o USING (number)
            ORDER BY t.number
            ON CONFLICT (number) DO UPDATE SET
              customer = excluded.customer, email = excluded.email, postcode = excluded.postcode,
              country = excluded.country, state = excluded.state, shipping = excluded.shipping, total = excluded.total,
              currency = excluded.currency, placed_at = excluded.placed_at, changed_at = excluded.changed_at,
              fingerprint = excluded.fingerprint
            RETURNING id, number
            """;
    private static final String OLD_LINES =
            "SELECT \"order\", line, sku, quantity FROM order_line WHERE \"order\" = ANY($1) ORDER BY \"order\", line";
    private static final String FIRST_LINES = """
            INSERT INTO order_line ("order", line, sku, product, quantity, price)
            SELECT * FROM unnest($1::bigint[], $2::int[], $3::text[], $4::text[], $5::int[], $6::bigint[])
            """;
    private static final String LINES = FIRST_LINES + """
            ON CONFLICT ("order", line) DO UPDATE SET
              sku = excluded.sku, product = excluded.product, quantity = excluded.quantity, price = excluded.price
            """;
    /** A line that somebody returned stays, whatever the shop made of the order. */
    private static final String DROP = """
            DELETE FROM order_line l USING unnest($1::bigint[], $2::int[]) AS t ("order", line)
            WHERE l."order" = t."order" AND l.line = t.line
              AND NOT EXISTS (SELECT FROM return r WHERE r."order" = l."order" AND r.line = l.line)
            """;

    private static final String SETTLE = """
            UPDATE "order" o SET state = p.state
            FROM (SELECT "order", CASE WHEN bool_and(state = 'delivered') THEN 'delivered'
                                       WHEN bool_or(state <> 'label') THEN 'shipped' END AS state
                  FROM shipment WHERE "order" = ANY($1) GROUP BY "order") p
            WHERE o.id = p."order" AND p.state <> o.state AND o.state NOT IN ('cancelled', 'delivered')
            """;
    private static final String NEWS = """
            INSERT INTO shop_news (customer, "order", happened, at)
            SELECT o.customer, o.number, t.happened, $3
            FROM unnest($1::bigint[], $2::text[]) WITH ORDINALITY AS t (id, happened, n) JOIN "order" o USING (id)
            WHERE EXISTS (SELECT FROM conversation c WHERE c.customer = o.customer)
            ORDER BY o.placed_at, n
            """;

    private final Batch batch;
    private final UntoldWriter products;
    private final CustomerWriter customers;
    private final Set<String> fresh = new HashSet<>();
    private final Set<Long> written = new HashSet<>();

    OrderWriter(Batch batch, UntoldWriter products, CustomerWriter customers) {
        this.batch = batch;
        this.products = products;
        this.customers = customers;
    }

    /** Numbers that were not known before this batch. */
    Set<String> fresh() {
        return fresh;
    }

    private record Old(long id, OrderState state, Instant placedAt, Known known) {
        static Old of(Row row) {
            return new Old(
                    row.getLong("id"),
                    OrderState.of(row.getString("state")),
                    row.getOffsetDateTime("placed_at").toInstant(),
                    Known.of(row));
        }
    }

    private record Pending(
            OrderFact fact, UUID fingerprint, @Nullable Old before) {}

    Future<Void> write(List<Numbered<OrderFact>> told) {
        if (told.isEmpty()) return Future.succeededFuture();
        String[] numbers = told.stream().map(each -> each.fact().number()).toArray(String[]::new);
        return batch.run(KNOWN, Tuple.tuple().addArrayOfString(numbers)).compose(rows -> {
            Map<String, Old> known = new HashMap<>();
            for (Row row : rows) known.put(row.getString("number"), Old.of(row));
            return store(pending(told, known));
        });
    }

    private List<Pending> pending(List<Numbered<OrderFact>> told, Map<String, Old> known) {
        List<Pending> pending = new ArrayList<>();
        for (Numbered<OrderFact> each : told) {
            UUID print = Fingerprints.of(each.fact());
            Old before = known.get(each.fact().number());
            Known last = before == null ? Known.NOTHING : before.known();
            if (last.needsNothingOf(each.fact(), print)) continue;
            if (!last.says(print)) batch.judge(each, Verdict.STORED);
            pending.add(new Pending(each.fact(), print, before));
        }
        return pending;
    }

    private Future<Void> store(List<Pending> orders) {
        if (orders.isEmpty()) return Future.succeededFuture();
        Map<String, LineFact> skus = new LinkedHashMap<>();
        orders.forEach(order -> order.fact().lines().forEach(line -> skus.putIfAbsent(line.sku(), line)));
        List<CustomerFact> people = orders.stream()
                .map(order -> order.fact().customer())
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        return products.ofSkus(skus)
                .compose(ofSkus -> customers
                        .know(people)
                        .compose(ids -> orders(orders, ids))
                        .compose(ids -> lines(orders, ids, ofSkus).compose(done -> news(orders, ids))));
    }

    private Future<Map<String, Long>> orders(List<Pending> orders, Map<String, Long> customers) {
        return batch.run(
                        ORDERS,
                        new Columns<>(orders)
                                .text(order -> order.fact().number())
                                .numberOrNull(order -> customer(order.fact(), customers))
                                .text(order -> order.fact().email())
                                .text(order -> order.fact().postcode())
                                .text(order -> order.fact().country())
                                .text(order -> code(order.fact().state()))
                                .text(order -> likely(order.fact()).code())
                                .number(order -> order.fact().shipping().minor())
                                .number(order -> order.fact().total().minor())
                                .text(order -> order.fact().total().currency())
                                .instant(order -> order.fact().placedAt())
                                .instant(order -> order.fact().changedAt())
                                .uuid(Pending::fingerprint)
                                .tuple())
                .map(rows -> {
                    Map<String, Long> ids = new HashMap<>();
                    for (Row row : rows) ids.put(row.getString("number"), row.getLong("id"));
                    written.addAll(ids.values());
                    return ids;
                });
    }

    private Future<Void> lines(List<Pending> orders, Map<String, Long> ids, Map<String, String> products) {
        Long[] old = orders.stream()
                .map(Pending::before)
                .filter(Objects::nonNull)
                .map(before -> Objects.requireNonNull(before).id())
                .toArray(Long[]::new);
        return oldLines(old).compose(known -> {
            List<OrderLines.Row> first = new ArrayList<>();
            List<OrderLines.Row> further = new ArrayList<>();
            List<OrderLines.Place> dropped = new ArrayList<>();
            for (Pending order : orders) {
                long id = Objects.requireNonNull(ids.get(order.fact().number()));
                OrderLines lines = new OrderLines(id, known.getOrDefault(id, List.of()));
                if (isOther(order, lines)) batch.changes().recount(order.fact().number());
                (order.before() == null ? first : further)
                        .addAll(lines.arrange(order.fact().lines()));
                dropped.addAll(lines.left());
            }
            return write(FIRST_LINES, first, products)
                    .compose(done -> write(LINES, further, products))
                    .compose(done -> drop(dropped));
        });
    }

    /** Whether a known order, cancelled or not, has other pieces now, or another day. */
    private static boolean isOther(Pending order, OrderLines before) {
        Old old = order.before();
        if (old == null) return false;
        Instant placedAt = order.fact().placedAt().truncatedTo(ChronoUnit.MICROS);
        return before.areOther(order.fact().lines()) || !old.placedAt().equals(placedAt);
    }

    private Future<Map<Long, List<OrderLines.Old>>> oldLines(Long[] orders) {
        if (orders.length == 0) return Future.succeededFuture(Map.of());
        return batch.run(OLD_LINES, Tuple.tuple().addArrayOfLong(orders)).map(rows -> {
            Map<Long, List<OrderLines.Old>> lines = new HashMap<>();
            for (Row row : rows) {
                lines.computeIfAbsent(row.getLong("order"), none -> new ArrayList<>())
                        .add(new OrderLines.Old(
                                row.getInteger("line"), row.getString("sku"), row.getInteger("quantity")));
            }
            return lines;
        });
    }

    private Future<Void> write(String statement, List<OrderLines.Row> rows, Map<String, String> products) {
        if (rows.isEmpty()) return Future.succeededFuture();
        return batch.run(
                        statement,
                        new Columns<>(rows)
                                .number(OrderLines.Row::order)
                                .count(OrderLines.Row::line)
                                .text(row -> row.fact().sku())
                                .text(row -> products.get(row.fact().sku()))
                                .count(row -> row.fact().quantity())
                                .number(row -> row.fact().price().minor())
                                .tuple())
                .mapEmpty();
    }

    private Future<Void> drop(List<OrderLines.Place> dropped) {
        if (dropped.isEmpty()) return Future.succeededFuture();
        return batch.run(
                        DROP,
                        new Columns<>(dropped)
                                .number(OrderLines.Place::order)
                                .count(OrderLines.Place::line)
                                .tuple())
                .mapEmpty();
    }

    private record Happened(long order, String what) {}

    private Future<Void> news(List<Pending> orders, Map<String, Long> ids) {
        List<Happened> happened = new ArrayList<>();
        for (Pending order : orders) {
            String number = order.fact().number();
            long id = Objects.requireNonNull(ids.get(number));
            Old before = order.before();
            boolean cancelled = order.fact().state() == OrderState.CANCELLED;
            if (before == null) {
                fresh.add(number);
                happened.add(new Happened(id, "placed"));
                if (!cancelled) batch.changes().recount(number);
            }
            // Who counts orders counts this one otherwise from now on.
            boolean wasCancelled = before != null && before.state() == OrderState.CANCELLED;
            if (before != null && order.fact().state() != null && cancelled != wasCancelled)
                batch.changes().recount(number);
            if (cancelled && !wasCancelled) happened.add(new Happened(id, "cancelled"));
        }
        if (happened.isEmpty()) return Future.succeededFuture();
        return batch.run(
                        NEWS,
                        new Columns<>(happened)
                                .number(Happened::order)
                                .text(Happened::what)
                                .tuple()
                                .addOffsetDateTime(batch.now().atOffset(ZoneOffset.UTC)))
                .map(told -> {
                    if (told.rowCount() > 0) batch.changes().toTell();
                    return null;
                });
    }

    /** Lets the parcels say how far these orders, and those written before, have come. */
    Future<Void> settle(Collection<Long> withParcels) {
        Set<Long> orders = new HashSet<>(withParcels);
        orders.addAll(written);
        if (orders.isEmpty()) return Future.succeededFuture();
        return batch.run(SETTLE, Tuple.tuple().addArrayOfLong(orders.toArray(Long[]::new)))
                .mapEmpty();
    }

    private OrderState likely(OrderFact order) {
        Instant old = batch.now().minus(SURELY_ARRIVED);
        return order.placedAt().isBefore(old) ? OrderState.DELIVERED : OrderState.PAID;
    }

    private static @Nullable Long customer(OrderFact order, Map<String, Long> ids) {
        CustomerFact customer = order.customer();
        return customer == null ? null : ids.get(customer.key());
    }

    private static @Nullable String code(@Nullable OrderState state) {
        return state == null ? null : state.code();
    }
}
