package outfitter.models.intake;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import outfitter.models.rows.Columns;

/** Finds the products of order and cart lines, and writes those that are known from such lines only. */
final class UntoldWriter {
    private static final String PRODUCTS_OF =
            "SELECT v.sku, v.product FROM unnest($1::text[]) AS t (sku) JOIN variant v USING (sku)";
    private static final String UNTOLD_PRODUCTS = """
            INSERT INTO product (id, title, created_at)
            SELECT id, title, $3 FROM unnest($1::text[], $2::text[]) AS t (id, title) ORDER BY id
            ON CONFLICT (id) DO NOTHING
            """;
    private static final String UNTOLD_VARIANTS = """
            INSERT INTO variant (sku, product, price, currency, position)
            SELECT sku, product, price, currency, 1
            FROM unnest($1::text[], $2::text[], $3::bigint[], $4::text[]) AS t (sku, product, price, currency) ORDER BY sku
            ON CONFLICT (sku) DO NOTHING
            """;

    private final Batch batch;
    private final VariantWriter variants;

    UntoldWriter(Batch batch, VariantWriter variants) {
        this.batch = batch;
        this.variants = variants;
    }

    /** The product of each sku; what nobody told us of becomes a product without a category. */
    Future<Map<String, String>> ofSkus(Map<String, LineFact> lines) {
        String[] skus = lines.keySet().toArray(String[]::new);
        return batch.run(PRODUCTS_OF, Tuple.tuple().addArrayOfString(skus))
                .map(rows -> {
                    Map<String, String> products = new HashMap<>();
                    for (Row row : rows) products.put(row.getString("sku"), row.getString("product"));
                    return products;
                })
                .compose(products -> {
                    List<LineFact> unknown = lines.values().stream()
                            .filter(line -> !products.containsKey(line.sku()))
                            .toList();
                    return unknown.isEmpty()
                            ? Future.succeededFuture(products)
                            : begin(unknown, products).map(products);
                });
    }

    private Future<?> begin(List<LineFact> unknown, Map<String, String> products) {
        batch.changes().catalogue();
        unknown.forEach(line -> {
            products.put(line.sku(), Skus.handleOf(line.sku(), line.title()));
            variants.began(line.sku());
        });
        return batch.run(
                        UNTOLD_PRODUCTS,
                        new Columns<>(unknown)
                                .text(line -> products.get(line.sku()))
                                .text(LineFact::title)
                                .tuple()
                                .addOffsetDateTime(batch.now().atOffset(ZoneOffset.UTC)))
                .compose(done -> batch.run(
                        UNTOLD_VARIANTS,
                        new Columns<>(unknown)
                                .text(LineFact::sku)
                                .text(line -> products.get(line.sku()))
                                .number(line -> line.price().minor())
                                .text(line -> line.price().currency())
                                .tuple()))
                .compose(done ->
                        variants.uncounted(unknown.stream().map(LineFact::sku).toList()));
    }
}
