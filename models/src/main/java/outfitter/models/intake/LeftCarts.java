package outfitter.models.intake;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Carts that the shop told of and that nobody touches any more: no shop says when a cart is left. */
public final class LeftCarts {
    /** Whoever has not come back after so long went without ordering. */
    public static final Duration PATIENCE = Duration.ofHours(3);

    private static final String LEAVE = """
            WITH gone AS (
              UPDATE cart SET state = 'left'
              WHERE state = 'open' AND reference IS NOT NULL AND updated_at < $1
              RETURNING id, customer, reference),
            told AS (
              INSERT INTO shop_news (customer, "order", happened, detail, at)
              SELECT g.customer, g.reference, 'cart-left',
                     jsonb_build_object(
                       'items', jsonb_agg(jsonb_build_object('sku', l.sku, 'product', v.product, 'quantity', l.quantity)),
                       'total', sum(l.quantity * v.price), 'currency', max(v.currency)),
                     $2
              FROM gone g JOIN cart_line l ON l.cart = g.id JOIN variant v USING (sku)
              WHERE EXISTS (SELECT FROM conversation c WHERE c.customer = g.customer)
              GROUP BY g.id, g.customer, g.reference
              RETURNING id)
            SELECT count(*) AS told, count(pg_notify($3, $4)::text) FROM told
            """;

    private final SqlClient db;
    private final Clock clock;

    public LeftCarts(SqlClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Closes what was left, and lets conversations be told. The number of those that are. */
    public Future<Long> close() {
        Instant now = clock.instant();
        FactNews news = new FactNews(false, false, List.of(), false, true, false);
        return db.preparedQuery(LEAVE)
                .execute(Tuple.of(
                        now.minus(PATIENCE).atOffset(ZoneOffset.UTC),
                        now.atOffset(ZoneOffset.UTC),
                        FactNews.CHANNEL,
                        news.payload()))
                .map(rows -> rows.iterator().next().getLong("told"));
    }
}
