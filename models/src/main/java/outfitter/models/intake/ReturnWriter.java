package outfitter.models.intake;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import outfitter.models.rows.Columns;
import outfitter.models.shop.ReturnReason;
import outfitter.models.shop.ReturnState;

/** Writes {@code return}: one row an order line at most, put together from all that came back of it. */
final class ReturnWriter {
    private static final String LINES = """
            SELECT o.number, l."order", l.line, l.sku, l.quantity, r.id, r.quantity AS back, r.state, r.told, r.settled_at
            FROM "order" o JOIN order_line l ON l."order" = o.id
                 LEFT JOIN return r ON r."order" = l."order" AND r.line = l.line AND r.state <> 'rejected'
            WHERE o.number = ANY($1) ORDER BY l."order", l.line
            """;
    private static final String START = """
            INSERT INTO return ("order", line, number, quantity, reason, faulty, state, started_at, settled_at, told)
            SELECT "order", line, 'RT-' || nextval('return_number'), quantity, reason, faulty, state, started_at, settled_at,
                   string_to_array(told, chr(31))
            FROM unnest($1::bigint[], $2::int[], $3::int[], $4::text[], $5::bool[], $6::text[], $7::timestamptz[],
                        $8::timestamptz[], $9::text[])
                 AS t ("order", line, quantity, reason, faulty, state, started_at, settled_at, told)
            ORDER BY "order", line
            RETURNING id
            """;
    private static final String GO_ON = """
            UPDATE return r SET quantity = t.quantity, state = t.state, settled_at = coalesce(t.settled_at, r.settled_at),
                                told = string_to_array(t.told, chr(31))
            FROM unnest($1::bigint[], $2::int[], $3::text[], $4::timestamptz[], $5::text[])
                 AS t (id, quantity, state, settled_at, told)
            WHERE r.id = t.id
            RETURNING r.id
            """;
    private static final String NEWS = """
            INSERT INTO shop_news (customer, "order", happened, detail, at)
            SELECT o.customer, o.number, 'return',
                   jsonb_build_object('number', r.number, 'sku', l.sku, 'quantity', r.quantity, 'state', r.state), $2
            FROM return r JOIN order_line l ON l."order" = r."order" AND l.line = r.line JOIN "order" o ON o.id = r."order"
            WHERE r.id = ANY($1) AND EXISTS (SELECT FROM conversation c WHERE c.customer = o.customer)
            ORDER BY r.id
            """;

    private final Batch batch;
    private final Waiting waiting;

    ReturnWriter(Batch batch, Waiting waiting) {
        this.batch = batch;
        this.waiting = waiting;
    }

    static String key(ReturnFact fact) {
        return fact.order() + " " + fact.sku() + " " + fact.reference();
    }

    Future<Void> write(List<Numbered<ReturnFact>> told) {
        if (told.isEmpty()) return Future.succeededFuture();
        String[] numbers =
                told.stream().map(each -> each.fact().order()).distinct().toArray(String[]::new);
        return batch.run(LINES, Tuple.tuple().addArrayOfString(numbers)).compose(rows -> {
            Map<String, List<Line>> orders = new HashMap<>();
            for (Row row : rows) {
                orders.computeIfAbsent(row.getString("number"), none -> new ArrayList<>())
                        .add(new Line(row));
            }
            List<Numbered<ReturnFact>> early = told.stream()
                    .filter(each -> !orders.containsKey(each.fact().order()))
                    .toList();
            told.stream()
                    .filter(each -> orders.containsKey(each.fact().order()))
                    .forEach(each -> batch.judge(
                            each,
                            take(each.fact(), orders.getOrDefault(each.fact().order(), List.of()))));
            return waiting.keep(
                            early,
                            fact -> Waiting.order(fact.order()),
                            fact -> "return:" + fact.sku() + " " + fact.reference())
                    .compose(done ->
                            store(orders.values().stream().flatMap(List::stream).toList()));
        });
    }

    private static Verdict take(ReturnFact fact, List<Line> order) {
        List<Line> lines =
                order.stream().filter(line -> line.sku.equals(fact.sku())).toList();
        if (lines.isEmpty()) return Verdict.refused("order " + fact.order() + " has no " + fact.sku());
        Optional<Line> told = lines.stream()
                .filter(line -> line.told.contains(fact.reference()))
                .findFirst();
        if (told.isPresent()) return told.get().advance(fact) ? Verdict.STORED : Verdict.UNCHANGED;
        for (Line line : lines) if (line.takes(fact)) return Verdict.STORED;
        return Verdict.refused("all of " + fact.sku() + " in order " + fact.order() + " came back already");
    }

    private Future<Void> store(List<Line> lines) {
        List<Line> started =
                lines.stream().filter(line -> line.changed && line.id == 0).toList();
        List<Line> going =
                lines.stream().filter(line -> line.changed && line.id != 0).toList();
        List<Long> written = new ArrayList<>();
        lines.stream()
                .filter(Line::countsOtherwise)
                .forEach(line -> batch.changes().recount(line.number));
        return run(START, started, ReturnWriter::startedColumns, written)
                .compose(done -> run(GO_ON, going, ReturnWriter::goingColumns, written))
                .compose(done -> news(written));
    }

    private Future<Void> run(
            String statement, List<Line> lines, Function<List<Line>, Tuple> columns, List<Long> written) {
        if (lines.isEmpty()) return Future.succeededFuture();
        return batch.run(statement, columns.apply(lines)).map(rows -> {
            for (Row row : rows) written.add(row.getLong("id"));
            return null;
        });
    }

    private Future<Void> news(List<Long> written) {
        if (written.isEmpty()) return Future.succeededFuture();
        Tuple ids = Tuple.tuple().addArrayOfLong(written.toArray(Long[]::new));
        return batch.run(NEWS, ids.addOffsetDateTime(batch.now().atOffset(ZoneOffset.UTC)))
                .map(told -> {
                    if (told.rowCount() > 0) batch.changes().toTell();
                    return null;
                });
    }

    private static Tuple startedColumns(List<Line> started) {
        return new Columns<>(started)
                .number(line -> line.order)
                .count(line -> line.line)
                .count(line -> line.back)
                .text(line -> line.reason.code())
                .flag(line -> line.reason.faulty())
                .text(line -> line.state.code())
                .instant(line -> line.startedAt)
                .instant(line -> line.settledAt)
                .text(Line::toldText)
                .tuple();
    }

    private static Tuple goingColumns(List<Line> going) {
        return new Columns<>(going)
                .number(line -> line.id)
                .count(line -> line.back)
                .text(line -> line.state.code())
                .instant(line -> line.settledAt)
                .text(Line::toldText)
                .tuple();
    }

    /** An order line with what came back of it so far. */
    private static final class Line {
        private final String number;
        private final long order;
        private final int line;
        private final String sku;
        private final int quantity;
        private final long id;
        private final Set<String> told;
        private int back;
        private ReturnState state;
        private ReturnReason reason = ReturnReason.CHANGED_MIND;
        private @Nullable Instant startedAt;
        private @Nullable Instant settledAt;
        private final boolean wasBack;
        private boolean changed;

        Line(Row row) {
            number = row.getString("number");
            order = row.getLong("order");
            line = row.getInteger("line");
            sku = row.getString("sku");
            quantity = row.getInteger("quantity");
            Long known = row.getLong("id");
            id = known == null ? 0 : known;
            back = known == null ? 0 : row.getInteger("back");
            state = known == null ? ReturnState.STARTED : ReturnState.of(row.getString("state"));
            told = new HashSet<>(known == null ? List.of() : Arrays.asList(row.getArrayOfStrings("told")));
            OffsetDateTime settled = row.getOffsetDateTime("settled_at");
            settledAt = settled == null ? null : settled.toInstant();
            wasBack = isBack();
        }

        private boolean isBack() {
            return back >= quantity && state != ReturnState.REJECTED;
        }

        /** Whether all of it came back now and had not before, or the other way round. */
        boolean countsOtherwise() {
            return wasBack != isBack();
        }

        /** Takes further pieces, as far as there are any; false when all came back before. */
        boolean takes(ReturnFact fact) {
            boolean startedHere = id != 0 && told.isEmpty();
            if (back >= quantity && !startedHere) return false;
            if (back == 0) {
                startedAt = fact.startedAt();
                reason = fact.reason() == null ? reason : fact.reason();
            }
            back = Math.min(quantity, startedHere ? Math.max(back, fact.quantity()) : back + fact.quantity());
            told.add(fact.reference());
            advance(fact);
            changed = true;
            return true;
        }

        /** Goes on to the state of {@code fact}, never back; whether that is news. */
        boolean advance(ReturnFact fact) {
            if (fact.state().compareTo(state) <= 0) return false;
            state = fact.state();
            settledAt = fact.settledAt() == null ? settledAt : fact.settledAt();
            changed = true;
            return true;
        }

        String toldText() {
            return String.join("\u001f", told);
        }
    }
}
