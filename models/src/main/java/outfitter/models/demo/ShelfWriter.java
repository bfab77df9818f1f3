package outfitter.models.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import outfitter.models.json.Json;
import outfitter.models.rows.Columns;
import outfitter.models.shop.SizeTable;

/** Writes what the demo shop sells and by which rules, one statement a table. */
final class ShelfWriter {
    private static final String CATEGORIES = """
            INSERT INTO category (id, parent, name, drawing, size_table, position)
            SELECT id, parent, name, drawing, size_table::jsonb, position
            FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])
              WITH ORDINALITY AS t (id, parent, name, drawing, size_table, position)
            """;
    private static final String PRODUCTS = """
            INSERT INTO product (id, title, brand, category, description, care, tags, repeatable, created_at)
            SELECT id, title, brand, category, description, care, string_to_array(tags, ';'), repeatable, created_at
            FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::bool[],
                        $9::timestamptz[])
              AS t (id, title, brand, category, description, care, tags, repeatable, created_at)
            """;
    private static final String VARIANTS = """
            INSERT INTO variant (sku, product, size, colour, colour_code, price, cost, currency, position)
            SELECT sku, product, size, colour, colour_code, price, cost, 'GBP', position
            FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::bigint[], $7::bigint[])
              WITH ORDINALITY AS t (sku, product, size, colour, colour_code, price, cost, position)
            """;
    private static final String STOCK = """
            INSERT INTO stock (sku, quantity, restock_on, updated_at)
            SELECT sku, quantity, restock_on, updated_at
            FROM unnest($1::text[], $2::int[], $3::date[], $4::timestamptz[]) AS t (sku, quantity, restock_on, updated_at)
            """;
    private static final String DELIVERY = """
            INSERT INTO delivery_option (id, name, country, price, free_from, currency, days_min, days_max, position)
            SELECT id, name, country, price, nullif(free_from, -1), 'GBP', days_min, days_max, position
            FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::bigint[], $6::int[], $7::int[])
              WITH ORDINALITY AS t (id, name, country, price, free_from, days_min, days_max, position)
            ON CONFLICT (id) DO NOTHING
            """;
    private static final String POLICIES = """
            INSERT INTO policy (key, value) SELECT key, value::jsonb FROM unnest($1::text[], $2::text[]) AS t (key, value)
            ON CONFLICT (key) DO UPDATE SET value = excluded.value
            """;
    private static final String ARTICLES = """
            INSERT INTO article (id, locale, title, body, tags)
            SELECT id, 'en', title, body, string_to_array(tags, ';')
            FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS t (id, title, body, tags)
            ON CONFLICT (id, locale) DO NOTHING
            """;
    private static final long NEVER_FREE = -1;

    private final SqlClient tx;
    private final Instant now;

    ShelfWriter(SqlClient tx, Instant now) {
        this.tx = tx;
        this.now = now;
    }

    Future<Void> write(Goods goods, List<StoreRoom.Lot> lots) {
        return categories(goods.shelves())
                .compose(done -> products(List.copyOf(goods.all().values())))
                .compose(done -> variants(goods))
                .compose(done -> stock(lots))
                .compose(done -> rules())
                .compose(done -> articles(Help.articles()));
    }

    private Future<Void> categories(List<Goods.Shelf> shelves) {
        return run(
                CATEGORIES,
                new Columns<>(shelves)
                        .text(Goods.Shelf::id)
                        .text(Goods.Shelf::parent)
                        .text(Goods.Shelf::name)
                        .text(Goods.Shelf::drawing)
                        .text(shelf -> {
                            SizeTable sizes = shelf.sizeTable();
                            return sizes == null ? null : Json.write(sizes);
                        }));
    }

    private Future<Void> products(List<Good> goods) {
        return run(
                PRODUCTS,
                new Columns<>(goods)
                        .text(Good::id)
                        .text(Good::title)
                        .text(Good::brand)
                        .text(Good::category)
                        .text(Good::description)
                        .text(Good::care)
                        .text(good -> String.join(";", good.tags()))
                        .flag(Good::repeatable)
                        .instant(good -> good.created(now)));
    }

    private record Priced(Good good, Good.Piece piece) {}

    private Future<Void> variants(Goods goods) {
        List<Priced> pieces = goods.all().values().stream()
                .flatMap(good -> good.pieces().stream().map(piece -> new Priced(good, piece)))
                .toList();
        return run(
                VARIANTS,
                new Columns<>(pieces)
                        .text(each -> each.piece().sku())
                        .text(each -> each.good().id())
                        .text(each -> each.piece().size())
                        .text(each -> each.piece().colour())
                        .text(each -> each.piece().colourCode())
                        .number(each -> each.good().price())
                        .number(each -> each.good().cost()));
    }

    private Future<Void> stock(List<StoreRoom.Lot> lots) {
        return run(
                STOCK,
                new Columns<>(lots)
                        .text(StoreRoom.Lot::sku)
                        .count(StoreRoom.Lot::quantity)
                        .day(StoreRoom.Lot::restockOn)
                        .instant(lot -> now));
    }

    private Future<Void> rules() {
        List<Map.Entry<String, JsonNode>> policies =
                new ArrayList<>(Resources.json("policies.json", JsonNode.class).properties());
        return run(
                        DELIVERY,
                        new Columns<>(Delivery.ALL)
                                .text(Delivery::id)
                                .text(Delivery::name)
                                .text(Delivery::country)
                                .number(Delivery::price)
                                .number(ShelfWriter::freeFrom)
                                .count(Delivery::daysMin)
                                .count(Delivery::daysMax))
                .compose(done -> run(
                        POLICIES,
                        new Columns<>(policies)
                                .text(Map.Entry::getKey)
                                .text(policy -> policy.getValue().toString())));
    }

    private static long freeFrom(Delivery way) {
        Long from = way.freeFrom();
        return from == null ? NEVER_FREE : from;
    }

    private Future<Void> articles(List<Help.Page> pages) {
        return run(
                ARTICLES,
                new Columns<>(pages)
                        .text(Help.Page::id)
                        .text(Help.Page::title)
                        .text(Help.Page::body)
                        .text(Help.Page::tags));
    }

    private Future<Void> run(String statement, Columns<?> columns) {
        return tx.preparedQuery(statement).execute(columns.tuple()).mapEmpty();
    }
}
