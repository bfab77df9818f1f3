package outfitter.models.language;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.templates.SqlTemplate;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The {@code language_training} table: one training of a language at a time, on whatever server. */
public final class TrainingJobs {
    private static final String BEGIN = """
            INSERT INTO language_training (language, id, stage, share, started_at, started_by, beat_at)
            VALUES (#{language}, #{id}, #{stage}, 0, #{now}, #{by}, #{now})
            ON CONFLICT (language) DO UPDATE SET id = #{id}, stage = #{stage}, share = 0, started_at = #{now},
                   started_by = #{by}, beat_at = #{now}, finished_at = NULL, version = NULL, problem = NULL
             WHERE language_training.finished_at IS NOT NULL OR language_training.beat_at <= #{silent}
            """;
    private static final String BEAT = """
            UPDATE language_training SET stage = #{stage}, share = #{share}, beat_at = #{now}
             WHERE id = #{id} AND finished_at IS NULL
            """;
    private static final String END = """
            UPDATE language_training SET share = 1, beat_at = #{now}, finished_at = #{now}, version = #{version},
                   problem = #{problem}
             WHERE id = #{id} AND finished_at IS NULL
            """;
    private static final String LAST = """
            SELECT t.*, a.display_name AS started_name FROM language_training t LEFT JOIN account a ON a.id = t.started_by
             WHERE t.language = #{language}
            """;

    private final SqlTemplate<Map<String, Object>, RowSet<TrainingJob>> last;
    private final Pool db;

    public TrainingJobs(Pool db) {
        this.db = db;
        last = SqlTemplate.forQuery(db, LAST).mapTo(TrainingJobs::job);
    }

    /** Begins one; false when another is under way. */
    public Future<Boolean> begin(String language, UUID id, String stage, long by, Instant now) {
        return update(
                BEGIN,
                Map.of(
                        "language", language,
                        "id", id,
                        "stage", stage,
                        "by", by,
                        "now", time(now),
                        "silent", time(now.minus(TrainingJob.SILENCE))));
    }

    /** It goes on; false when it was taken for broken off meanwhile. */
    public Future<Boolean> beat(UUID id, String stage, double share, Instant now) {
        return update(BEAT, Map.of("id", id, "stage", stage, "share", share, "now", time(now)));
    }

    /** It came to this version, or to a problem. */
    public Future<Boolean> end(UUID id, @Nullable Long version, @Nullable String problem, Instant now) {
        Map<String, Object> values = new HashMap<>();
        values.put("id", id);
        values.put("version", version);
        values.put("problem", problem);
        values.put("now", time(now));
        return update(END, values);
    }

    /** The one under way, or the last one. */
    public Future<Optional<TrainingJob>> last(String language) {
        return last.execute(Map.of("language", language))
                .map(rows -> rows.stream().findFirst());
    }

    private Future<Boolean> update(String statement, Map<String, Object> values) {
        return SqlTemplate.forUpdate(db, statement).execute(values).map(done -> done.rowCount() == 1);
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static TrainingJob job(Row row) {
        OffsetDateTime finished = row.getOffsetDateTime("finished_at");
        return new TrainingJob(
                row.getUUID("id"),
                row.getString("stage"),
                row.getDouble("share"),
                row.getOffsetDateTime("started_at").toInstant(),
                row.getString("started_name"),
                row.getOffsetDateTime("beat_at").toInstant(),
                finished == null ? null : finished.toInstant(),
                row.getLong("version"),
                row.getString("problem"));
    }
}
