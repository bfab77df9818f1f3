package outfitter.models.account;

import static outfitter.models.account.Columns.time;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.templates.SqlTemplate;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The {@code audit} table: acts that somebody may have to answer for later; only ever appended to. */
public final class AuditLog {
    /**
     * One act.
     *
     * @param actor 'account:7', 'operator', 'visitor:…' or 'server'
     * @param actorName what colleagues call the account that acted; null where it was none
     * @param subjectName likewise of the account that it was done to
     */
    public record Act(
            long id,
            Instant at,
            String actor,
            @Nullable String actorName,
            String act,
            @Nullable String subject,
            @Nullable String subjectName,
            Map<String, Object> detail) {}

    private static final String RECORD = """
            INSERT INTO audit (at, actor, act, subject, detail)
            VALUES (#{at}, #{actor}, #{act}, #{subject}, #{detail})
            """;
    private static final String READ = """
            SELECT audit.*, who.display_name AS actor_name, whom.display_name AS subject_name FROM audit
              LEFT JOIN account who ON audit.actor = 'account:' || who.id
              LEFT JOIN account whom ON audit.subject = 'account:' || whom.id
             WHERE audit.id < #{before} ORDER BY audit.id DESC LIMIT #{limit}
            """;

    private final SqlTemplate<Map<String, Object>, ?> record;
    private final SqlTemplate<Map<String, Object>, RowSet<Act>> read;
    private final Clock clock;

    public AuditLog(SqlClient db, Clock clock) {
        record = SqlTemplate.forUpdate(db, RECORD);
        read = SqlTemplate.forQuery(db, READ).mapTo(AuditLog::fromRow);
        this.clock = clock;
    }

    /**
     * Records one act.
     *
     * @param actor 'account:7', 'operator', 'visitor:…' or 'server'
     * @param act 'sign-in', 'proof-closed', …
     * @param subject what it was done to, null when the act says it all
     * @param detail more, never a secret and never a customer's words
     */
    public Future<Void> record(String actor, String act, @Nullable String subject, Map<String, ?> detail) {
        Map<String, Object> row = new HashMap<>();
        row.put("at", time(clock.instant()));
        row.put("actor", actor);
        row.put("act", act);
        row.put("subject", subject);
        row.put("detail", new JsonObject(Map.copyOf(detail)));
        return record.execute(row).mapEmpty();
    }

    /** The acts before one, newest first, at most {@code limit}; {@link Long#MAX_VALUE} for the newest of all. */
    public Future<List<Act>> before(long id, int limit) {
        return read.execute(Map.of("before", id, "limit", limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList());
    }

    private static Act fromRow(Row row) {
        return new Act(
                row.getLong("id"),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("actor"),
                row.getString("actor_name"),
                row.getString("act"),
                row.getString("subject"),
                row.getString("subject_name"),
                row.getJsonObject("detail").getMap());
    }
}
