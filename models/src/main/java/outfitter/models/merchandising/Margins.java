package outfitter.models.merchandising;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.templates.SqlTemplate;
import java.util.HashMap;
import java.util.Map;

/** What the shop keeps of each product's price, read from the {@code variant} table. For staff only. */
public final class Margins {
    private static final String MARGINS = """
            SELECT product, 100 * (1 - sum(cost)::float8 / sum(price)) AS margin
            FROM variant WHERE cost IS NOT NULL AND price > 0 GROUP BY product
            """;

    private final SqlTemplate<Map<String, Object>, RowSet<Row>> margins;

    public Margins(SqlClient db) {
        margins = SqlTemplate.forQuery(db, MARGINS);
    }

    /** In percent, by product, over the variants whose cost is known; products without such are left out. */
    public Future<Map<String, Double>> all() {
        return margins.execute(Map.of()).map(rows -> {
            Map<String, Double> all = new HashMap<>();
            rows.forEach(row -> all.put(row.getString("product"), row.getDouble("margin")));
            return Map.copyOf(all);
        });
    }
}
