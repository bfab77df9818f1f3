package outfitter.models.merchandising;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.templates.SqlTemplate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code declined_pair} table: one row for two products in one list, written when an impression is declined because
 * they do not go together ({@link Impressions#decline}). A pair that was settled and is declined again is open again.
 */
public final class DeclinedPairs {
    private static final String ALL = "SELECT * FROM declined_pair ORDER BY id";
    private static final String OPEN = """
            SELECT * FROM declined_pair WHERE outcome IS NULL ORDER BY declines DESC, last_at DESC, id LIMIT #{limit}
            """;
    private static final String FIND = "SELECT * FROM declined_pair WHERE id = #{id}";
    private static final String SETTLE = """
            UPDATE declined_pair SET outcome = #{outcome}, settled_at = #{now}, settled_by = #{account}
            WHERE id = #{id} AND outcome IS NULL RETURNING *
            """;

    private final SqlTemplate<Map<String, Object>, RowSet<DeclinedPair>> all;
    private final SqlTemplate<Map<String, Object>, RowSet<DeclinedPair>> open;
    private final SqlTemplate<Map<String, Object>, RowSet<DeclinedPair>> find;
    private final SqlTemplate<Map<String, Object>, RowSet<DeclinedPair>> settle;

    public DeclinedPairs(SqlClient db) {
        all = SqlTemplate.forQuery(db, ALL).mapTo(DeclinedPairs::fromRow);
        open = SqlTemplate.forQuery(db, OPEN).mapTo(DeclinedPairs::fromRow);
        find = SqlTemplate.forQuery(db, FIND).mapTo(DeclinedPairs::fromRow);
        settle = SqlTemplate.forQuery(db, SETTLE).mapTo(DeclinedPairs::fromRow);
    }

    /** What a merchandiser made of it. */
    public enum Outcome {
        /** A rule keeps the two apart. */
        EXCLUDED,
        /** They do go together. */
        KEPT
    }

    /** Every pair that was ever declined. */
    public Future<List<DeclinedPair>> all() {
        return all.execute(Map.of()).map(rows -> rows.stream().toList());
    }

    /** Those that nobody has settled, the most declined first. */
    public Future<List<DeclinedPair>> open(int limit) {
        return open.execute(Map.of("limit", limit)).map(rows -> rows.stream().toList());
    }

    public Future<Optional<DeclinedPair>> find(long id) {
        return find.execute(Map.of("id", id)).map(rows -> rows.stream().findFirst());
    }

    /** Settles it; empty when it is unknown or somebody was first. */
    public Future<Optional<DeclinedPair>> settle(long id, Outcome outcome, long account, Instant now) {
        Map<String, Object> values = Map.of(
                "id",
                id,
                "outcome",
                outcome == Outcome.EXCLUDED ? "excluded" : "kept",
                "account",
                account,
                "now",
                Columns.time(now));
        return settle.execute(values).map(rows -> rows.stream().findFirst());
    }

    private static DeclinedPair fromRow(Row row) {
        return new DeclinedPair(
                row.getLong("id"),
                row.getString("anchor"),
                row.getString("product"),
                SuggestionList.named(row.getString("list")),
                row.getInteger("declines"),
                row.getOffsetDateTime("first_at").toInstant(),
                row.getOffsetDateTime("last_at").toInstant());
    }
}
