package outfitter.models.language;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import io.vertx.sqlclient.templates.SqlTemplate;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import outfitter.models.conversation.ConversationId;
import outfitter.models.conversation.EntryBody.Reading;
import outfitter.models.json.Json;
import outfitter.models.language.HeardUtterance.Did;
import outfitter.models.rows.Columns;

/**
 * The {@code heard_utterance} table: one row for each trace of the bot's over a customer's own words, masked. A row goes
 * with its person, and by itself after a while unless somebody corrected it. Of two people who correct one, the last is right.
 */
public final class HeardUtterances {
    private static final String ADD = """
            INSERT INTO heard_utterance (conversation, seq, at, language, text, readings, best, did, routine, model, doubtful, doubt)
            SELECT conversation, seq, at, language, text, readings::jsonb, best, did, routine, model, doubtful, doubt
              FROM unnest($1::bigint[], $2::bigint[], $3::timestamptz[], $4::text[], $5::text[], $6::text[], $7::text[],
                          $8::text[], $9::text[], $10::bigint[], $11::boolean[], $12::text[])
                AS given (conversation, seq, at, language, text, readings, best, did, routine, model, doubtful, doubt)
            ON CONFLICT DO NOTHING
            """;
    private static final String REVIEW = """
            SELECT h.*, h.readings::text AS all_readings, a.display_name AS corrected_name
              FROM heard_utterance h LEFT JOIN account a ON a.id = h.corrected_by
            """;
    private static final String LIST = REVIEW + """
             WHERE h.language = #{language} AND h.id < #{before}
               AND (#{which} = 'ALL' OR (#{which} = 'CORRECTED' AND h.corrected_at IS NOT NULL)
                    OR (#{which} = 'TO_LOOK_AT' AND h.doubtful AND h.corrected_at IS NULL))
               AND (#{words}::text IS NULL OR to_tsvector('simple', h.text) @@ to_tsquery('simple', #{words}))
               AND (#{intent}::text IS NULL OR coalesce(h.intent, h.best) = #{intent})
             ORDER BY h.id DESC LIMIT #{limit}
            """;
    private static final String CORRECT = """
            WITH corrected AS (
              UPDATE heard_utterance SET intent = #{intent}, corrected_by = #{account}, corrected_at = #{now}
               WHERE id = #{id} RETURNING *)
            """ + REVIEW.replace("FROM heard_utterance h", "FROM corrected h");
    private static final String UNDO = """
            WITH opened AS (
              UPDATE heard_utterance SET intent = NULL, corrected_by = NULL, corrected_at = NULL
               WHERE id = #{id} RETURNING *)
            """ + REVIEW.replace("FROM heard_utterance h", "FROM opened h");
    private static final String LESSONS = """
            SELECT DISTINCT ON (lower(text)) text, intent, corrected_at FROM heard_utterance
             WHERE language = #{language} AND corrected_at IS NOT NULL AND intent IS NOT NULL
             ORDER BY lower(text), corrected_at DESC, id DESC
            """;
    private static final String MISREAD = """
            SELECT intent, best, count(*) AS times, (array_agg(text ORDER BY corrected_at DESC))[1:5] AS examples
              FROM heard_utterance
             WHERE language = #{language} AND corrected_at IS NOT NULL AND intent <> best
             GROUP BY intent, best ORDER BY times DESC, intent, best LIMIT #{limit}
            """;
    private static final String COUNTS = """
            SELECT (SELECT count(*) FROM heard_utterance
                     WHERE doubtful AND corrected_at IS NULL AND language = #{language}) AS to_look_at,
                   (SELECT count(*) FROM heard_utterance
                     WHERE corrected_at IS NOT NULL AND language = #{language}) AS corrected,
                   (SELECT count(*) FROM heard_utterance
                     WHERE corrected_at > #{since} AND intent IS NOT NULL AND language = #{language}) AS fresh
            """;
    private static final String NAMES = """
            SELECT c.id, p.name FROM conversation c JOIN customer p ON p.id = c.customer
             WHERE c.id = ANY ($1) AND p.name IS NOT NULL
            """;
    private static final String CLEAN = "DELETE FROM heard_utterance WHERE corrected_at IS NULL AND at < #{before}";

    private final SqlClient db;
    private final SqlTemplate<Map<String, Object>, RowSet<Review>> list;
    private final SqlTemplate<Map<String, Object>, RowSet<Review>> correct;
    private final SqlTemplate<Map<String, Object>, RowSet<Review>> undo;
    private final SqlTemplate<Map<String, Object>, RowSet<Lesson>> lessons;
    private final SqlTemplate<Map<String, Object>, RowSet<Misread>> misread;
    private final SqlTemplate<Map<String, Object>, RowSet<Counts>> counts;
    private final SqlTemplate<Map<String, Object>, ?> clean;

    public HeardUtterances(Pool db) {
        this.db = db;
        list = SqlTemplate.forQuery(db, LIST).mapTo(HeardUtterances::review);
        correct = SqlTemplate.forQuery(db, CORRECT).mapTo(HeardUtterances::review);
        undo = SqlTemplate.forQuery(db, UNDO).mapTo(HeardUtterances::review);
        lessons = SqlTemplate.forQuery(db, LESSONS)
                .mapTo(row -> new Lesson(row.getString("text"), row.getString("intent"), at(row, "corrected_at")));
        misread = SqlTemplate.forQuery(db, MISREAD)
                .mapTo(row -> new Misread(
                        row.getString("intent"),
                        row.getString("best"),
                        row.getInteger("times"),
                        List.of(row.getArrayOfStrings("examples"))));
        counts = SqlTemplate.forQuery(db, COUNTS)
                .mapTo(row -> new Counts(row.getLong("to_look_at"), row.getLong("corrected"), row.getLong("fresh")));
        clean = SqlTemplate.forUpdate(db, CLEAN);
    }

    /**
     * How many there are.
     *
     * @param fresh corrections to learn from that were made after the instant asked about
     */
    public record Counts(long toLookAt, long corrected, long fresh) {}

    /** What people corrected: it meant {@code intent} and was read as {@code readAs}; the newest few of them as examples. */
    public record Misread(String intent, String readAs, int times, List<String> examples) {}

    /** Keeps these; one that is known already changes nothing. */
    public Future<Void> add(List<HeardUtterance> heard) {
        if (heard.isEmpty()) return Future.succeededFuture();
        Tuple columns = new Columns<>(heard)
                .number(each -> each.conversation().value())
                .number(HeardUtterance::seq)
                .instant(HeardUtterance::at)
                .text(HeardUtterance::language)
                .text(HeardUtterance::text)
                .text(each -> Json.write(each.readings()))
                .text(each -> each.readings().get(0).intent())
                .text(each -> each.did().code())
                .text(HeardUtterance::routine)
                .numberOrNull(HeardUtterance::model)
                .flag(HeardUtterance::doubtful)
                .text(HeardUtterance::doubt)
                .tuple();
        return db.preparedQuery(ADD).execute(columns).mapEmpty();
    }

    /** Newest first, those with an id below {@code before}, at most {@code limit}. */
    public Future<List<Review>> list(String language, Sought sought, long before, int limit) {
        Map<String, Object> values = new HashMap<>();
        values.put("language", language);
        values.put("before", before);
        values.put("limit", limit);
        values.put("which", sought.which().name());
        values.put("words", query(sought.words()));
        values.put("intent", sought.intent());
        return list.execute(values).map(rows -> rows.stream().toList());
    }

    /** How much there is to look at, and was done; {@code since} is for {@link Counts#fresh}. */
    public Future<Counts> counts(String language, Instant since) {
        return counts.execute(Map.of("language", language, "since", time(since)))
                .map(rows -> rows.iterator().next());
    }

    /** Notes that it means {@code intent}, or, with null, that nothing is to be learned from it; empty when there is none. */
    public Future<Optional<Review>> correct(long id, @Nullable String intent, long account, Instant now) {
        Map<String, Object> values = new HashMap<>();
        values.put("id", id);
        values.put("intent", intent);
        values.put("account", account);
        values.put("now", time(now));
        return correct.execute(values).map(rows -> rows.stream().findFirst());
    }

    /** As if nobody had corrected it; empty when there is none. */
    public Future<Optional<Review>> undo(long id) {
        return undo.execute(Map.of("id", id)).map(rows -> rows.stream().findFirst());
    }

    /** What people said that texts mean, by text; each text once, as it was corrected last. */
    public Future<List<Lesson>> lessons(String language) {
        return lessons.execute(Map.of("language", language))
                .map(rows -> rows.stream().toList());
    }

    /** Which intents were taken for which others, by what people corrected; the most frequent first. */
    public Future<List<Misread>> misread(String language, int limit) {
        return misread.execute(Map.of("language", language, "limit", limit))
                .map(rows -> rows.stream().toList());
    }

    /** The names of the people in these conversations, as far as they are known. */
    public Future<Map<ConversationId, String>> names(Collection<ConversationId> conversations) {
        Long[] ids =
                conversations.stream().map(ConversationId::value).distinct().toArray(Long[]::new);
        return db.preparedQuery(NAMES)
                .execute(Tuple.tuple().addArrayOfLong(ids))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.toMap(
                                row -> new ConversationId(row.getLong("id")), row -> row.getString("name"))));
    }

    /** Forgets what was heard before and nobody corrected. */
    public Future<Void> clean(Instant before) {
        return clean.execute(Map.of("before", time(before))).mapEmpty();
    }

    /** 'late parc' as PostgreSQL's query 'late & parc:*'; null when there is no word in it. */
    private static @Nullable String query(@Nullable String words) {
        if (words == null) return null;
        List<String> all = Arrays.stream(words.split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
        if (all.isEmpty()) return null;
        return Stream.concat(all.stream().limit(all.size() - 1L), Stream.of(all.get(all.size() - 1) + ":*"))
                .collect(Collectors.joining(" & "));
    }

    private static Review review(Row row) {
        HeardUtterance heard = new HeardUtterance(
                new ConversationId(row.getLong("conversation")),
                row.getLong("seq"),
                at(row, "at"),
                row.getString("language"),
                row.getString("text"),
                List.of(Json.read(row.getString("all_readings"), Reading[].class)),
                Did.named(row.getString("did")),
                row.getString("routine"),
                row.getLong("model"),
                row.getBoolean("doubtful"),
                row.getString("doubt"));
        Review.Correction correction = row.getOffsetDateTime("corrected_at") == null
                ? null
                : new Review.Correction(
                        row.getString("intent"), row.getString("corrected_name"), at(row, "corrected_at"));
        return new Review(row.getLong("id"), heard, correction);
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Instant at(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }
}
