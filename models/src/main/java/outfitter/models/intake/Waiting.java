package outfitter.models.intake;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import outfitter.models.json.Json;
import outfitter.models.rows.Columns;

/** The {@code fact_waiting} table: facts about orders and skus that are not known yet. */
final class Waiting {
    private static final String KEEP = """
            INSERT INTO fact_waiting (wanted, key, body, changed_at, taken_at)
            SELECT wanted, key, body::jsonb, changed_at, $5
            FROM unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[]) AS t (wanted, key, body, changed_at)
            ORDER BY wanted, key
            ON CONFLICT (wanted, key) DO UPDATE
              SET body = excluded.body, changed_at = excluded.changed_at, taken_at = excluded.taken_at
              WHERE fact_waiting.changed_at IS NULL OR excluded.changed_at IS NULL
                 OR excluded.changed_at >= fact_waiting.changed_at
            """;
    private static final String RELEASE =
            "DELETE FROM fact_waiting WHERE wanted = ANY($1) RETURNING key, body::text AS body";
    private static final Map<String, Class<? extends Fact>> KINDS =
            Map.of("stock", StockFact.class, "parcel", ShipmentFact.class, "return", ReturnFact.class);

    private final Batch batch;

    Waiting(Batch batch) {
        this.batch = batch;
    }

    static String sku(String sku) {
        return "sku:" + sku;
    }

    static String order(String number) {
        return "order:" + number;
    }

    /** Keeps these, or refuses them, as the teller wants. {@code key} begins with the kind. */
    <F extends Fact> Future<Void> keep(
            List<Numbered<F>> unmatched, Function<F, String> wanted, Function<F, String> key) {
        Verdict verdict = new Verdict(batch.unmatched() == Unmatched.WAIT ? Effect.WAITING : Effect.REFUSED, "");
        unmatched.forEach(each -> batch.judge(each, because(verdict, wanted.apply(each.fact()))));
        if (unmatched.isEmpty() || batch.unmatched() == Unmatched.REFUSE) return Future.succeededFuture();
        return batch.run(
                        KEEP,
                        new Columns<>(unmatched)
                                .text(each -> wanted.apply(each.fact()))
                                .text(each -> key.apply(each.fact()))
                                .text(each -> Json.write(each.fact()))
                                .instant(each -> each.fact().changedAt())
                                .tuple()
                                .addOffsetDateTime(batch.now().atOffset(ZoneOffset.UTC)))
                .mapEmpty();
    }

    /** What waited for these, and waits no longer. */
    Future<List<Fact>> release(Collection<String> skus, Collection<String> orders) {
        String[] wanted = Stream.concat(
                        skus.stream().map(Waiting::sku), orders.stream().map(Waiting::order))
                .toArray(String[]::new);
        if (wanted.length == 0) return Future.succeededFuture(List.of());
        return batch.run(RELEASE, Tuple.tuple().addArrayOfString(wanted)).map(rows -> {
            List<Fact> released = new ArrayList<>();
            for (Row row : rows) released.add(fact(row));
            return released;
        });
    }

    private static Fact fact(Row row) {
        String kind = row.getString("key").split(":", 2)[0];
        Class<? extends Fact> type = KINDS.get(kind);
        if (type == null) throw new IllegalStateException("nothing waits as " + kind);
        return Json.read(row.getString("body"), type);
    }

    private static Verdict because(Verdict verdict, String wanted) {
        String[] parts = wanted.split(":", 2);
        return new Verdict(verdict.effect(), "there is no " + parts[0] + " " + parts[1]);
    }
}
