package outfitter.models.merchandising;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.templates.SqlTemplate;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import outfitter.models.json.Json;

/** The {@code ranking_lesson} table: one row each time the ranking learned, of which the newest 400 stay. */
public final class RankingLessons {
    private static final int KEPT = 400;
    private static final String ADD = """
            WITH old AS (DELETE FROM ranking_lesson WHERE id <= (
              SELECT id FROM ranking_lesson ORDER BY id DESC OFFSET #{kept} - 1 LIMIT 1))
            INSERT INTO ranking_lesson (learned_at, learned_by, seconds, orders, report)
            VALUES (#{at}, #{by}, #{seconds}, #{orders}, #{report})
            """;
    private static final String NEWEST = """
            SELECT l.learned_at, l.seconds, l.orders, l.report::text AS report, a.display_name AS by
              FROM ranking_lesson l LEFT JOIN account a ON a.id = l.learned_by
             ORDER BY l.id DESC LIMIT #{limit}
            """;

    private final SqlTemplate<Map<String, Object>, ?> add;
    private final SqlTemplate<Map<String, Object>, RowSet<Kept>> newest;

    public RankingLessons(SqlClient db) {
        add = SqlTemplate.forUpdate(db, ADD);
        newest = SqlTemplate.forQuery(db, NEWEST).mapTo(RankingLessons::fromRow);
    }

    /**
     * One time that the ranking learned.
     *
     * @param by the name of who asked for it; null at night, or when the account is gone
     * @param seconds that it took
     * @param orders in the index then
     * @param report what came of it, as it was given
     */
    public record Kept(Instant at, @Nullable String by, double seconds, long orders, JsonNode report) {}

    /** Keeps what was learned; the oldest rows go. */
    public Future<Void> add(Instant at, @Nullable Long by, double seconds, long orders, JsonNode report) {
        Map<String, Object> values = new HashMap<>();
        values.put("at", Columns.time(at));
        values.put("by", by);
        values.put("seconds", seconds);
        values.put("orders", orders);
        values.put("report", new JsonObject(report.toString()));
        values.put("kept", KEPT);
        return add.execute(values).mapEmpty();
    }

    /** The newest first. */
    public Future<List<Kept>> newest(int limit) {
        return newest.execute(Map.of("limit", limit)).map(rows -> rows.stream().toList());
    }

    private static Kept fromRow(Row row) {
        return new Kept(
                row.getOffsetDateTime("learned_at").toInstant(),
                row.getString("by"),
                row.getDouble("seconds"),
                row.getLong("orders"),
                Json.read(row.getString("report"), JsonNode.class));
    }
}
