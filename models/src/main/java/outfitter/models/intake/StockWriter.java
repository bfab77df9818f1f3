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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import outfitter.models.rows.Columns;
import outfitter.models.shop.Stock;

/** Writes {@code stock}. */
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
            return stored && Objects.equals(quantity, counted(told.quantity()));
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
                            fact -> "stock")
                    .compose(done -> store(told, known));
        });
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
                                .countOrNull(fact -> counted(fact.quantity()))
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
