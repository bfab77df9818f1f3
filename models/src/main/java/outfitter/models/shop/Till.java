package outfitter.models.shop;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.templates.SqlTemplate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import outfitter.models.customer.CustomerId;

/**
 * Turns a cart into an order: stock is taken, the order written and the cart closed in one transaction. Of two customers
 * after the last piece one gets it; stock rows are locked in the order of their skus, so that carts never wait for each
 * other in a circle.
 */
public final class Till {
    private static final String CART = """
            SELECT id FROM cart WHERE customer = #{customer} AND state = 'open' FOR UPDATE
            """;
    private static final String SHORT = """
            WITH held AS (
              SELECT sku, quantity, restock_on FROM stock
              WHERE sku IN (SELECT sku FROM cart_line WHERE cart = #{cart}) ORDER BY sku FOR UPDATE)
            SELECT l.sku, coalesce(held.quantity, 0) AS quantity, held.restock_on
            FROM cart_line l LEFT JOIN held USING (sku)
            WHERE l.cart = #{cart} AND l.quantity > coalesce(held.quantity, 0) ORDER BY l.sku
            """;
    private static final String COUNT = "SELECT count(*)::int AS lines FROM cart_line WHERE cart = #{cart}";
    private static final String TAKE = """
            UPDATE stock SET quantity = stock.quantity - l.quantity, updated_at = #{now}
            FROM cart_line l WHERE l.cart = #{cart} AND l.sku = stock.sku
            """;
    private static final String PLACE = """
            WITH goods AS (
              SELECT sum(v.price * l.quantity)::bigint AS worth, max(v.currency) AS currency
              FROM cart_line l JOIN variant v USING (sku) WHERE l.cart = #{cart}),
            way AS (
              SELECT d.id, CASE WHEN goods.worth >= d.free_from THEN 0 ELSE d.price END AS price
              FROM delivery_option d, goods WHERE d.id = #{delivery} AND d.currency = goods.currency),
            placed AS (
              INSERT INTO "order" (number, customer, email, postcode, state, delivery_option, shipping, total, currency,
                                   placed_at)
              SELECT 'OF-' || nextval('order_number'), c.id, coalesce(#{email}, c.email), coalesce(#{postcode}, c.postcode),
                     'paid', (SELECT id FROM way), coalesce((SELECT price FROM way), 0),
                     goods.worth + coalesce((SELECT price FROM way), 0), goods.currency, #{now}
              FROM customer c, goods WHERE c.id = #{customer}
              RETURNING id, number),
            lines AS (
              INSERT INTO order_line ("order", line, sku, product, quantity, price)
              SELECT placed.id, row_number() OVER (ORDER BY l.added_at, l.sku), l.sku, v.product, l.quantity, v.price
              FROM placed, cart_line l JOIN variant v USING (sku) WHERE l.cart = #{cart}),
            closed AS (UPDATE cart SET state = 'ordered', updated_at = #{now} WHERE id = #{cart})
            SELECT number FROM placed
            """;
    private static final String ORDER = Orders.BY_NUMBER;

    private final Pool db;

    public Till(Pool db) {
        this.db = db;
    }

    /**
     * Who orders, and how it is to be sent.
     *
     * @param email where news of the order goes; null for the customer's own
     * @param postcode where the parcel goes; null for the customer's own
     * @param delivery id of a delivery option
     */
    public record Purchase(
            CustomerId customer,
            @Nullable String email,
            @Nullable String postcode,
            String delivery,
            Instant at) {}

    /** Orders what lies in the customer's open cart, at the prices of now. */
    public Future<Checkout> checkout(Purchase purchase) {
        return db.withTransaction(tx ->
                openCart(tx, purchase.customer()).compose(cart -> cart == 0 ? empty() : checkout(tx, cart, purchase)));
    }

    private static Future<Checkout> checkout(SqlClient tx, long cart, Purchase purchase) {
        return shortOf(tx, cart).compose(missing -> {
            if (!missing.isEmpty()) return Future.succeededFuture(new Checkout.SoldOut(missing));
            return lines(tx, cart).compose(lines -> lines == 0 ? empty() : place(tx, cart, purchase));
        });
    }

    private static Future<Checkout> empty() {
        return Future.succeededFuture(new Checkout.Empty());
    }

    private static Future<Long> openCart(SqlClient tx, CustomerId customer) {
        return SqlTemplate.forQuery(tx, CART)
                .mapTo(row -> row.getLong("id"))
                .execute(Map.of("customer", customer.value()))
                .map(rows -> Rows.first(rows).orElse(0L));
    }

    private static Future<List<Stock>> shortOf(SqlClient tx, long cart) {
        return SqlTemplate.forQuery(tx, SHORT)
                .mapTo(Stocks::stock)
                .execute(Map.of("cart", cart))
                .map(Rows::all);
    }

    private static Future<Integer> lines(SqlClient tx, long cart) {
        return SqlTemplate.forQuery(tx, COUNT)
                .mapTo(row -> row.getInteger("lines"))
                .execute(Map.of("cart", cart))
                .map(rows -> rows.iterator().next());
    }

    private static Future<Checkout> place(SqlClient tx, long cart, Purchase purchase) {
        Map<String, Object> params = new HashMap<>(Rows.params(
                "cart",
                cart,
                "customer",
                purchase.customer().value(),
                "email",
                purchase.email(),
                "postcode",
                purchase.postcode(),
                "delivery",
                purchase.delivery(),
                "now",
                purchase.at().atOffset(ZoneOffset.UTC)));
        return SqlTemplate.forUpdate(tx, TAKE)
                .execute(params)
                .compose(taken -> SqlTemplate.forQuery(tx, PLACE)
                        .mapTo(row -> row.getString("number"))
                        .execute(params))
                .compose(number -> SqlTemplate.forQuery(tx, ORDER)
                        .mapTo(Orders::order)
                        .execute(Map.of("number", number.iterator().next())))
                .map(order -> new Checkout.Placed(order.iterator().next()));
    }
}
