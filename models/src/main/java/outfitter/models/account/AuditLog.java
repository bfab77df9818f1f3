package outfitter.models.account;

import static outfitter.models.account.Columns.time;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.templates.SqlTemplate;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The {@code audit} table: acts that somebody may have to answer for later; only ever appended to. */
public final class AuditLog {
    private static final String RECORD = """
            INSERT INTO audit (at, actor, act, subject, detail)
            VALUES (#{at}, #{actor}, #{act}, #{subject}, #{detail})
            """;

    private final SqlTemplate<Map<String, Object>, ?> record;
    private final Clock clock;

    public AuditLog(SqlClient db, Clock clock) {
        record = SqlTemplate.forUpdate(db, RECORD);
        this.clock = clock;
    }

    /**
     * Records one act.
     *
     * @param actor 'account:7', 'visitor:…' or 'server'
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
}
