package outfitter.models.shop;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.templates.SqlTemplate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import outfitter.models.json.Json;

/** The {@code category}, {@code product} and {@code variant} tables, read as one picture. Cost is never selected. */
public final class Catalogues {
    private static final String CATEGORIES = """
            SELECT id, parent, name, drawing, size_table::text AS size_table, position FROM category ORDER BY position, id
            """;
    private static final String PRODUCTS = """
            SELECT p.id, p.title, p.brand, p.category, p.description, p.care, p.tags, p.repeatable, p.active, p.created_at,
                   (SELECT coalesce(jsonb_agg(jsonb_build_object(
                             'sku', v.sku, 'product', v.product, 'size', v.size, 'colour', v.colour,
                             'colourCode', v.colour_code, 'picture', v.picture,
                             'price', jsonb_build_object('minor', v.price, 'currency', v.currency))
                           ORDER BY v.position, v.sku), '[]')
                    FROM variant v WHERE v.product = p.id)::text AS variants
            FROM product p LEFT JOIN category c ON c.id = p.category
            ORDER BY c.position NULLS LAST, p.created_at DESC, p.id
            """;
    private static final String RATINGS = """
            SELECT product, avg(stars)::float8 AS stars, count(*)::int AS reviews
            FROM review WHERE state = 'published' GROUP BY product
            """;

    private final SqlTemplate<Map<String, Object>, RowSet<Category>> categories;
    private final SqlTemplate<Map<String, Object>, RowSet<Product>> products;
    private final SqlTemplate<Map<String, Object>, RowSet<Rated>> ratings;

    public Catalogues(SqlClient db) {
        categories = SqlTemplate.forQuery(db, CATEGORIES).mapTo(Catalogues::category);
        products = SqlTemplate.forQuery(db, PRODUCTS).mapTo(Catalogues::product);
        ratings = SqlTemplate.forQuery(db, RATINGS).mapTo(Catalogues::rated);
    }

    /** The catalogue as it is now; empty before anything was imported. */
    public Future<Catalogue> load() {
        Future<RowSet<Category>> shelves = categories.execute(Map.of());
        Future<RowSet<Product>> goods = products.execute(Map.of());
        Future<RowSet<Rated>> opinions = ratings.execute(Map.of());
        return Future.all(shelves, goods, opinions)
                .map(all -> Catalogue.of(
                        Rows.all(shelves.result()), Rows.all(goods.result()), Rated.byProduct(opinions.result())));
    }

    private static Category category(Row row) {
        String sizes = row.getString("size_table");
        return new Category(
                row.getString("id"),
                row.getString("parent"),
                row.getString("name"),
                row.getString("drawing"),
                sizeTable(sizes),
                row.getInteger("position"));
    }

    private static @Nullable SizeTable sizeTable(@Nullable String json) {
        return json == null ? null : Json.read(json, SizeTable.class);
    }

    private static Product product(Row row) {
        List<Variant> variants = Rows.list(row, "variants", Variant[].class);
        return new Product(
                row.getString("id"),
                row.getString("title"),
                row.getString("brand"),
                row.getString("category"),
                row.getString("description"),
                row.getString("care"),
                Rows.texts(row, "tags"),
                row.getBoolean("repeatable"),
                row.getBoolean("active"),
                Rows.instant(row, "created_at"),
                variants);
    }

    private static Rated rated(Row row) {
        return new Rated(row.getString("product"), new Rating(row.getDouble("stars"), row.getInteger("reviews")));
    }

    private record Rated(String product, Rating rating) {
        static Map<String, Rating> byProduct(RowSet<Rated> rows) {
            return rows.stream().collect(Collectors.toMap(Rated::product, Rated::rating));
        }
    }
}
