package outfitter.models.intake;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import outfitter.models.rows.Columns;
import outfitter.models.shop.ShipmentState;

/** Writes {@code shipment}. */
final class ParcelWriter {
    private static final String ORDERS = "SELECT id, number FROM \"order\" WHERE number = ANY($1)";
    private static final String KNOWN = """
            SELECT o.number, s.reference, s.state, s.fingerprint, s.changed_at
            FROM shipment s JOIN "order" o ON o.id = s."order" WHERE s."order" = ANY($1) AND s.reference IS NOT NULL
            """;
    private static final String PARCELS = """
            INSERT INTO shipment ("order", reference, carrier, tracking, state, shipped_at, expected_on, delivered_at,
                                  changed_at, fingerprint)
            SELECT * FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::timestamptz[], $7::date[],
                                 $8::timestamptz[], $9::timestamptz[], $10::uuid[])
            ON CONFLICT ("order", reference) DO UPDATE SET
              carrier = excluded.carrier, tracking = excluded.tracking, state = excluded.state,
              shipped_at = coalesce(excluded.shipped_at, shipment.shipped_at),
              expected_on = coalesce(excluded.expected_on, shipment.expected_on),
              delivered_at = coalesce(excluded.delivered_at, shipment.delivered_at),
              changed_at = coalesce(excluded.changed_at, shipment.changed_at), fingerprint = excluded.fingerprint
            """;
    private static final String NEWS = """
            INSERT INTO shop_news (customer, "order", happened, detail, at)
            SELECT o.customer, o.number, 'parcel', t.detail::jsonb, $3
            FROM unnest($1::bigint[], $2::text[]) WITH ORDINALITY AS t (id, detail, n) JOIN "order" o USING (id)
            WHERE EXISTS (SELECT FROM conversation c WHERE c.customer = o.customer)
            ORDER BY n
            """;

    private final Batch batch;
    private final Waiting waiting;
    private final Set<Long> orders = new HashSet<>();

    ParcelWriter(Batch batch, Waiting waiting) {
        this.batch = batch;
        this.waiting = waiting;
    }

    /** The orders that got or moved a parcel. */
    Collection<Long> orders() {
        return orders;
    }

    private record Old(ShipmentState state, Known known) {}

    private record Pending(long order, ShipmentFact fact, UUID fingerprint, boolean moved) {}

    static String key(ShipmentFact fact) {
        return fact.order() + " " + fact.reference();
    }

    Future<Void> write(List<Numbered<ShipmentFact>> told) {
        if (told.isEmpty()) return Future.succeededFuture();
        String[] numbers =
                told.stream().map(each -> each.fact().order()).distinct().toArray(String[]::new);
        return batch.run(ORDERS, Tuple.tuple().addArrayOfString(numbers)).compose(rows -> {
            Map<String, Long> ids = new HashMap<>();
            for (Row row : rows) ids.put(row.getString("number"), row.getLong("id"));
            List<Numbered<ShipmentFact>> early = told.stream()
                    .filter(each -> !ids.containsKey(each.fact().order()))
                    .toList();
            return waiting.keep(early, fact -> Waiting.order(fact.order()), fact -> "parcel:" + fact.reference())
                    .compose(done -> known(ids.values()))
                    .compose(known -> store(pending(told, ids, known)));
        });
    }

    private Future<Map<String, Old>> known(Collection<Long> ids) {
        return batch.run(KNOWN, Tuple.tuple().addArrayOfLong(ids.toArray(Long[]::new)))
                .map(rows -> {
                    Map<String, Old> known = new HashMap<>();
                    for (Row row : rows) {
                        String key = row.getString("number") + " " + row.getString("reference");
                        known.put(key, new Old(ShipmentState.of(row.getString("state")), Known.of(row)));
                    }
                    return known;
                });
    }

    private List<Pending> pending(List<Numbered<ShipmentFact>> told, Map<String, Long> ids, Map<String, Old> known) {
        List<Pending> pending = new ArrayList<>();
        for (Numbered<ShipmentFact> each : told) {
            Long order = ids.get(each.fact().order());
            if (order == null) continue;
            UUID print = Fingerprints.of(each.fact());
            Old before = known.get(key(each.fact()));
            Known last = before == null ? Known.NOTHING : before.known();
            if (last.needsNothingOf(each.fact(), print)) continue;
            if (!last.says(print)) batch.judge(each, Verdict.STORED);
            boolean moved = before == null
                    ? each.fact().state() != ShipmentState.LABEL
                    : each.fact().state() != before.state();
            pending.add(new Pending(order, each.fact(), print, moved));
        }
        return pending;
    }

    private Future<Void> store(List<Pending> parcels) {
        if (parcels.isEmpty()) return Future.succeededFuture();
        parcels.forEach(parcel -> orders.add(parcel.order()));
        return batch.run(
                        PARCELS,
                        new Columns<>(parcels)
                                .number(Pending::order)
                                .text(parcel -> parcel.fact().reference())
                                .text(parcel -> parcel.fact().carrier())
                                .text(parcel -> parcel.fact().tracking())
                                .text(parcel -> parcel.fact().state().code())
                                .instant(parcel -> parcel.fact().shippedAt())
                                .day(parcel -> parcel.fact().expectedOn())
                                .instant(parcel -> parcel.fact().deliveredAt())
                                .instant(parcel -> parcel.fact().changedAt())
                                .uuid(Pending::fingerprint)
                                .tuple())
                .compose(done -> news(parcels.stream().filter(Pending::moved).toList()));
    }

    private Future<Void> news(List<Pending> moved) {
        if (moved.isEmpty()) return Future.succeededFuture();
        return batch.run(
                        NEWS,
                        new Columns<>(moved)
                                .number(Pending::order)
                                .text(parcel -> detail(parcel.fact()))
                                .tuple()
                                .addOffsetDateTime(batch.now().atOffset(ZoneOffset.UTC)))
                .map(told -> {
                    if (told.rowCount() > 0) batch.changes().toTell();
                    return null;
                });
    }

    private static String detail(ShipmentFact fact) {
        ObjectNode detail = JsonNodeFactory.instance
                .objectNode()
                .put("reference", fact.reference())
                .put("carrier", fact.carrier())
                .put("tracking", fact.tracking())
                .put("state", fact.state().code());
        if (fact.expectedOn() != null) detail.put("expectedOn", String.valueOf(fact.expectedOn()));
        return detail.toString();
    }
}
