package outfitter.models.intake;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import outfitter.models.rows.Columns;
import outfitter.models.shop.Stock;

/** Writes {@code stock}, and {@code stock_place} for what is told by store room. */
final class StockWriter {
    private static final String KNOWN = """
            SELECT v.sku, s.quantity, s.counted, s.changed_at
            FROM variant v LEFT JOIN stock s USING (sku) WHERE v.sku = ANY($1)
            """;
    private static final String STORE = """
            INSERT INTO stock (sku, quantity, counted, updated_at, changed_at)
            SELECT sku, coalesce(quantity, $5), quantity IS NOT NULL, $4, changed_at
            FROM unnest($1::text[], $2::int[], $3::timestamptz[]) AS t (sku, quantity, changed_at) ORDER BY sku
            ON CONFLICT (sku) DO UPDATE SET
              quantity = excluded.quantity, counted = excluded.counted, updated_at = excluded.updated_at,
              changed_at = coalesce(excluded.changed_at, stock.changed_at)
            """;

    private static final String PLACES = """
            INSERT INTO stock_place AS s (sku, place, quantity, changed_at)
            SELECT sku, place, quantity, changed_at
            FROM unnest($1::text[], $2::text[], $3::int[], $4::timestamptz[]) AS t (sku, place, quantity, changed_at)
            ORDER BY sku, place
            ON CONFLICT (sku, place) DO UPDATE SET
              quantity = excluded.quantity, changed_at = coalesce(excluded.changed_at, s.changed_at)
            WHERE s.changed_at IS NULL OR excluded.changed_at IS NULL OR excluded.changed_at >= s.changed_at
            """;
    private static final String SUMS = """
            SELECT sku, CASE WHEN bool_and(quantity IS NOT NULL) THEN least(sum(quantity), 2147483646)::int END AS quantity,
                   max(changed_at) AS changed_at
            FROM stock_place WHERE sku = ANY($1) GROUP BY sku
            """;

    private final Batch batch;
    private final Waiting waiting;

    StockWriter(Batch batch, Waiting waiting) {
        this.batch = batch;
        this.waiting = waiting;
    }

    /** @param quantity null when it is not counted, or there is no row */
    private record Pile(
            @Nullable Integer quantity,
            boolean stored,
            @Nullable Instant changedAt) {
        static Pile of(Row row) {
            Boolean counted = row.getBoolean("counted");
            OffsetDateTime at = row.getOffsetDateTime("changed_at");
            return new Pile(
                    Boolean.TRUE.equals(counted) ? row.getInteger("quantity") : null,
                    counted != null,
                    at == null ? null : at.toInstant());
        }

        boolean isNewerThan(StockFact told) {
            Instant at = told.changedAt();
            return at != null
                    && changedAt != null
                    && at.truncatedTo(ChronoUnit.MICROS).isBefore(changedAt);
        }

        boolean says(StockFact told) {
            return stored && Objects.equals(quantity, told.quantity());
        }
    }

    Future<Void> write(List<Numbered<StockFact>> told) {
        if (told.isEmpty()) return Future.succeededFuture();
        String[] skus = told.stream().map(each -> each.fact().sku()).toArray(String[]::new);
        return batch.run(KNOWN, Tuple.tuple().addArrayOfString(skus)).compose(rows -> {
            Map<String, Pile> known = new HashMap<>();
            for (Row row : rows) known.put(row.getString("sku"), Pile.of(row));
            return waiting.keep(
                            told.stream()
                                    .filter(each ->
                                            !known.containsKey(each.fact().sku()))
                                    .toList(),
                            fact -> Waiting.sku(fact.sku()),
                            fact -> fact.place() == null ? "stock" : "stock:" + fact.place())
                    .compose(done -> sums(told.stream()
                            .filter(each -> each.fact().place() != null)
                            .filter(each -> known.containsKey(each.fact().sku()))
                            .toList()))
                    .compose(sums -> store(together(told, sums), known));
        });
    }

    /** Writes what is told of single store rooms; what all of them have now. */
    private Future<List<Numbered<StockFact>>> sums(List<Numbered<StockFact>> told) {
        if (told.isEmpty()) return Future.succeededFuture(List.of());
        Map<String, Integer> last = new HashMap<>();
        told.forEach(each -> last.put(each.fact().sku(), each.at()));
        return batch.run(
                        PLACES,
                        new Columns<>(told)
                                .text(each -> each.fact().sku())
                                .text(each -> each.fact().place())
                                .countOrNull(each -> each.fact().quantity())
                                .instant(each -> each.fact().changedAt())
                                .tuple())
                .compose(done -> batch.run(
                        SUMS, Tuple.tuple().addArrayOfString(last.keySet().toArray(String[]::new))))
                .map(rows -> {
                    List<Numbered<StockFact>> sums = new ArrayList<>();
                    for (Row row : rows) sums.add(new Numbered<>(last.getOrDefault(row.getString("sku"), 0), sum(row)));
                    return sums;
                });
    }

    private static StockFact sum(Row row) {
        OffsetDateTime at = row.getOffsetDateTime("changed_at");
        return new StockFact(row.getString("sku"), row.getInteger("quantity"), at == null ? null : at.toInstant());
    }

    /** One for each sku: what was told of all store rooms, or their sum, whichever is newer. */
    private static List<Numbered<StockFact>> together(List<Numbered<StockFact>> told, List<Numbered<StockFact>> sums) {
        Map<String, Numbered<StockFact>> all = new LinkedHashMap<>();
        for (Numbered<StockFact> each : told) {
            if (each.fact().place() == null) all.put(each.fact().sku(), each);
        }
        for (Numbered<StockFact> each : sums) all.merge(each.fact().sku(), each, Batch::newer);
        return List.copyOf(all.values());
    }

    private Future<Void> store(List<Numbered<StockFact>> told, Map<String, Pile> known) {
        List<StockFact> changed = new ArrayList<>();
        for (Numbered<StockFact> each : told) {
            Pile before = known.get(each.fact().sku());
            if (before == null || before.isNewerThan(each.fact())) continue;
            if (!before.says(each.fact())) batch.judge(each, Verdict.STORED);
            else if (each.fact().changedAt() == null) continue;
            changed.add(each.fact());
        }
        if (changed.isEmpty()) return Future.succeededFuture();
        batch.changes().stock();
        return batch.run(
                        STORE,
                        new Columns<>(changed)
                                .text(StockFact::sku)
                                .countOrNull(StockFact::quantity)
                                .instant(StockFact::changedAt)
                                .tuple()
                                .addOffsetDateTime(batch.now().atOffset(ZoneOffset.UTC))
                                .addInteger(Stock.NOT_COUNTED))
                .mapEmpty();
    }

    /** Null for what is not counted. */
    static @Nullable Integer counted(@Nullable Integer quantity) {
        return quantity == null || quantity == VariantFact.NOT_COUNTED ? null : quantity;
    }
}
