package outfitter.models.demo;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import outfitter.models.json.Json;
import outfitter.models.rows.Columns;

/** Writes what happened before the shop was opened, one statement over arrays a table. */
final class PastWriter {
    private static final String CUSTOMERS = """
            INSERT INTO customer (external_id, name, email, phone, postcode, tier, facts, created_at)
            SELECT external_id, name, email, phone, postcode, tier, facts::jsonb, created_at
            FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::timestamptz[])
              AS t (external_id, name, email, phone, postcode, tier, facts, created_at)
            RETURNING external_id AS key, id
            """;
    private static final String ORDERS = """
            INSERT INTO "order" (number, customer, email, postcode, state, delivery_option, shipping, total, currency, placed_at)
            SELECT number, customer, email, postcode, state, delivery, shipping, total, 'GBP', placed_at
            FROM unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[], $7::bigint[], $8::bigint[],
                        $9::timestamptz[])
              AS t (number, customer, email, postcode, state, delivery, shipping, total, placed_at)
            RETURNING number AS key, id
            """;
    private static final String LINES = """
            INSERT INTO order_line ("order", line, sku, product, quantity, price)
            SELECT * FROM unnest($1::bigint[], $2::int[], $3::text[], $4::text[], $5::int[], $6::bigint[])
            """;
    private static final String SHIPMENTS = """
            INSERT INTO shipment ("order", carrier, tracking, state, shipped_at, expected_on, delivered_at)
            SELECT * FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::timestamptz[], $6::date[], $7::timestamptz[])
            """;
    private static final String RETURNS = """
            INSERT INTO return ("order", number, line, quantity, reason, faulty, state, started_at, settled_at)
            SELECT * FROM unnest($1::bigint[], $2::text[], $3::int[], $4::int[], $5::text[], $6::bool[], $7::text[],
                                 $8::timestamptz[], $9::timestamptz[])
            """;
    private static final String CARTS = """
            INSERT INTO cart (customer, state, created_at, updated_at)
            SELECT * FROM unnest($1::bigint[], $2::text[], $3::timestamptz[], $4::timestamptz[])
            RETURNING customer || ' ' || state || ' ' || extract(epoch FROM updated_at)::bigint AS key, id
            """;
    private static final String CART_LINES = """
            INSERT INTO cart_line (cart, sku, quantity, added_at)
            SELECT * FROM unnest($1::bigint[], $2::text[], $3::int[], $4::timestamptz[])
            ON CONFLICT DO NOTHING
            """;
    private static final String REVIEWS = """
            INSERT INTO review (product, customer, stars, title, body, state, at)
            SELECT * FROM unnest($1::text[], $2::bigint[], $3::int[], $4::text[], $5::text[], $6::text[], $7::timestamptz[])
            """;
    private static final String NEXT_NUMBER = "SELECT setval('order_number', 104299)";

    private final SqlClient tx;
    private final Past past;

    PastWriter(SqlClient tx, Past past) {
        this.tx = tx;
        this.past = past;
    }

    Future<Void> write() {
        return customers().compose(this::writeOf);
    }

    private Future<Void> writeOf(Map<String, Long> ids) {
        List<Long> customers = past.customers().stream()
                .map(each -> id(ids, each.externalId()))
                .toList();
        return orders(customers)
                .compose(this::partsOf)
                .compose(done -> carts(customers))
                .compose(done -> reviews(customers))
                .compose(done -> tx.query(NEXT_NUMBER).execute())
                .mapEmpty();
    }

    private Future<Map<String, Long>> customers() {
        return runForIds(
                CUSTOMERS,
                new Columns<>(past.customers())
                        .text(Past.Customer::externalId)
                        .text(Past.Customer::name)
                        .text(Past.Customer::email)
                        .text(Past.Customer::phone)
                        .text(Past.Customer::postcode)
                        .text(Past.Customer::tier)
                        .text(customer -> Json.write(customer.facts()))
                        .instant(Past.Customer::createdAt));
    }

    private Future<Map<String, Long>> orders(List<Long> customers) {
        return runForIds(
                ORDERS,
                new Columns<>(past.orders())
                        .text(Past.Order::number)
                        .number(order -> customers.get(order.customer()))
                        .text(order -> past.customers().get(order.customer()).email())
                        .text(order -> past.customers().get(order.customer()).postcode())
                        .text(order -> order.state().code())
                        .text(Past.Order::delivery)
                        .number(Past.Order::shipping)
                        .number(Past.Order::total)
                        .instant(Past.Order::placedAt));
    }

    private record OfOrder<T>(long order, int place, T part) {}

    private Future<Void> partsOf(Map<String, Long> ids) {
        return lines(ids).compose(done -> shipments(ids)).compose(done -> returns(ids));
    }

    private Future<Void> lines(Map<String, Long> ids) {
        List<OfOrder<Past.Line>> lines = past.orders().stream()
                .flatMap(order -> IntStream.range(0, order.lines().size())
                        .mapToObj(i -> new OfOrder<>(
                                id(ids, order.number()), i + 1, order.lines().get(i))))
                .toList();
        return run(
                LINES,
                new Columns<>(lines)
                        .number(OfOrder::order)
                        .count(OfOrder::place)
                        .text(each -> each.part().sku())
                        .text(each -> each.part().product())
                        .count(each -> each.part().quantity())
                        .number(each -> each.part().price()));
    }

    private Future<Void> shipments(Map<String, Long> ids) {
        List<OfOrder<Past.Parcel>> parcels = past.orders().stream()
                .filter(order -> order.parcel() != null)
                .map(order -> new OfOrder<>(id(ids, order.number()), 1, Objects.requireNonNull(order.parcel())))
                .toList();
        return run(
                SHIPMENTS,
                new Columns<>(parcels)
                        .number(OfOrder::order)
                        .text(each -> each.part().carrier())
                        .text(each -> each.part().tracking())
                        .text(each -> each.part().state().code())
                        .instant(each -> each.part().shippedAt())
                        .day(each -> each.part().expectedOn())
                        .instant(each -> each.part().deliveredAt()));
    }

    private Future<Void> returns(Map<String, Long> ids) {
        List<OfOrder<Past.Back>> returns = past.orders().stream()
                .flatMap(order ->
                        order.returns().stream().map(back -> new OfOrder<>(id(ids, order.number()), back.line(), back)))
                .toList();
        return run(
                RETURNS,
                new Columns<>(returns)
                        .number(OfOrder::order)
                        .text(each -> each.part().number())
                        .count(OfOrder::place)
                        .count(each -> each.part().quantity())
                        .text(each -> each.part().reason().code())
                        .flag(each -> each.part().reason().faulty())
                        .text(each -> each.part().state().code())
                        .instant(each -> each.part().startedAt())
                        .instant(each -> each.part().settledAt()));
    }

    private Future<Void> carts(List<Long> customers) {
        return runForIds(
                        CARTS,
                        new Columns<>(past.carts())
                                .number(cart -> customers.get(cart.customer()))
                                .text(Past.Cart::state)
                                .instant(Past.Cart::createdAt)
                                .instant(Past.Cart::updatedAt))
                .compose(ids -> cartLines(customers, ids));
    }

    private record InCart(long cart, String sku, int quantity, Past.Cart of) {}

    private Future<Void> cartLines(List<Long> customers, Map<String, Long> ids) {
        List<InCart> lines = past.carts().stream()
                .flatMap(cart -> cart.pieces().entrySet().stream()
                        .map(piece ->
                                new InCart(id(ids, key(customers, cart)), piece.getKey(), piece.getValue(), cart)))
                .toList();
        return run(
                CART_LINES,
                new Columns<>(lines)
                        .number(InCart::cart)
                        .text(InCart::sku)
                        .count(InCart::quantity)
                        .instant(line -> line.of().createdAt()));
    }

    private static String key(List<Long> customers, Past.Cart cart) {
        return customers.get(cart.customer()) + " " + cart.state() + " "
                + cart.updatedAt().getEpochSecond();
    }

    private Future<Void> reviews(List<Long> customers) {
        return run(
                REVIEWS,
                new Columns<>(past.reviews())
                        .text(Past.Review::product)
                        .number(review -> customers.get(review.customer()))
                        .count(Past.Review::stars)
                        .text(Past.Review::title)
                        .text(Past.Review::body)
                        .text(Past.Review::state)
                        .instant(Past.Review::at));
    }

    private Future<Void> run(String statement, Columns<?> columns) {
        return tx.preparedQuery(statement).execute(columns.tuple()).mapEmpty();
    }

    /** Ids by the key that the statement returns beside them. */
    private Future<Map<String, Long>> runForIds(String statement, Columns<?> columns) {
        return tx.preparedQuery(statement).execute(columns.tuple()).map(rows -> {
            Map<String, Long> ids = new HashMap<>();
            for (Row row : rows) ids.put(row.getString("key"), row.getLong("id"));
            return ids;
        });
    }

    private static long id(Map<String, Long> ids, String key) {
        return Objects.requireNonNull(ids.get(key), key);
    }
}
