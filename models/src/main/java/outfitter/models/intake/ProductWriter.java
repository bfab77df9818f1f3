package outfitter.models.intake;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import outfitter.models.rows.Columns;
import outfitter.models.shop.Money;
import outfitter.models.shop.Stock;

/** Writes {@code product} and {@code variant}, their first {@code stock}, and the categories that they need. */
final class ProductWriter {
    private static final String KNOWN = "SELECT id, fingerprint, changed_at FROM product WHERE id = ANY($1)";
    private static final String CATEGORIES = """
            INSERT INTO category (id, parent, name, position)
            SELECT id, parent, name, (SELECT coalesce(max(position), 0) FROM category) + n
            FROM unnest($1::text[], $2::text[], $3::text[]) WITH ORDINALITY AS t (id, parent, name, n)
            ORDER BY id ON CONFLICT (id) DO NOTHING
            """;
    private static final String PRODUCTS = """
            INSERT INTO product (id, title, brand, category, description, tags, active, created_at, changed_at, fingerprint)
            SELECT t.id, t.title, coalesce(t.brand, p.brand, ''), coalesce(t.category, p.category),
                   coalesce(t.description, p.description, ''), coalesce(string_to_array(t.tags, chr(31)), p.tags, '{}'),
                   t.active, $10, coalesce(t.changed_at, p.changed_at), t.fingerprint
            FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::bool[],
                        $8::timestamptz[], $9::uuid[])
                 AS t (id, title, brand, category, description, tags, active, changed_at, fingerprint)
                 LEFT JOIN product p USING (id)
            ORDER BY t.id
            ON CONFLICT (id) DO UPDATE SET
              title = excluded.title, brand = excluded.brand, category = excluded.category,
              description = excluded.description, tags = excluded.tags, active = excluded.active,
              changed_at = excluded.changed_at, fingerprint = excluded.fingerprint
            """;
    private static final String OWNERS =
            "SELECT sku, product FROM variant WHERE sku = ANY($1) OR product = ANY($2) ORDER BY sku";
    private static final String PRODUCTS_OF =
            "SELECT v.sku, v.product FROM unnest($1::text[]) AS t (sku) JOIN variant v USING (sku)";
    private static final String VARIANTS = """
            INSERT INTO variant (sku, product, size, colour, price, cost, currency, position, picture)
            SELECT sku, product, size, colour, price, cost, currency, position, picture
            FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::bigint[], $7::text[], $8::int[],
                        $9::text[])
                 AS t (sku, product, size, colour, price, cost, currency, position, picture)
            ORDER BY sku
            ON CONFLICT (sku) DO UPDATE SET
              product = excluded.product, size = excluded.size, colour = excluded.colour, price = excluded.price,
              cost = coalesce(excluded.cost, variant.cost), currency = excluded.currency, position = excluded.position,
              picture = coalesce(excluded.picture, variant.picture)
            """;
    /** Stock that is told replaces older news; stock that is not told is only there from the beginning. */
    private static final String STOCK = """
            INSERT INTO stock (sku, quantity, counted, updated_at, changed_at)
            SELECT sku, coalesce(quantity, $5), quantity IS NOT NULL, $4, changed_at
            FROM unnest($1::text[], $2::int[], $3::timestamptz[], $6::bool[]) AS t (sku, quantity, changed_at, told)
            WHERE told OR NOT EXISTS (SELECT FROM stock s WHERE s.sku = t.sku)
            ORDER BY sku
            ON CONFLICT (sku) DO UPDATE SET
              quantity = excluded.quantity, counted = excluded.counted, updated_at = excluded.updated_at,
              changed_at = coalesce(excluded.changed_at, stock.changed_at)
            WHERE stock.changed_at IS NULL OR excluded.changed_at IS NULL OR excluded.changed_at >= stock.changed_at
            """;

    private static final String MOVE_LINES = """
            UPDATE order_line l SET product = t.product FROM unnest($1::text[], $2::text[], $3::text[]) AS t (sku, old, product)
            WHERE l.product = t.old AND l.sku = t.sku
            """;
    private static final String EMPTIED = """
            UPDATE product p SET active = false
            WHERE id = ANY($1) AND active AND NOT EXISTS (SELECT FROM variant v WHERE v.product = p.id)
            """;
    private static final String NO_LONGER = """
            WITH last AS (UPDATE variant SET position = 100000 WHERE sku = ANY($1))
            UPDATE stock SET quantity = 0, counted = true, updated_at = $2 WHERE sku = ANY($1)
            """;
    private static final String END = """
            UPDATE product SET active = false, changed_at = coalesce(t.at, changed_at), fingerprint = t.fingerprint
            FROM unnest($1::text[], $2::timestamptz[], $3::uuid[]) AS t (id, at, fingerprint) WHERE product.id = t.id
            """;
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
    private final Set<String> fresh = new HashSet<>();

    ProductWriter(Batch batch) {
        this.batch = batch;
    }

    /** Skus that were not known before this batch. */
    Set<String> freshSkus() {
        return fresh;
    }

    private record Pending(Numbered<ProductFact> told, UUID fingerprint) {}

    /** A variant with the product it is of. */
    private record Piece(ProductFact product, VariantFact variant, int position) {}

    Future<Void> write(List<Numbered<ProductFact>> told) {
        if (told.isEmpty()) return Future.succeededFuture();
        return known(told.stream().map(each -> each.fact().id()).toList())
                .compose(known -> store(pending(told, known)));
    }

    private List<Pending> pending(List<Numbered<ProductFact>> told, Map<String, Known> known) {
        List<Pending> rows = new ArrayList<>();
        for (Numbered<ProductFact> each : told) {
            UUID print = Fingerprints.of(each.fact());
            Known before = known.getOrDefault(each.fact().id(), Known.NOTHING);
            if (before.needsNothingOf(each.fact(), print)) continue;
            if (!before.says(print)) batch.judge(each, Verdict.STORED);
            rows.add(new Pending(each, print));
        }
        return rows;
    }

    private Future<Void> store(List<Pending> rows) {
        if (rows.isEmpty()) return Future.succeededFuture();
        batch.changes().catalogue();
        List<ProductFact> products = rows.stream().map(row -> row.told().fact()).toList();
        Collection<Piece> pieces = pieces(products);
        return categories(products)
                .compose(done -> batch.run(
                        PRODUCTS,
                        new Columns<>(rows)
                                .text(row -> row.told().fact().id())
                                .text(row -> row.told().fact().title())
                                .text(row -> row.told().fact().brand())
                                .text(row -> Categories.leaf(row.told().fact().category()))
                                .text(row -> row.told().fact().description())
                                .text(row -> joined(row.told().fact().tags()))
                                .flag(row -> row.told().fact().active())
                                .instant(row -> row.told().fact().changedAt())
                                .uuid(Pending::fingerprint)
                                .tuple()
                                .addOffsetDateTime(now())))
                .compose(done -> owners(products, pieces))
                .compose(owners -> variants(pieces).compose(done -> rearrange(pieces, owners)));
    }

    /** Of products that claim the same sku the last one has it. */
    private static Collection<Piece> pieces(List<ProductFact> products) {
        Map<String, Piece> pieces = new LinkedHashMap<>();
        for (ProductFact product : products) {
            int position = 0;
            for (VariantFact variant : product.variants()) {
                pieces.put(variant.sku(), new Piece(product, variant, ++position));
            }
        }
        return pieces.values();
    }

    private Future<?> categories(List<ProductFact> products) {
        Map<String, Categories.Step> steps = new LinkedHashMap<>();
        for (ProductFact product : products) {
            String told = product.category();
            if (told != null) Categories.path(told).forEach(step -> steps.putIfAbsent(step.id(), step));
        }
        if (steps.isEmpty()) return Future.succeededFuture();
        return batch.run(
                CATEGORIES,
                new Columns<>(List.copyOf(steps.values()))
                        .text(Categories.Step::id)
                        .text(Categories.Step::parent)
                        .text(Categories.Step::name)
                        .tuple());
    }

    private Future<Map<String, String>> owners(List<ProductFact> products, Collection<Piece> pieces) {
        return batch.run(
                        OWNERS,
                        Tuple.tuple()
                                .addArrayOfString(pieces.stream()
                                        .map(piece -> piece.variant().sku())
                                        .toArray(String[]::new))
                                .addArrayOfString(
                                        products.stream().map(ProductFact::id).toArray(String[]::new)))
                .map(rows -> {
                    Map<String, String> owners = new HashMap<>();
                    for (Row row : rows) owners.put(row.getString("sku"), row.getString("product"));
                    return owners;
                });
    }

    private Future<?> variants(Collection<Piece> pieces) {
        List<Piece> rows = List.copyOf(pieces);
        return batch.run(
                        VARIANTS,
                        new Columns<>(rows)
                                .text(piece -> piece.variant().sku())
                                .text(piece -> piece.product().id())
                                .text(piece -> piece.variant().size())
                                .text(piece -> piece.variant().colour())
                                .number(piece -> piece.variant().price().minor())
                                .numberOrNull(piece -> minor(piece.variant().cost()))
                                .text(piece -> piece.variant().price().currency())
                                .count(Piece::position)
                                .text(piece -> piece.variant().picture())
                                .tuple())
                .compose(done -> stock(rows.stream()
                        .map(piece -> new Pile(
                                piece.variant().sku(),
                                piece.variant().quantity(),
                                piece.product().changedAt()))
                        .toList()));
    }

    private record Pile(
            String sku,
            @Nullable Integer quantity,
            @Nullable Instant changedAt) {}

    private Future<?> stock(List<Pile> piles) {
        return batch.run(
                STOCK,
                new Columns<>(piles)
                        .text(Pile::sku)
                        .countOrNull(pile -> StockWriter.counted(pile.quantity()))
                        .instant(Pile::changedAt)
                        .tuple()
                        .addOffsetDateTime(now())
                        .addInteger(Stock.NOT_COUNTED)
                        .addArrayOfBoolean(piles.stream()
                                .map(pile -> pile.quantity() != null)
                                .toArray(Boolean[]::new)));
    }

    /** What stood under another product comes over with its order lines; what is no longer told cannot be bought. */
    private Future<Void> rearrange(Collection<Piece> pieces, Map<String, String> owners) {
        List<Piece> moved = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (Piece piece : pieces) {
            String sku = piece.variant().sku();
            told.add(sku);
            String owner = owners.get(sku);
            if (owner == null) fresh.add(sku);
            else if (!owner.equals(piece.product().id())) moved.add(piece);
        }
        String[] untold =
                owners.keySet().stream().filter(sku -> !told.contains(sku)).toArray(String[]::new);
        return (untold.length == 0
                        ? Future.succeededFuture()
                        : batch.run(
                                NO_LONGER,
                                Tuple.tuple().addArrayOfString(untold).addOffsetDateTime(now())))
                .compose(done -> moved.isEmpty() ? Future.succeededFuture() : move(moved, owners));
    }

    private Future<Void> move(List<Piece> moved, Map<String, String> owners) {
        String[] left = moved.stream()
                .map(piece -> Objects.requireNonNull(owners.get(piece.variant().sku())))
                .distinct()
                .toArray(String[]::new);
        return batch.run(
                        MOVE_LINES,
                        new Columns<>(moved)
                                .text(piece -> piece.variant().sku())
                                .text(piece -> owners.get(piece.variant().sku()))
                                .text(piece -> piece.product().id())
                                .tuple())
                .compose(done -> batch.run(EMPTIED, Tuple.tuple().addArrayOfString(left)))
                .mapEmpty();
    }

    /** Takes products off the shelf. */
    Future<Void> end(List<Numbered<ProductGone>> told) {
        if (told.isEmpty()) return Future.succeededFuture();
        return known(told.stream().map(each -> each.fact().id()).toList()).compose(known -> {
            List<ProductGone> ended = new ArrayList<>();
            for (Numbered<ProductGone> each : told) {
                Known before = known.get(each.fact().id());
                UUID print = Fingerprints.of(each.fact());
                if (before == null || before.needsNothingOf(each.fact(), print)) continue;
                if (!before.says(print)) batch.judge(each, Verdict.STORED);
                ended.add(each.fact());
            }
            if (ended.isEmpty()) return Future.succeededFuture();
            batch.changes().catalogue();
            return batch.run(
                            END,
                            new Columns<>(ended)
                                    .text(ProductGone::id)
                                    .instant(ProductGone::changedAt)
                                    .uuid(Fingerprints::of)
                                    .tuple())
                    .mapEmpty();
        });
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
            fresh.add(line.sku());
        });
        return batch.run(
                        UNTOLD_PRODUCTS,
                        new Columns<>(unknown)
                                .text(line -> products.get(line.sku()))
                                .text(LineFact::title)
                                .tuple()
                                .addOffsetDateTime(now()))
                .compose(done -> batch.run(
                        UNTOLD_VARIANTS,
                        new Columns<>(unknown)
                                .text(LineFact::sku)
                                .text(line -> products.get(line.sku()))
                                .number(line -> line.price().minor())
                                .text(line -> line.price().currency())
                                .tuple()))
                .compose(done -> stock(unknown.stream()
                        .map(line -> new Pile(line.sku(), null, null))
                        .toList()));
    }

    private Future<Map<String, Known>> known(List<String> ids) {
        return batch.run(KNOWN, Tuple.tuple().addArrayOfString(ids.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, Known> known = new HashMap<>();
                    for (Row row : rows) known.put(row.getString("id"), Known.of(row));
                    return known;
                });
    }

    private OffsetDateTime now() {
        return batch.now().atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Long minor(@Nullable Money money) {
        return money == null ? null : money.minor();
    }

    private static @Nullable String joined(@Nullable List<String> tags) {
        return tags == null ? null : String.join("\u001f", tags);
    }
}
