package outfitter.models.merchandising;

import static outfitter.models.merchandising.Columns.instant;
import static outfitter.models.merchandising.Columns.time;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.templates.SqlTemplate;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import outfitter.models.conversation.ConversationId;
import outfitter.models.customer.CustomerId;
import outfitter.models.json.Json;

/**
 * The {@code impression} table: one row for a product in one list in one episode, however often the panel was drawn. A
 * row goes from shown to accepted or declined, and from shown or accepted to ordered, and never back.
 */
public final class Impressions {
    private static final String SHOW = """
            WITH given AS (
              SELECT * FROM jsonb_to_recordset(#{impressions}) AS g (
                id uuid, conversation bigint, episode int, customer bigint, at timestamptz, account bigint,
                product text, list text, place int, arm text, rule text, evidence jsonb)),
            added AS (
              INSERT INTO impression (id, conversation, episode, customer, at, account, product, list, place, arm, rule,
                                      evidence)
              SELECT id, conversation, episode, customer, at, account, product, list, place, arm, rule, evidence
              FROM given
              ON CONFLICT (conversation, episode, list, product) DO NOTHING
              RETURNING *)
            SELECT *, true AS fresh FROM added
            UNION ALL
            SELECT i.*, false FROM impression i JOIN given g USING (conversation, episode, list, product)
            """;
    private static final String FIND = "SELECT * FROM impression WHERE id = #{id}";
    private static final String ACCEPT = """
            UPDATE impression SET state = 'accepted', accepted_at = #{now}, settled_at = #{now}
            WHERE id = #{id} AND state = 'shown' RETURNING *
            """;
    // What it was said to go with is the first thing that its evidence named.
    private static final String DECLINE = """
            WITH declined AS (
              UPDATE impression SET state = 'declined', reason = #{reason}, settled_at = #{now}
              WHERE id = #{id} AND state = 'shown' RETURNING *),
            pair AS (
              INSERT INTO declined_pair AS p (anchor, product, list, declines, first_at, last_at)
              SELECT evidence -> 0 -> 'facts' ->> 'with', product, list, 1, #{now}, #{now} FROM declined
              WHERE reason = 'does-not-go' AND evidence -> 0 -> 'facts' ->> 'with' IS NOT NULL
              ON CONFLICT (anchor, product, list) DO UPDATE
              SET declines = p.declines + 1, last_at = excluded.last_at, outcome = NULL, settled_at = NULL,
                  settled_by = NULL)
            SELECT * FROM declined
            """;
    // The person who ordered, not the row: what a visitor was shown before they signed in counts for the customer.
    private static final String ORDERED = """
            UPDATE impression i SET state = 'ordered', ordered_at = o.placed_at, settled_at = o.placed_at, "order" = o.number
            FROM "order" o JOIN order_line l ON l."order" = o.id
            WHERE o.number = #{order} AND o.state <> 'cancelled'
              AND i.customer IN (SELECT person(o.customer)) AND i.product = l.product
              AND i.state IN ('shown', 'accepted') AND o.placed_at >= i.at AND o.placed_at < i.at + interval '30 days'
            RETURNING i.*
            """;
    private static final String MISSED = """
            SELECT DISTINCT o.number
            FROM "order" o JOIN order_line l ON l."order" = o.id
            JOIN impression i ON i.customer IN (SELECT person(o.customer)) AND i.product = l.product
            WHERE o.placed_at >= #{since} AND o.state <> 'cancelled' AND i.state IN ('shown', 'accepted')
              AND o.placed_at >= i.at AND o.placed_at < i.at + interval '30 days'
            """;

    private final SqlTemplate<Map<String, Object>, RowSet<Shown>> show;
    private final SqlTemplate<Map<String, Object>, RowSet<Impression>> find;
    private final SqlTemplate<Map<String, Object>, RowSet<Impression>> accept;
    private final SqlTemplate<Map<String, Object>, RowSet<Impression>> decline;
    private final SqlTemplate<Map<String, Object>, RowSet<Impression>> ordered;
    private final SqlTemplate<Map<String, Object>, RowSet<String>> missed;

    public Impressions(SqlClient db) {
        show = SqlTemplate.forQuery(db, SHOW).mapTo(row -> new Shown(fromRow(row), row.getBoolean("fresh")));
        find = SqlTemplate.forQuery(db, FIND).mapTo(Impressions::fromRow);
        accept = SqlTemplate.forQuery(db, ACCEPT).mapTo(Impressions::fromRow);
        decline = SqlTemplate.forQuery(db, DECLINE).mapTo(Impressions::fromRow);
        ordered = SqlTemplate.forQuery(db, ORDERED).mapTo(Impressions::fromRow);
        missed = SqlTemplate.forQuery(db, MISSED).mapTo(row -> row.getString("number"));
    }

    /** What counts as the impression, and whether it is seen for the first time. */
    public record Shown(Impression impression, boolean fresh) {}

    /**
     * Records that these are being shown. What the episode has seen before keeps its first row, whose id, state and
     * evidence come back; the answer has one element for each given product and list, in no order.
     */
    public Future<List<Shown>> show(List<Impression> impressions) {
        if (impressions.isEmpty()) return Future.succeededFuture(List.of());
        return shown(impressions)
                // A second panel drawn at the same instant may have been first and not yet visible: then it is now.
                .compose(seen -> seen.size() >= impressions.size() ? Future.succeededFuture(seen) : shown(impressions));
    }

    public Future<Optional<Impression>> find(UUID id) {
        return find.execute(Map.of("id", id)).map(Impressions::first);
    }

    /** An agent sent it to the customer; empty when it is unknown or already settled. */
    public Future<Optional<Impression>> accept(UUID id, Instant now) {
        return accept.execute(Map.of("id", id, "now", time(now))).map(Impressions::first);
    }

    /** An agent turned it down; empty when it is unknown or already settled. */
    public Future<Optional<Impression>> decline(UUID id, String reason, Instant now) {
        return decline.execute(Map.of("id", id, "reason", reason, "now", time(now)))
                .map(Impressions::first);
    }

    /**
     * Settles what led, or may have led, to the order with this printed number: whatever of it the same person was shown
     * within 30 days before. Repeating it changes nothing.
     */
    public Future<List<Impression>> ordered(String order) {
        return ordered.execute(Map.of("order", order)).map(rows -> rows.stream().toList());
    }

    /** Orders placed from {@code since} on that have something to settle and were not settled. */
    public Future<List<String>> missedOrders(Instant since) {
        return missed.execute(Map.of("since", time(since)))
                .map(rows -> rows.stream().toList());
    }

    private Future<List<Shown>> shown(List<Impression> impressions) {
        JsonArray given = new JsonArray(
                Json.write(impressions.stream().map(Impressions::values).toList()));
        return show.execute(Map.of("impressions", given))
                .map(rows -> rows.stream().toList());
    }

    private static Map<String, Object> values(Impression impression) {
        Map<String, Object> values = new HashMap<>();
        values.put("id", impression.id());
        values.put("conversation", impression.conversation().value());
        values.put("episode", impression.episode());
        values.put("customer", impression.customer().value());
        values.put("at", impression.at());
        values.put("account", impression.account());
        values.put("product", impression.product());
        values.put("list", impression.list().code());
        values.put("place", impression.place());
        values.put("arm", impression.arm().code());
        values.put("rule", impression.rule());
        values.put("evidence", impression.evidence());
        return values;
    }

    private static Optional<Impression> first(RowSet<Impression> rows) {
        return rows.stream().findFirst();
    }

    private static Impression fromRow(Row row) {
        return new Impression(
                row.getUUID("id"),
                new ConversationId(row.getLong("conversation")),
                row.getInteger("episode"),
                new CustomerId(row.getLong("customer")),
                row.getOffsetDateTime("at").toInstant(),
                row.getLong("account"),
                row.getString("product"),
                SuggestionList.named(row.getString("list")),
                row.getInteger("place"),
                Arm.named(row.getString("arm")),
                row.getString("rule"),
                Json.read(String.valueOf(row.getValue("evidence")), JsonNode.class),
                Impression.State.named(row.getString("state")),
                row.getString("reason"),
                instant(row, "settled_at"));
    }
}
