package outfitter.models.merchandising;

import static outfitter.models.merchandising.Columns.time;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.templates.SqlTemplate;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Orders of several products, drawn to try rules on. The same ones whenever it is asked about the same days. */
public final class OrderSample {
    private static final String DRAW = """
            SELECT o.id, array_agg(DISTINCT l.product) AS products
            FROM "order" o JOIN order_line l ON l."order" = o.id
            WHERE o.placed_at >= #{since} AND o.placed_at < #{until} AND o.state <> 'cancelled'
            GROUP BY o.id HAVING count(DISTINCT l.product) BETWEEN 2 AND 30
            ORDER BY md5(o.id::text) LIMIT #{limit}
            """;

    private final SqlTemplate<Map<String, Object>, RowSet<Row>> draw;

    public OrderSample(SqlClient db) {
        draw = SqlTemplate.forQuery(db, DRAW);
    }

    /**
     * An order of several products.
     *
     * @param products each once, by their handles
     */
    public record Drawn(long order, List<String> products) {
        public Drawn {
            products = List.copyOf(products);
        }
    }

    /** At most {@code limit} orders, in an order of their own. */
    public Future<List<Drawn>> draw(Instant since, Instant until, int limit) {
        return draw.execute(Map.of("since", time(since), "until", time(until), "limit", limit))
                .map(rows -> rows.stream()
                        .map(row -> new Drawn(row.getLong("id"), List.of(row.getArrayOfStrings("products"))))
                        .toList());
    }
}
