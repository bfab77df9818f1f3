package outfitter.models.account;

import static outfitter.models.account.Columns.time;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.templates.SqlTemplate;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The {@code presence} table: who has a desk open, on whichever node. A row counts while its heart-beat is young; how
 * young is the reader's to say.
 */
public final class Presence {
    private static final String SEEN = """
            INSERT INTO presence (account, since, seen_at) VALUES (#{account}, #{now}, #{now})
            ON CONFLICT (account) DO UPDATE SET seen_at = greatest(presence.seen_at, excluded.seen_at)
            """;
    private static final String GONE = "DELETE FROM presence WHERE account = #{account}";
    private static final String SINCE = "SELECT account FROM presence WHERE seen_at >= #{since}";

    private final SqlTemplate<Map<String, Object>, ?> seen;
    private final SqlTemplate<Map<String, Object>, ?> gone;
    private final SqlTemplate<Map<String, Object>, RowSet<Row>> since;

    public Presence(SqlClient db) {
        seen = SqlTemplate.forUpdate(db, SEEN);
        gone = SqlTemplate.forUpdate(db, GONE);
        since = SqlTemplate.forQuery(db, SINCE);
    }

    /** A heart-beat. */
    public Future<Void> seen(long account, Instant now) {
        return seen.execute(Map.of("account", account, "now", time(now))).mapEmpty();
    }

    /** The account left its desk. */
    public Future<Void> gone(long account) {
        return gone.execute(Map.of("account", account)).mapEmpty();
    }

    /** The accounts that were seen at or after {@code instant}. */
    public Future<Set<Long>> seenSince(Instant instant) {
        return since.execute(Map.of("since", time(instant)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getLong("account"))
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
