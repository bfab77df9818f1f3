package outfitter.models.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import outfitter.models.conversation.ConversationId;
import outfitter.models.json.Json;

/**
 * The {@code shop_news} table: what the intake wrote of orders whose customers have a conversation, until it is told
 * there. Told at least once; the conversation's causes make it once.
 */
public final class ShopNews {
    private static final String NEXT = """
            SELECT n.id, c.id AS conversation, n."order", n.happened, n.detail::text AS detail
            FROM shop_news n CROSS JOIN LATERAL (
              SELECT id FROM conversation WHERE customer = n.customer ORDER BY merged_into NULLS FIRST LIMIT 1) c
            WHERE n.id > $1 ORDER BY n.id LIMIT $2
            """;
    private static final String TOLD = "DELETE FROM shop_news WHERE id = ANY($1)";

    private final SqlClient db;

    public ShopNews(SqlClient db) {
        this.db = db;
    }

    /** The oldest after {@code id}, at most {@code limit}. */
    public Future<List<Happening>> after(long id, int limit) {
        return db.preparedQuery(NEXT).execute(Tuple.of(id, limit)).map(rows -> {
            List<Happening> happenings = new ArrayList<>();
            rows.forEach(row -> happenings.add(new Happening(
                    row.getLong("id"),
                    new ConversationId(row.getLong("conversation")),
                    row.getString("order"),
                    row.getString("happened"),
                    Json.read(row.getString("detail"), JsonNode.class))));
            return happenings;
        });
    }

    /** These are told. */
    public Future<Void> told(List<Long> ids) {
        return db.preparedQuery(TOLD)
                .execute(Tuple.tuple().addArrayOfLong(ids.toArray(Long[]::new)))
                .mapEmpty();
    }
}
