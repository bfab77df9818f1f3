package outfitter.models.shop;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.templates.SqlTemplate;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import outfitter.models.customer.CustomerId;

/** The {@code cart} and {@code cart_line} tables: at most one open cart a customer, opened by the first change. */
public final class Carts {
    private static final String CART = """
            SELECT c.customer, c.updated_at,
              (SELECT coalesce(jsonb_agg(jsonb_build_object(
                        'sku', l.sku, 'quantity', l.quantity, 'suggestion', l.suggestion, 'addedAt', l.added_at)
                      ORDER BY l.added_at, l.sku), '[]')
               FROM cart_line l WHERE l.cart = c.id)::text AS lines
            FROM cart c
            """;
    private static final String OPEN = CART + "WHERE c.customer = #{customer} AND c.state = 'open'";
    private static final String TOUCH = """
            INSERT INTO cart (customer, state, created_at, updated_at) VALUES (#{customer}, 'open', #{now}, #{now})
            ON CONFLICT (customer) WHERE state = 'open' DO UPDATE SET updated_at = excluded.updated_at
            RETURNING id
            """;
    private static final String ADD = """
            INSERT INTO cart_line (cart, sku, quantity, suggestion, added_at)
            VALUES (#{cart}, #{sku}, #{quantity}, #{suggestion}, #{now})
            ON CONFLICT (cart, sku) DO UPDATE
              SET quantity = least(cart_line.quantity + excluded.quantity, #{most}),
                  suggestion = coalesce(excluded.suggestion, cart_line.suggestion)
            """;
    private static final String SET = """
            INSERT INTO cart_line (cart, sku, quantity, added_at) VALUES (#{cart}, #{sku}, #{quantity}, #{now})
            ON CONFLICT (cart, sku) DO UPDATE SET quantity = excluded.quantity
            """;
    private static final String REMOVE = "DELETE FROM cart_line WHERE cart = #{cart} AND sku = #{sku}";
    private static final String JOIN = """
            INSERT INTO cart_line (cart, sku, quantity, suggestion, added_at)
            SELECT #{cart}, l.sku, l.quantity, l.suggestion, l.added_at
            FROM cart_line l JOIN cart c ON c.id = l.cart WHERE c.customer = #{from} AND c.state = 'open'
            ON CONFLICT (cart, sku) DO UPDATE SET quantity = greatest(cart_line.quantity, excluded.quantity)
            """;
    private static final String LEAVE = """
            UPDATE cart SET state = 'left', updated_at = #{now} WHERE customer = #{customer} AND state = 'open'
            """;
    /** More pieces of one thing than this are no retail purchase. */
    public static final int MOST_PIECES = 20;

    private final Pool db;

    public Carts(Pool db) {
        this.db = db;
    }

    /** The open cart; empty when there is none, as opposed to one without lines. */
    public Future<Optional<Cart>> open(CustomerId customer) {
        return open(db, customer);
    }

    /**
     * Adds pieces of {@code sku}, which must be a known variant, up to {@link #MOST_PIECES} altogether.
     *
     * @param suggestion the impression it comes from, if any
     */
    public Future<Cart> add(CustomerId customer, String sku, int quantity, @Nullable UUID suggestion, Instant now) {
        return change(
                customer,
                now,
                (tx, cart) -> SqlTemplate.forUpdate(tx, ADD)
                        .execute(Rows.params(
                                "cart",
                                cart,
                                "sku",
                                sku,
                                "quantity",
                                Math.min(quantity, MOST_PIECES),
                                "suggestion",
                                suggestion,
                                "now",
                                utc(now),
                                "most",
                                MOST_PIECES))
                        .mapEmpty());
    }

    /** Sets how many pieces of {@code sku} lie in the cart; 0 takes the line out. */
    public Future<Cart> set(CustomerId customer, String sku, int quantity, Instant now) {
        String statement = quantity == 0 ? REMOVE : SET;
        return change(
                customer,
                now,
                (tx, cart) -> SqlTemplate.forUpdate(tx, statement)
                        .execute(Rows.params(
                                "cart", cart, "sku", sku, "quantity", Math.min(quantity, MOST_PIECES), "now", utc(now)))
                        .mapEmpty());
    }

    /**
     * A visitor turned out to be a customer: what lay in {@code from}'s cart lies in {@code into}'s now. Safe to repeat;
     * does nothing when there is nothing.
     */
    public Future<Void> absorb(CustomerId from, CustomerId into, Instant now) {
        return open(from)
                .compose(cart -> cart.isEmpty() || cart.get().lines().isEmpty()
                        ? Future.succeededFuture()
                        : move(from, into, now));
    }

    private Future<Void> move(CustomerId from, CustomerId into, Instant now) {
        return change(
                        into,
                        now,
                        (tx, cart) -> SqlTemplate.forUpdate(tx, JOIN)
                                .execute(Map.of("cart", cart, "from", from.value()))
                                .compose(joined -> SqlTemplate.forUpdate(tx, LEAVE)
                                        .execute(Map.of("customer", from.value(), "now", utc(now))))
                                .mapEmpty())
                .mapEmpty();
    }

    private Future<Cart> change(CustomerId customer, Instant now, Change change) {
        return db.withTransaction(tx -> SqlTemplate.forQuery(tx, TOUCH)
                .execute(Map.of("customer", customer.value(), "now", utc(now)))
                .map(rows -> rows.iterator().next().getLong("id"))
                .compose(cart -> change.in(tx, cart))
                .compose(changed -> open(tx, customer))
                .map(Optional::orElseThrow));
    }

    private static Future<Optional<Cart>> open(SqlClient client, CustomerId customer) {
        return SqlTemplate.forQuery(client, OPEN)
                .mapTo(Carts::cart)
                .execute(Map.of("customer", customer.value()))
                .map(Rows::first);
    }

    private static Cart cart(Row row) {
        return new Cart(
                new CustomerId(row.getLong("customer")),
                Rows.instant(row, "updated_at"),
                Rows.list(row, "lines", CartLine[].class));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private interface Change {
        Future<Void> in(SqlClient tx, long cart);
    }
}
