package outfitter.models.inbox;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The {@code inbox} table: what is in it was acknowledged, and is handed out until it is settled. A repeat of a delivery
 * changes nothing, also after it was settled, for as long as its sender may repeat it.
 */
public final class Inbox {
    /** Whoever took deliveries and says nothing for so long has died: they are handed out again. */
    public static final Duration LEASE = Duration.ofSeconds(30);
    /** Senders repeat for hours; after so long an id may come again as if it were new. */
    public static final Duration REMEMBERED = Duration.ofDays(3);
    /** So long somebody may look at what could not be applied. */
    public static final Duration KEPT = Duration.ofDays(14);

    private static final String KEEP = """
            INSERT INTO inbox (source, id, topic, told_at, received_at, body, due_at)
            SELECT d.source, d.id, d.topic, d.told_at, d.received_at, d.body, d.received_at
            FROM unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[], $5::timestamptz[], $6::bytea[])
              AS d(source, id, topic, told_at, received_at, body)
            ON CONFLICT DO NOTHING
            """;
    private static final String TAKE = """
            UPDATE inbox i SET due_at = $3
            FROM (SELECT source, id FROM inbox WHERE due_at <= $1 ORDER BY told_at LIMIT $2 FOR UPDATE SKIP LOCKED) due
            WHERE i.source = due.source AND i.id = due.id
            RETURNING i.source, i.id, i.topic, i.told_at, i.received_at, i.body
            """;
    private static final String SETTLE = """
            UPDATE inbox i
            SET due_at = s.retry_at, awaits = s.awaits, reason = s.reason,
                settled_at = CASE WHEN s.retry_at IS NULL THEN $6::timestamptz END,
                body = CASE WHEN s.retry_at IS NULL AND s.reason IS NULL THEN NULL ELSE i.body END
            FROM unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[], $5::text[])
              AS s(source, id, awaits, retry_at, reason)
            WHERE i.source = s.source AND i.id = s.id
            """;
    private static final String WAKE =
            "UPDATE inbox SET due_at = $2, awaits = NULL WHERE awaits = ANY ($1::text[]) AND source = $3";
    private static final String FORGET = """
            DELETE FROM inbox
            WHERE settled_at < CASE WHEN reason IS NULL THEN $1::timestamptz ELSE $2::timestamptz END
            """;

    private final SqlClient db;
    private final Clock clock;

    public Inbox(SqlClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Keeps what is new of these; all are durable once the future succeeds. The number that was new. */
    Future<Integer> keep(List<Delivery> deliveries) {
        // In the order of the key: of two statements with the same repeats none waits for the other in a circle.
        List<Delivery> sorted = deliveries.stream()
                .sorted(Comparator.comparing(Delivery::source).thenComparing(Delivery::id))
                .toList();
        Tuple parameters = Tuple.of(
                texts(sorted, Delivery::source),
                texts(sorted, Delivery::id),
                texts(sorted, Delivery::topic),
                times(sorted, Delivery::toldAt),
                times(sorted, Delivery::receivedAt),
                sorted.stream().map(Delivery::body).toArray(Buffer[]::new));
        return db.preparedQuery(KEEP).execute(parameters).map(RowSet::rowCount);
    }

    /** Takes what is due, the longest true first, at most {@code limit}; to be settled within {@link #LEASE}. */
    public Future<List<Delivery>> take(int limit) {
        Instant now = clock.instant();
        return db.preparedQuery(TAKE)
                .execute(Tuple.of(time(now), limit, time(now.plus(LEASE))))
                .map(rows -> {
                    List<Delivery> taken = new ArrayList<>();
                    rows.forEach(row -> taken.add(delivery(row)));
                    taken.sort(Comparator.comparing(Delivery::toldAt));
                    return taken;
                });
    }

    /** Writes what became of deliveries that were taken. */
    public Future<Void> settle(List<Settlement> settlements) {
        if (settlements.isEmpty()) return Future.succeededFuture();
        Tuple parameters = Tuple.of(
                texts(settlements, each -> each.delivery().source()),
                texts(settlements, each -> each.delivery().id()),
                texts(
                        settlements,
                        each -> each.awaits() == null ? null : each.awaits().toString()),
                times(settlements, Settlement::retryAt),
                texts(settlements, Settlement::reason),
                time(clock.instant()));
        return db.preparedQuery(SETTLE).execute(parameters).mapEmpty();
    }

    /** What waited for these names is due now. The number of deliveries. */
    public Future<Integer> wake(String source, Collection<ForeignName> taught) {
        if (taught.isEmpty()) return Future.succeededFuture(0);
        String[] names = taught.stream().map(ForeignName::toString).toArray(String[]::new);
        return db.preparedQuery(WAKE)
                .execute(Tuple.of(names, time(clock.instant()), source))
                .map(RowSet::rowCount);
    }

    /** Removes what was settled so long ago that nobody repeats it or looks at it any more. */
    public Future<Void> forgetOld() {
        Instant now = clock.instant();
        return db.preparedQuery(FORGET)
                .execute(Tuple.of(time(now.minus(REMEMBERED)), time(now.minus(KEPT))))
                .mapEmpty();
    }

    private static Delivery delivery(Row row) {
        return new Delivery(
                row.getString("source"),
                row.getString("id"),
                row.getString("topic"),
                row.getOffsetDateTime("told_at").toInstant(),
                row.getOffsetDateTime("received_at").toInstant(),
                row.getBuffer("body"));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static <T> @Nullable String[] texts(List<T> all, Function<T, @Nullable String> value) {
        return all.stream().map(value).toArray(String[]::new);
    }

    private static <T> @Nullable OffsetDateTime[] times(List<T> all, Function<T, @Nullable Instant> value) {
        return all.stream()
                .map(value)
                .map(instant -> instant == null ? null : time(instant))
                .toArray(OffsetDateTime[]::new);
    }
}
