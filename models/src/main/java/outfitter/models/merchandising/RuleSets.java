package outfitter.models.merchandising;

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
 * The {@code rule_set} table: every published set stays, the newest is live, and at most one row is a draft. Publishing
 * and undoing go one after the other, whoever does them.
 */
public final class RuleSets {
    private static final String LIVE = """
            SELECT * FROM rule_set WHERE published_at IS NOT NULL ORDER BY id DESC LIMIT #{limit}
            """;
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
            INSERT INTO rule_set (rules, note, created_by, created_at, published_at)
            SELECT rules, #{note}, #{account}, #{now}, #{now} FROM draft RETURNING *
            """;
    private static final String UNDO = """
            INSERT INTO rule_set (rules, created_by, created_at, published_at, undoes)
            VALUES (coalesce((SELECT rules FROM rule_set WHERE id = #{before}), '[]'),
                    #{account}, #{now}, #{now}, #{undoes}) RETURNING *
            """;
    private static final String STEPS = """
            SELECT id, undoes FROM rule_set WHERE published_at IS NOT NULL ORDER BY id
            """;

    private final Pool db;
    private final SqlTemplate<Map<String, Object>, RowSet<PublishedRules>> live;
    private final SqlTemplate<Map<String, Object>, RowSet<DraftRules>> draft;
    private final SqlTemplate<Map<String, Object>, RowSet<DraftRules>> beginDraft;
    private final SqlTemplate<Map<String, Object>, RowSet<DraftRules>> changeDraft;

    public RuleSets(Pool db) {
        this.db = db;
        live = SqlTemplate.forQuery(db, LIVE).mapTo(RuleSets::published);
        draft = SqlTemplate.forQuery(db, DRAFT).mapTo(RuleSets::drafted);
        beginDraft = SqlTemplate.forQuery(db, BEGIN_DRAFT).mapTo(RuleSets::drafted);
        changeDraft = SqlTemplate.forQuery(db, CHANGE_DRAFT).mapTo(RuleSets::drafted);
    }

    /** The rules in force; empty ones before anything was published. */
    public Future<RuleSet> live() {
        return history(1)
                .map(newest -> newest.isEmpty() ? RuleSet.EMPTY : newest.get(0).rules());
    }

    /** What was published, newest first, at most {@code limit}. */
    public Future<List<PublishedRules>> history(int limit) {
        return live.execute(Map.of("limit", limit)).map(rows -> rows.stream().toList());
    }

    /** The draft; the live rules with version 0 when nobody has begun one. */
    public Future<DraftRules> draft() {
        return draft.execute(Map.of())
                .compose(rows -> rows.size() > 0
                        ? Future.succeededFuture(rows.iterator().next())
                        : live().map(rules -> new DraftRules(rules, 0)));
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

    /** Makes the draft of {@code version} live and ends it; empty when there is no such draft (any more). */
    public Future<Optional<PublishedRules>> publish(long version, String note, long account, Instant now) {
        Map<String, Object> values = Map.of("version", version, "note", note, "account", account, "now", time(now));
        return db.withTransaction(tx -> tx.query(ONE_AFTER_THE_OTHER)
                .execute()
                .compose(locked -> SqlTemplate.forQuery(tx, PUBLISH)
                        .mapTo(RuleSets::published)
                        .execute(values))
                .map(rows -> rows.stream().findFirst()));
    }

    /**
     * Takes back the newest publication that was not taken back yet, by publishing again what was live before it. Undoing
     * again goes further back. Empty when there is nothing left to undo.
     */
    public Future<Optional<PublishedRules>> undo(long account, Instant now) {
        return db.withTransaction(tx -> tx.query(ONE_AFTER_THE_OTHER)
                .execute()
                .compose(locked -> tx.query(STEPS).execute())
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
        return new PublishedRules(
                row.getLong("id"),
                rules(row),
                row.getString("note"),
                account == null ? 0 : account,
                row.getOffsetDateTime("published_at").toInstant(),
                row.getLong("undoes"));
    }
}
