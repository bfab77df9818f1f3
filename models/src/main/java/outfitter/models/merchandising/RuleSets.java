package outfitter.models.merchandising;

import static outfitter.models.merchandising.Columns.instant;
import static outfitter.models.merchandising.Columns.time;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.templates.SqlTemplate;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outfitter.models.json.Json;

/**
 * The {@code rule_set} table: every published set stays, the newest in effect is live, and at most one row is a draft. Publishing
 * and undoing go one after the other, whoever does them.
 */
public final class RuleSets {
    private static final String EFFECTIVE = "coalesce(effective_at, published_at)";
    private static final String LIVE = "SELECT * FROM rule_set WHERE " + EFFECTIVE
            + " <= #{now} AND cancelled_at IS NULL" + " ORDER BY " + EFFECTIVE + " DESC, id DESC LIMIT 1";
    private static final String HISTORY = """
            SELECT * FROM rule_set WHERE published_at IS NOT NULL ORDER BY id DESC LIMIT #{limit}
            """;
    private static final String ONE = "SELECT * FROM rule_set WHERE published_at IS NOT NULL AND id = #{id}";
    private static final String SCHEDULED = "SELECT * FROM rule_set WHERE " + EFFECTIVE
            + " > #{now} AND cancelled_at IS NULL ORDER BY " + EFFECTIVE + ", id";
    private static final String CANCEL = "UPDATE rule_set SET cancelled_at = #{now} WHERE id = #{id} AND " + EFFECTIVE
            + " > #{now} AND cancelled_at IS NULL RETURNING *";
    private static final String DRAFT = "SELECT * FROM rule_set WHERE published_at IS NULL";
    private static final String BEGIN_DRAFT = """
            INSERT INTO rule_set (rules, created_by, created_at, version)
            VALUES (#{rules}, #{account}, #{now}, nextval('rule_draft_version'))
            ON CONFLICT ((true)) WHERE published_at IS NULL DO NOTHING RETURNING *
            """;
    private static final String CHANGE_DRAFT = """
            UPDATE rule_set SET rules = #{rules}, created_by = #{account}, created_at = #{now},
                   version = nextval('rule_draft_version')
            WHERE published_at IS NULL AND version = #{version} RETURNING *
            """;
    private static final String ONE_AFTER_THE_OTHER = "LOCK TABLE rule_set IN SHARE ROW EXCLUSIVE MODE";
    private static final String PUBLISH = """
            WITH draft AS (DELETE FROM rule_set WHERE published_at IS NULL AND version = #{version} RETURNING rules)
            INSERT INTO rule_set (rules, note, created_by, created_at, published_at, effective_at)
            SELECT rules, #{note}, #{account}, #{now}, #{now}, #{at} FROM draft RETURNING *
            """;
    private static final String RESTORE = """
            INSERT INTO rule_set (rules, note, created_by, created_at, published_at, effective_at, restores)
            SELECT rules, #{note}, #{account}, #{now}, #{now}, #{now}, id FROM rule_set
            WHERE id = #{id} AND published_at IS NOT NULL RETURNING *
            """;
    private static final String UNDO = """
            INSERT INTO rule_set (rules, created_by, created_at, published_at, effective_at, undoes)
            VALUES (coalesce((SELECT rules FROM rule_set WHERE id = #{before}), '[]'),
                    #{account}, #{now}, #{now}, #{now}, #{undoes}) RETURNING *
            """;
    private static final String STEPS = "SELECT id, undoes FROM rule_set WHERE " + EFFECTIVE
            + " <= #{now} AND cancelled_at IS NULL ORDER BY " + EFFECTIVE + ", id";

    private final Pool db;
    private final SqlTemplate<Map<String, Object>, RowSet<PublishedRules>> live;
    private final SqlTemplate<Map<String, Object>, RowSet<PublishedRules>> history;
    private final SqlTemplate<Map<String, Object>, RowSet<PublishedRules>> one;
    private final SqlTemplate<Map<String, Object>, RowSet<PublishedRules>> scheduled;
    private final SqlTemplate<Map<String, Object>, RowSet<PublishedRules>> cancel;
    private final SqlTemplate<Map<String, Object>, RowSet<PublishedRules>> restore;
    private final SqlTemplate<Map<String, Object>, RowSet<DraftRules>> draft;
    private final SqlTemplate<Map<String, Object>, RowSet<DraftRules>> beginDraft;
    private final SqlTemplate<Map<String, Object>, RowSet<DraftRules>> changeDraft;

    public RuleSets(Pool db) {
        this.db = db;
        live = SqlTemplate.forQuery(db, LIVE).mapTo(RuleSets::published);
        history = SqlTemplate.forQuery(db, HISTORY).mapTo(RuleSets::published);
        one = SqlTemplate.forQuery(db, ONE).mapTo(RuleSets::published);
        scheduled = SqlTemplate.forQuery(db, SCHEDULED).mapTo(RuleSets::published);
        cancel = SqlTemplate.forQuery(db, CANCEL).mapTo(RuleSets::published);
        restore = SqlTemplate.forQuery(db, RESTORE).mapTo(RuleSets::published);
        draft = SqlTemplate.forQuery(db, DRAFT).mapTo(RuleSets::drafted);
        beginDraft = SqlTemplate.forQuery(db, BEGIN_DRAFT).mapTo(RuleSets::drafted);
        changeDraft = SqlTemplate.forQuery(db, CHANGE_DRAFT).mapTo(RuleSets::drafted);
    }

    /** The rules in force at {@code now}; empty ones before anything was published. */
    public Future<RuleSet> live(Instant now) {
        return live.execute(Map.of("now", time(now)))
                .map(rows ->
                        rows.stream().findFirst().map(PublishedRules::rules).orElse(RuleSet.EMPTY));
    }

    /** What was published, newest first, at most {@code limit}; what waits for its time and what was called off too. */
    public Future<List<PublishedRules>> history(int limit) {
        return history.execute(Map.of("limit", limit)).map(rows -> rows.stream().toList());
    }

    /** One publication with its rules. */
    public Future<Optional<PublishedRules>> publication(long id) {
        return one.execute(Map.of("id", id)).map(rows -> rows.stream().findFirst());
    }

    /** What waits for its time, the next first. */
    public Future<List<PublishedRules>> scheduled(Instant now) {
        return scheduled
                .execute(Map.of("now", time(now)))
                .map(rows -> rows.stream().toList());
    }

    /** Calls off what waits for its time; empty when it no longer does. */
    public Future<Optional<PublishedRules>> cancel(long id, Instant now) {
        return cancel.execute(Map.of("id", id, "now", time(now)))
                .map(rows -> rows.stream().findFirst());
    }

    /** Puts the rules of an earlier publication in force again; empty when there is none of that id. */
    public Future<Optional<PublishedRules>> restore(long id, String note, long account, Instant now) {
        return restore.execute(Map.of("id", id, "note", note, "account", account, "now", time(now)))
                .map(rows -> rows.stream().findFirst());
    }

    /** The draft; the rules in force at {@code now} with version 0 when nobody has begun one. */
    public Future<DraftRules> draft(Instant now) {
        return draft.execute(Map.of())
                .compose(rows -> rows.size() > 0
                        ? Future.succeededFuture(rows.iterator().next())
                        : live(now).map(rules -> new DraftRules(rules, 0)));
    }

    /**
     * Saves {@code rules} over the draft of {@code version}; empty when somebody else saved, published or began one in the
     * meantime, and nothing is changed then.
     */
    public Future<Optional<DraftRules>> save(RuleSet rules, long version, long account, Instant now) {
        Map<String, Object> values =
                Map.of("rules", json(rules), "version", version, "account", account, "now", time(now));
        return (version == 0 ? beginDraft : changeDraft)
                .execute(values)
                .map(rows -> rows.stream().findFirst());
    }

    /**
     * Makes the draft of {@code version} live from {@code at} on and ends it; empty when there is no such draft (any
     * more).
     */
    public Future<Optional<PublishedRules>> publish(long version, String note, long account, Instant now, Instant at) {
        Map<String, Object> values =
                Map.of("version", version, "note", note, "account", account, "now", time(now), "at", time(at));
        return db.withTransaction(tx -> tx.query(ONE_AFTER_THE_OTHER)
                .execute()
                .compose(locked -> SqlTemplate.forQuery(tx, PUBLISH)
                        .mapTo(RuleSets::published)
                        .execute(values))
                .map(rows -> rows.stream().findFirst()));
    }

    /**
     * Takes back the newest publication in effect that was not taken back yet, by publishing again what was live before it. Undoing
     * again goes further back. Empty when there is nothing left to undo.
     */
    public Future<Optional<PublishedRules>> undo(long account, Instant now) {
        return db.withTransaction(tx -> tx.query(ONE_AFTER_THE_OTHER)
                .execute()
                .compose(locked -> SqlTemplate.forQuery(tx, STEPS).execute(Map.of("now", time(now))))
                .map(RuleSets::standing)
                .compose(standing -> undo(tx, standing, account, now)));
    }

    private static Future<Optional<PublishedRules>> undo(
            SqlClient tx, Deque<Long> standing, long account, Instant now) {
        Long newest = standing.poll();
        if (newest == null) return Future.succeededFuture(Optional.empty());
        Long before = standing.poll();
        return SqlTemplate.forQuery(tx, UNDO)
                .mapTo(RuleSets::published)
                .execute(Map.of(
                        "before", before == null ? 0L : before, "undoes", newest, "account", account, "now", time(now)))
                .map(rows -> rows.stream().findFirst());
    }

    /** Publications that were not taken back, newest first. */
    private static Deque<Long> standing(RowSet<Row> steps) {
        Deque<Long> standing = new ArrayDeque<>();
        for (Row step : steps) {
            if (step.getLong("undoes") == null) standing.push(step.getLong("id"));
            else standing.remove(step.getLong("undoes"));
        }
        return standing;
    }

    private static JsonArray json(RuleSet rules) {
        return new JsonArray(Json.write(rules.rules()));
    }

    private static RuleSet rules(Row row) {
        return new RuleSet(List.of(Json.read(row.getJsonArray("rules").encode(), Rule[].class)));
    }

    private static DraftRules drafted(Row row) {
        return new DraftRules(rules(row), row.getLong("version"));
    }

    private static PublishedRules published(Row row) {
        @Nullable Long account = row.getLong("created_by");
        Instant publishedAt = row.getOffsetDateTime("published_at").toInstant();
        @Nullable Instant effectiveAt = instant(row, "effective_at");
        return new PublishedRules(
                row.getLong("id"),
                rules(row),
                row.getString("note"),
                account == null ? 0 : account,
                publishedAt,
                effectiveAt == null ? publishedAt : effectiveAt,
                instant(row, "cancelled_at"),
                row.getLong("undoes"),
                row.getLong("restores"));
    }
}
