package outfitter.models.shop;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import outfitter.models.customer.CustomerId;

/** A shop with three things to sell, for tests of the tables: boots in two sizes, a stove, and its fuel. */
final class SmallShop {
    static final Instant NOW = Instant.parse("2026-03-14T10:00:00Z");

    private static final String GOODS = """
            INSERT INTO category (id, parent, name, drawing, size_table, position) VALUES
              ('footwear', NULL, 'Footwear', NULL, NULL, 1),
              ('footwear/hiking-boots', 'footwear', 'Hiking boots', 'boot', '{"columns":["UK","EU"],"rows":[["6","39"],["7","40"]]}', 2),
              ('kitchen', NULL, 'Camp kitchen', NULL, NULL, 3),
              ('kitchen/stoves', 'kitchen', 'Stoves', 'stove', NULL, 4),
              ('kitchen/fuel', 'kitchen', 'Fuel', 'fuel', NULL, 5);
            INSERT INTO product (id, title, brand, category, description, care, tags, repeatable, created_at) VALUES
              ('granite-boot', 'Granite Peak Mid', 'Karst', 'footwear/hiking-boots', 'Sturdy.', 'Wax it.', '{waterproof}', false, '2025-01-01Z'),
              ('ember-stove', 'Ember Trail Stove', 'Kiln', 'kitchen/stoves', 'Hot.', '', '{}', false, '2025-01-02Z'),
              ('gas-230', 'Gas Canister 230 g', 'Kiln', 'kitchen/fuel', 'Burns.', '', '{}', true, '2025-01-03Z');
            INSERT INTO variant (sku, product, size, colour, colour_code, price, cost, currency, position) VALUES
              ('GB-6', 'granite-boot', '6', 'Moss', '#2f5d50', 16900, 8111, 'GBP', 1),
              ('GB-7', 'granite-boot', '7', 'Moss', '#2f5d50', 17900, 8222, 'GBP', 2),
              ('ES', 'ember-stove', NULL, NULL, NULL, 4500, 2133, 'GBP', 1),
              ('G230', 'gas-230', NULL, NULL, NULL, 595, 277, 'GBP', 1);
            INSERT INTO stock (sku, quantity, updated_at) VALUES
              ('GB-6', 5, '2026-01-01Z'), ('GB-7', 1, '2026-01-01Z'), ('ES', 0, '2026-01-01Z'), ('G230', 500, '2026-01-01Z');
            INSERT INTO delivery_option (id, name, country, price, free_from, currency, days_min, days_max, position) VALUES
              ('standard', 'Standard', 'GB', 395, 6000, 'GBP', 3, 5, 1), ('express', 'Express', 'GB', 695, NULL, 'GBP', 1, 2, 2)
            """;

    private final Pool db;

    SmallShop(Pool db) {
        this.db = db;
    }

    static SmallShop open(Pool db) {
        SmallShop shop = new SmallShop(db);
        await(db.query(GOODS).execute());
        return shop;
    }

    CustomerId customer(String name) {
        return new CustomerId(id("""
                INSERT INTO customer (name, email, postcode, created_at)
                VALUES ($1, lower($1) || '@example.org', 'BS1 4DJ', now()) RETURNING id
                """, Tuple.of(name)));
    }

    /** A delivered order of these skus, one piece each, that was placed at {@code placed}. */
    long order(String number, CustomerId customer, Instant placed, String... skus) {
        long order =
                id("""
                INSERT INTO "order" (number, customer, email, postcode, state, total, currency, placed_at)
                SELECT $1, $2, 'x@example.org', 'BS1 4DJ', 'delivered', sum(price), 'GBP', $3::text::timestamptz
                FROM variant WHERE sku = ANY($4) RETURNING id
                """, Tuple.of(number, customer.value(), placed.toString()).addArrayOfString(skus));
        run("""
                INSERT INTO order_line ("order", line, sku, product, quantity, price)
                SELECT $1, place, v.sku, v.product, 2, v.price
                FROM unnest($2::text[]) WITH ORDINALITY AS given (sku, place) JOIN variant v USING (sku)
                """, Tuple.of(order).addArrayOfString(skus));
        return order;
    }

    long id(String statement, Tuple params) {
        return await(db.preparedQuery(statement).execute(params))
                .iterator()
                .next()
                .getLong(0);
    }

    void run(String statement, Tuple params) {
        await(db.preparedQuery(statement).execute(params));
    }

    int stock(String sku) {
        return Math.toIntExact(id("SELECT quantity::bigint FROM stock WHERE sku = $1", Tuple.of(sku)));
    }

    static <T> T await(Future<T> future) {
        try {
            return future.await(20, SECONDS);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
