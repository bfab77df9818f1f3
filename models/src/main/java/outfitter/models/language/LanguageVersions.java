package outfitter.models.language;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.templates.SqlTemplate;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outfitter.models.json.Json;

/**
 * The {@code language_version} table: what was trained or judged, at most one of a language live. Every change is notified
 * on {@link #CHANNEL}. The weights of the newest few stay, and always those of the live one.
 */
public final class LanguageVersions {
    /** Where PostgreSQL tells that another version may be live. */
    public static final String CHANNEL = "outfitter_language";

    private static final int KEPT = 10;

    private static final String VERSIONS = """
            SELECT v.id, v.build, v.origin, v.trained_at, v.lessons, v.seconds, v.figures::text AS figures,
                   v.verdict::text AS verdict, v.refused, v.weights IS NOT NULL AS kept, v.live, v.live_since,
                   a.display_name AS trained_name
              FROM language_version v LEFT JOIN account a ON a.id = v.trained_by
             WHERE v.language = #{language}
            """;
    private static final String LIST = VERSIONS + " ORDER BY v.id DESC LIMIT #{limit}";
    private static final String LIVE = VERSIONS + " AND v.live";
    private static final String OF_BUILD = VERSIONS + " AND v.origin = 'build' AND v.build = #{build}";
    private static final String WEIGHTS = "SELECT weights FROM language_version WHERE id = #{id}";
    private static final String JUDGED = """
            INSERT INTO language_version (language, build, origin, trained_at, lessons, seconds, figures, refused)
            VALUES (#{language}, #{build}, 'build', #{now}, 0, 0, #{figures}, false)
            ON CONFLICT (language, build) WHERE origin = 'build' DO NOTHING
            """;
    private static final String DARKEN =
            "UPDATE language_version SET live = false WHERE language = #{language} AND live";
    private static final String TRAINED = """
            INSERT INTO language_version (language, build, origin, trained_at, trained_by, lessons, seconds, figures, verdict,
                                          refused, weights, live, live_since)
            VALUES (#{language}, #{build}, 'trained', #{now}, #{by}, #{lessons}, #{seconds}, #{figures}, #{verdict},
                    #{refused}, #{weights}, NOT #{refused}, CASE WHEN #{refused} THEN NULL ELSE #{now}::timestamptz END) RETURNING id
            """;
    private static final String LIGHTEN = """
            UPDATE language_version SET live = true, live_since = #{now}
             WHERE id = #{id} AND language = #{language} AND build = #{build} AND NOT refused
               AND (origin = 'build' OR weights IS NOT NULL)
            """;
    private static final String THIN_OUT = """
            UPDATE language_version SET weights = NULL
             WHERE language = #{language} AND NOT live AND weights IS NOT NULL AND id NOT IN (
               SELECT id FROM language_version WHERE language = #{language} AND weights IS NOT NULL
                ORDER BY id DESC LIMIT #{kept})
            """;

    private final Pool db;
    private final SqlTemplate<Map<String, Object>, RowSet<LanguageVersion>> list;
    private final SqlTemplate<Map<String, Object>, RowSet<LanguageVersion>> live;
    private final SqlTemplate<Map<String, Object>, RowSet<LanguageVersion>> ofBuild;
    private final SqlTemplate<Map<String, Object>, RowSet<Row>> weights;
    private final SqlTemplate<Map<String, Object>, ?> judged;

    public LanguageVersions(Pool db) {
        this.db = db;
        list = SqlTemplate.forQuery(db, LIST).mapTo(LanguageVersions::version);
        live = SqlTemplate.forQuery(db, LIVE).mapTo(LanguageVersions::version);
        ofBuild = SqlTemplate.forQuery(db, OF_BUILD).mapTo(LanguageVersions::version);
        weights = SqlTemplate.forQuery(db, WEIGHTS);
        judged = SqlTemplate.forUpdate(db, JUDGED);
    }

    /** A model that was trained and judged just now; see {@link LanguageVersion}. */
    public record Trained(
            String language,
            String build,
            long by,
            int lessons,
            double seconds,
            JsonNode figures,
            JsonNode verdict,
            boolean refused,
            Buffer weights) {}

    /** Newest first. */
    public Future<List<LanguageVersion>> list(String language, int limit) {
        return list.execute(Map.of("language", language, "limit", limit))
                .map(rows -> rows.stream().toList());
    }

    /** The one marked as live; empty before anything was trained. */
    public Future<Optional<LanguageVersion>> live(String language) {
        return live.execute(Map.of("language", language))
                .map(rows -> rows.stream().findFirst());
    }

    /** The build's own one, if it was judged. */
    public Future<Optional<LanguageVersion>> ofBuild(String language, String build) {
        return ofBuild.execute(Map.of("language", language, "build", build))
                .map(rows -> rows.stream().findFirst());
    }

    /** What a version reads with; empty when it is not kept. */
    public Future<Optional<Buffer>> weights(long id) {
        return weights.execute(Map.of("id", id))
                .map(rows -> rows.stream().findFirst().flatMap(row -> Optional.ofNullable(row.getBuffer("weights"))));
    }

    /** Keeps what the build's own model reached; known already, it stays as it was. */
    public Future<Void> judged(String language, String build, JsonNode figures, Instant now) {
        return judged.execute(Map.of("language", language, "build", build, "figures", json(figures), "now", time(now)))
                .mapEmpty();
    }

    /** Keeps what was trained, live unless it was refused; its id. */
    public Future<Long> trained(Trained trained, Instant now) {
        Map<String, Object> values = new HashMap<>();
        values.put("language", trained.language());
        values.put("build", trained.build());
        values.put("by", trained.by());
        values.put("lessons", trained.lessons());
        values.put("seconds", trained.seconds());
        values.put("figures", json(trained.figures()));
        values.put("verdict", json(trained.verdict()));
        values.put("refused", trained.refused());
        values.put("weights", trained.refused() ? null : trained.weights());
        values.put("now", time(now));
        values.put("kept", KEPT);
        return db.withTransaction(tx -> (trained.refused() ? Future.succeededFuture() : update(tx, DARKEN, values))
                .compose(dark -> SqlTemplate.forQuery(tx, TRAINED).execute(values))
                .map(rows -> rows.iterator().next().getLong("id"))
                .compose(id -> update(tx, THIN_OUT, values).map(thinned -> id)));
    }

    /** Makes another version of {@code build} live; false, and nothing changed, when it is not to be had. */
    public Future<Boolean> goLive(String language, String build, long id, Instant now) {
        Map<String, Object> values = Map.of("language", language, "build", build, "id", id, "now", time(now));
        return db.withTransaction(tx -> update(tx, DARKEN, values)
                        .compose(dark -> SqlTemplate.forUpdate(tx, LIGHTEN).execute(values))
                        .compose(done -> done.rowCount() == 1
                                ? Future.succeededFuture(true)
                                : Future.<Boolean>failedFuture(new NotToBeHad())))
                .recover(failure ->
                        failure instanceof NotToBeHad ? Future.succeededFuture(false) : Future.failedFuture(failure));
    }

    private static final class NotToBeHad extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotToBeHad() {
            super("no such version", null, false, false);
        }
    }

    private static Future<?> update(SqlClient tx, String statement, Map<String, Object> values) {
        return SqlTemplate.forUpdate(tx, statement).execute(values);
    }

    private static JsonObject json(JsonNode tree) {
        return new JsonObject(tree.toString());
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static LanguageVersion version(Row row) {
        String verdict = row.getString("verdict");
        OffsetDateTime since = row.getOffsetDateTime("live_since");
        return new LanguageVersion(
                row.getLong("id"),
                row.getString("build"),
                row.getString("origin").equals("build"),
                row.getOffsetDateTime("trained_at").toInstant(),
                row.getString("trained_name"),
                row.getInteger("lessons"),
                row.getDouble("seconds"),
                tree(row.getString("figures")),
                verdict == null ? null : tree(verdict),
                row.getBoolean("refused"),
                row.getBoolean("kept"),
                row.getBoolean("live"),
                since == null ? null : since.toInstant());
    }

    private static JsonNode tree(@Nullable String json) {
        return Json.read(String.valueOf(json), JsonNode.class);
    }
}
