package outfitter.models.secret;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.templates.SqlTemplate;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;

/** The {@code secret} table: random keys by name, each made by whoever asks first and never changed. */
public final class Secrets {
    private static final String KEEP = """
            INSERT INTO secret (name, value, created_at) VALUES (#{name}, #{value}, #{now})
            ON CONFLICT (name) DO UPDATE SET name = excluded.name
            RETURNING value
            """;
    private static final int BYTES = 32;

    private final SqlTemplate<Map<String, Object>, RowSet<Row>> keep;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public Secrets(SqlClient db, Clock clock) {
        keep = SqlTemplate.forQuery(db, KEEP);
        this.clock = clock;
    }

    /** The key of that name: 32 random bytes, the same on every node and after every start. */
    public Future<byte[]> named(String name) {
        byte[] fresh = new byte[BYTES];
        random.nextBytes(fresh);
        return keep.execute(Map.of(
                        "name",
                        name,
                        "value",
                        Buffer.buffer(fresh),
                        "now",
                        clock.instant().atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.iterator().next().getBuffer("value").getBytes());
    }
}
