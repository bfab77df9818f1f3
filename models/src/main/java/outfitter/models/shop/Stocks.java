package outfitter.models.shop;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.templates.SqlTemplate;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The {@code stock} table: never below zero, and read when serving, as it changes with every order. */
public final class Stocks {
    private static final String OF = "SELECT * FROM stock WHERE sku = ANY(#{skus})";
    private static final String OF_PRODUCTS = """
            SELECT s.* FROM variant v JOIN stock s USING (sku) WHERE v.product = ANY(#{products}) ORDER BY v.product, v.position
            """;

    private final SqlTemplate<Map<String, Object>, RowSet<Stock>> of;
    private final SqlTemplate<Map<String, Object>, RowSet<Stock>> ofProducts;

    public Stocks(SqlClient db) {
        of = SqlTemplate.forQuery(db, OF).mapTo(Stocks::stock);
        ofProducts = SqlTemplate.forQuery(db, OF_PRODUCTS).mapTo(Stocks::stock);
    }

    /** Stock by sku; a sku that has none recorded is there with quantity 0. */
    public Future<Map<String, Stock>> of(Collection<String> skus) {
        return of.execute(Map.of("skus", skus.toArray(String[]::new))).map(rows -> {
            Map<String, Stock> stocks = new LinkedHashMap<>();
            skus.forEach(sku -> stocks.put(sku, new Stock(sku, 0, null)));
            rows.forEach(stock -> stocks.put(stock.sku(), stock));
            return stocks;
        });
    }

    /** Stock by sku of every variant of these products that has any recorded. */
    public Future<Map<String, Stock>> ofProducts(Collection<String> products) {
        return ofProducts
                .execute(Map.of("products", products.toArray(String[]::new)))
                .map(Stocks::bySku);
    }

    private static Map<String, Stock> bySku(RowSet<Stock> rows) {
        Map<String, Stock> stocks = new LinkedHashMap<>();
        List<Stock> all = Rows.all(rows);
        all.forEach(stock -> stocks.put(stock.sku(), stock));
        return stocks;
    }

    static Stock stock(Row row) {
        return new Stock(row.getString("sku"), row.getInteger("quantity"), row.get(LocalDate.class, "restock_on"));
    }
}
