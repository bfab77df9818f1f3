package outfitter.models.account;

import static outfitter.models.account.Columns.time;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.templates.SqlTemplate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The {@code api_key} table: at most one good key of a name. A key that was revoked stays listed. */
public final class ApiKeys {
    private static final String PREFIX = "ofk_";
    /** Using a key writes only when its last use is so long ago. */
    private static final Duration NOTED = Duration.ofHours(1);

    private static final String ADD = """
            INSERT INTO api_key (name, key_hash, created_at) VALUES (#{name}, #{hash}, #{now})
            ON CONFLICT (name) WHERE revoked_at IS NULL DO NOTHING RETURNING *
            """;
    private static final String USE = """
            WITH used AS (SELECT * FROM api_key WHERE key_hash = #{hash} AND revoked_at IS NULL),
            noted AS (
              UPDATE api_key k SET used_at = #{now} FROM used u
               WHERE k.id = u.id AND (u.used_at IS NULL OR u.used_at < #{before}))
            SELECT * FROM used
            """;
    private static final String LIST = "SELECT * FROM api_key ORDER BY revoked_at IS NOT NULL, name, id";
    private static final String REVOKE =
            "UPDATE api_key SET revoked_at = #{now} WHERE name = #{name} AND revoked_at IS NULL RETURNING *";

    private final SqlTemplate<Map<String, Object>, RowSet<ApiKey>> add;
    private final SqlTemplate<Map<String, Object>, RowSet<ApiKey>> use;
    private final SqlTemplate<Map<String, Object>, RowSet<ApiKey>> list;
    private final SqlTemplate<Map<String, Object>, RowSet<ApiKey>> revoke;
    private final Clock clock;

    public ApiKeys(SqlClient db, Clock clock) {
        add = SqlTemplate.forQuery(db, ADD).mapTo(ApiKeys::fromRow);
        use = SqlTemplate.forQuery(db, USE).mapTo(ApiKeys::fromRow);
        list = SqlTemplate.forQuery(db, LIST).mapTo(ApiKeys::fromRow);
        revoke = SqlTemplate.forQuery(db, REVOKE).mapTo(ApiKeys::fromRow);
        this.clock = clock;
    }

    /** A new key, told here and never again; empty when a good one has this name. */
    public Future<Optional<String>> add(String name) {
        String key = PREFIX + Secrets.fresh();
        return add.execute(Map.of("name", name, "hash", Secrets.hash(key), "now", time(clock.instant())))
                .map(rows -> first(rows).map(added -> key));
    }

    /** Whose key this is, and notes that it was used; empty when it is none, or revoked. */
    public Future<Optional<ApiKey>> use(String key) {
        if (!key.startsWith(PREFIX)) return Future.succeededFuture(Optional.empty());
        return use.execute(Map.of(
                        "hash",
                        Secrets.hash(key),
                        "now",
                        time(clock.instant()),
                        "before",
                        time(clock.instant().minus(NOTED))))
                .map(ApiKeys::first);
    }

    /** All there ever were, the good ones first. */
    public Future<List<ApiKey>> list() {
        return list.execute(Map.of())
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList());
    }

    /** Makes the key of this name worthless at once; empty when there is no good one. */
    public Future<Optional<ApiKey>> revoke(String name) {
        return revoke.execute(Map.of("name", name, "now", time(clock.instant())))
                .map(ApiKeys::first);
    }

    private static Optional<ApiKey> first(RowSet<ApiKey> rows) {
        return StreamSupport.stream(rows.spliterator(), false).findFirst();
    }

    private static ApiKey fromRow(Row row) {
        return new ApiKey(
                row.getLong("id"),
                row.getString("name"),
                Objects.requireNonNull(Columns.instant(row, "created_at")),
                Columns.instant(row, "used_at"),
                Columns.instant(row, "revoked_at"));
    }
}
