package outfitter.models.intake;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import outfitter.models.json.Json;
import outfitter.models.rows.Columns;

/** Writes {@code cart} and {@code cart_line} as the shop tells them: the cart told last is the customer's open one. */
final class CartWriter {
    private static final String KNOWN = """
            SELECT DISTINCT ON (reference) reference, fingerprint, changed_at FROM cart
            WHERE reference = ANY($1) ORDER BY reference, changed_at DESC NULLS LAST
            """;
    /** One that was never told stands here closed: older news of it must not open it. */
    private static final String CLOSE = """
            WITH told AS (
              SELECT * FROM unnest($1::bigint[], $2::text[], $3::timestamptz[], $4::uuid[])
                AS t (customer, reference, changed_at, fingerprint)),
            closed AS (
              UPDATE cart c SET state = 'ordered', updated_at = $5, changed_at = coalesce(t.changed_at, c.changed_at),
                                fingerprint = t.fingerprint
              FROM told t WHERE c.reference = t.reference)
            INSERT INTO cart (customer, state, created_at, updated_at, reference, changed_at, fingerprint)
            SELECT t.customer, 'ordered', $5, $5, t.reference, t.changed_at, t.fingerprint FROM told t
            WHERE NOT EXISTS (SELECT FROM cart c WHERE c.reference = t.reference)
            """;

    private static final String OPEN = """
            INSERT INTO cart (customer, state, created_at, updated_at, reference, changed_at, fingerprint)
            SELECT customer, 'open', $5, $5, reference, changed_at, fingerprint
            FROM unnest($1::bigint[], $2::text[], $3::timestamptz[], $4::uuid[])
                 AS t (customer, reference, changed_at, fingerprint)
            ORDER BY customer
            ON CONFLICT (customer) WHERE state = 'open' DO UPDATE SET
              reference = excluded.reference, updated_at = excluded.updated_at, changed_at = excluded.changed_at,
              fingerprint = excluded.fingerprint
            WHERE cart.changed_at IS NULL OR excluded.changed_at IS NULL OR excluded.changed_at >= cart.changed_at
            RETURNING id, customer
            """;
    private static final String LINES = """
            WITH told AS (
              SELECT cart, sku, sum(quantity)::int AS quantity
              FROM unnest($1::bigint[], $2::text[], $3::int[]) AS t (cart, sku, quantity) GROUP BY cart, sku),
            gone AS (
              DELETE FROM cart_line l WHERE l.cart = ANY($5)
                AND NOT EXISTS (SELECT FROM told WHERE told.cart = l.cart AND told.sku = l.sku))
            INSERT INTO cart_line (cart, sku, quantity, added_at)
            SELECT cart, sku, quantity, $4 FROM told
            ON CONFLICT (cart, sku) DO UPDATE SET quantity = excluded.quantity
            """;
    private static final String NEWS = """
            INSERT INTO shop_news (customer, "order", happened, detail, at)
            SELECT t.customer, t.reference, 'cart', t.detail::jsonb, $4
            FROM unnest($1::bigint[], $2::text[], $3::text[]) AS t (customer, reference, detail)
            WHERE EXISTS (SELECT FROM conversation c WHERE c.customer = t.customer)
            """;

    private final Batch batch;
    private final UntoldWriter products;
    private final CustomerWriter customers;

    CartWriter(Batch batch, UntoldWriter products, CustomerWriter customers) {
        this.batch = batch;
        this.products = products;
        this.customers = customers;
    }

    private record Pending(CartFact fact, UUID fingerprint) {}

    private record Piece(long cart, LineFact fact) {}

    /** A cart with its row and whose it is. */
    private record Opened(long id, long customer, CartFact fact) {}

    Future<Void> write(List<Numbered<CartFact>> told) {
        if (told.isEmpty()) return Future.succeededFuture();
        String[] names = told.stream().map(each -> each.fact().reference()).toArray(String[]::new);
        return batch.run(KNOWN, Tuple.tuple().addArrayOfString(names)).compose(rows -> {
            Map<String, Known> known = new HashMap<>();
            for (Row row : rows) known.put(row.getString("reference"), Known.of(row));
            return store(pending(told, known));
        });
    }

    private Future<Void> store(List<Pending> news) {
        if (news.isEmpty()) return Future.succeededFuture();
        List<Pending> ordered =
                news.stream().filter(each -> each.fact().ordered()).toList();
        List<Pending> open =
                news.stream().filter(each -> !each.fact().ordered()).toList();
        return customers
                .know(news.stream().map(each -> each.fact().customer()).toList())
                .compose(people -> close(ordered, people).compose(closed -> open(open, people)));
    }

    private List<Pending> pending(List<Numbered<CartFact>> told, Map<String, Known> known) {
        List<Pending> pending = new ArrayList<>();
        for (Numbered<CartFact> each : told) {
            UUID print = Fingerprints.of(each.fact());
            Known last = known.getOrDefault(each.fact().reference(), Known.NOTHING);
            if (last.needsNothingOf(each.fact(), print)) continue;
            if (!last.says(print)) batch.judge(each, Verdict.STORED);
            pending.add(new Pending(each.fact(), print));
        }
        return pending;
    }

    private Future<?> close(List<Pending> ordered, Map<String, Long> people) {
        if (ordered.isEmpty()) return Future.succeededFuture();
        return batch.run(
                CLOSE,
                new Columns<>(ordered)
                        .number(each -> owner(each, people))
                        .text(each -> each.fact().reference())
                        .instant(each -> each.fact().changedAt())
                        .uuid(Pending::fingerprint)
                        .tuple()
                        .addOffsetDateTime(batch.now().atOffset(ZoneOffset.UTC)));
    }

    private Future<Void> open(List<Pending> carts, Map<String, Long> people) {
        if (carts.isEmpty()) return Future.succeededFuture();
        Map<String, LineFact> skus = new LinkedHashMap<>();
        carts.forEach(cart -> cart.fact().lines().forEach(line -> skus.putIfAbsent(line.sku(), line)));
        return products.ofSkus(skus)
                .compose(known ->
                        rows(carts, people).compose(opened -> lines(opened).compose(done -> news(opened, known))));
    }

    private static long owner(Pending cart, Map<String, Long> people) {
        return Objects.requireNonNull(people.get(cart.fact().customer().key()));
    }

    private Future<List<Opened>> rows(List<Pending> carts, Map<String, Long> people) {
        // One a customer: the one told last, as they have one open cart.
        Map<Long, Pending> newest = new LinkedHashMap<>();
        carts.forEach(cart -> newest.merge(owner(cart, people), cart, CartWriter::newer));
        List<Map.Entry<Long, Pending>> rows = List.copyOf(newest.entrySet());
        return batch.run(
                        OPEN,
                        new Columns<>(rows)
                                .number(Map.Entry::getKey)
                                .text(row -> row.getValue().fact().reference())
                                .instant(row -> row.getValue().fact().changedAt())
                                .uuid(row -> row.getValue().fingerprint())
                                .tuple()
                                .addOffsetDateTime(batch.now().atOffset(ZoneOffset.UTC)))
                .map(found -> {
                    List<Opened> opened = new ArrayList<>();
                    for (Row row : found) {
                        long customer = row.getLong("customer");
                        Pending cart = Objects.requireNonNull(newest.get(customer));
                        opened.add(new Opened(row.getLong("id"), customer, cart.fact()));
                    }
                    return opened;
                });
    }

    private static Pending newer(Pending first, Pending second) {
        Instant before = first.fact().changedAt();
        Instant after = second.fact().changedAt();
        return before != null && after != null && after.isBefore(before) ? first : second;
    }

    private Future<?> lines(List<Opened> carts) {
        List<Piece> pieces = carts.stream()
                .flatMap(cart -> cart.fact().lines().stream().map(line -> new Piece(cart.id(), line)))
                .toList();
        return batch.run(
                LINES,
                new Columns<>(pieces)
                        .number(Piece::cart)
                        .text(piece -> piece.fact().sku())
                        .count(piece -> piece.fact().quantity())
                        .tuple()
                        .addOffsetDateTime(batch.now().atOffset(ZoneOffset.UTC))
                        .addArrayOfLong(carts.stream().map(Opened::id).toArray(Long[]::new)));
    }

    private Future<Void> news(List<Opened> carts, Map<String, String> products) {
        if (carts.isEmpty()) return Future.succeededFuture();
        return batch.run(
                        NEWS,
                        new Columns<>(carts)
                                .number(Opened::customer)
                                .text(cart -> cart.fact().reference())
                                .text(cart -> detail(cart.fact(), products))
                                .tuple()
                                .addOffsetDateTime(batch.now().atOffset(ZoneOffset.UTC)))
                .map(told -> {
                    if (told.rowCount() > 0) batch.changes().toTell();
                    return null;
                });
    }

    /** What lies in it, as entries write it. */
    private static String detail(CartFact cart, Map<String, String> products) {
        return Json.write(Map.of(
                "items",
                cart.lines().stream()
                        .map(line -> Map.of(
                                "sku",
                                line.sku(),
                                "product",
                                Objects.requireNonNullElse(products.get(line.sku()), line.sku()),
                                "quantity",
                                line.quantity()))
                        .toList()));
    }
}
