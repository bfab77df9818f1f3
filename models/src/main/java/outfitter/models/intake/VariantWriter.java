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
import org.jspecify.annotations.Nullable;
import outfitter.models.rows.Columns;
import outfitter.models.shop.Money;
import outfitter.models.shop.Stock;

/** Writes {@code variant} and its first {@code stock}; what stood under another product comes over. */
final class VariantWriter {
    private static final String OWNERS =
            "SELECT sku, product FROM variant WHERE sku = ANY($1) OR product = ANY($2) ORDER BY sku";
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

    private final Batch batch;
    private final Set<String> fresh = new HashSet<>();

    VariantWriter(Batch batch) {
        this.batch = batch;
    }

    /** Skus that were not known before this batch. */
    Set<String> freshSkus() {
        return fresh;
    }

    /** Skus that somebody else has written in this batch. */
    void began(String sku) {
        fresh.add(sku);
    }

    /** A variant with the product it is of. */
    private record Piece(ProductFact product, VariantFact variant, int position) {}

    /** The variants of products that are stored. */
    Future<Void> write(List<ProductFact> products) {
        Collection<Piece> pieces = pieces(products);
        return owners(products, pieces).compose(owners -> variants(pieces).compose(done -> rearrange(pieces, owners)));
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

    /** @param quantity null where none is told */
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

    /** Stock of what nobody counts yet. */
    Future<?> uncounted(List<String> skus) {
        return stock(skus.stream().map(sku -> new Pile(sku, null, null)).toList());
    }

    private OffsetDateTime now() {
        return batch.now().atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Long minor(@Nullable Money money) {
        return money == null ? null : money.minor();
    }
}
