package outfitter.models.shop;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.templates.SqlTemplate;
import java.util.List;
import java.util.Map;

/** The {@code review} table; only what was published is ever shown. Means stand in {@link Catalogue#rating}. */
public final class Reviews {
    private static final String OF_PRODUCT = """
            SELECT r.*, split_part(c.name, ' ', 1) || coalesce(' ' || left(nullif(split_part(c.name, ' ', 2), ''), 1) || '.', '')
                     AS author
            FROM review r LEFT JOIN customer c ON c.id = r.customer
            WHERE r.product = #{product} AND r.state = 'published' ORDER BY r.at DESC, r.id LIMIT #{limit}
            """;

    private final SqlTemplate<Map<String, Object>, RowSet<Review>> ofProduct;

    public Reviews(SqlClient db) {
        ofProduct = SqlTemplate.forQuery(db, OF_PRODUCT).mapTo(Reviews::review);
    }

    /** Published reviews of a product, newest first, at most {@code limit}. */
    public Future<List<Review>> ofProduct(String product, int limit) {
        return ofProduct.execute(Map.of("product", product, "limit", limit)).map(Rows::all);
    }

    private static Review review(Row row) {
        return new Review(
                row.getLong("id"),
                row.getString("product"),
                row.getString("author"),
                row.getInteger("stars"),
                row.getString("title"),
                row.getString("body"),
                Rows.instant(row, "at"));
    }
}
