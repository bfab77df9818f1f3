package outfitter.models.merchandising;

import static outfitter.models.merchandising.Columns.time;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.templates.SqlTemplate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import outfitter.models.conversation.ConversationId;
import outfitter.models.merchandising.ShownList.Outcome;

/**
 * The {@code shown_list} table: one row for a list in which an agent saw something for the first time in an episode. Rows are
 * never changed; what became of a product is read from its impression, and belongs to the last list before it that had the product.
 */
public final class ShownLists {
    private static final String ADD = """
            INSERT INTO shown_list (conversation, episode, list, at, form, products, places, features, contexts)
            VALUES (#{conversation}, #{episode}, #{list}, #{at}, #{form}, #{products}, #{places}, #{features},
                    #{contexts})
            """;
    // Not now, and has one, say something of the moment and the customer, and nothing of the product beside the others.
    private static final String SETTLED = """
            SELECT s.*, o.outcomes
            FROM shown_list s CROSS JOIN LATERAL (
              SELECT array_agg(
                  CASE WHEN i.id IS NULL OR i.settled_at < s.at THEN 'none'
                       WHEN EXISTS (SELECT FROM shown_list n
                                    WHERE n.conversation = s.conversation AND n.episode = s.episode AND n.list = s.list
                                      AND n.at > s.at AND n.at <= coalesce(i.accepted_at, i.settled_at)
                                      AND p.product = ANY (n.products)) THEN 'none'
                       WHEN i.state = 'ordered' THEN 'ordered'
                       WHEN i.state = 'accepted' THEN 'inserted'
                       WHEN i.state = 'declined' AND i.reason NOT IN ('not-now', 'has-one') THEN 'declined'
                       ELSE 'none' END ORDER BY p.at) AS outcomes
              FROM unnest(s.products) WITH ORDINALITY AS p (product, at)
              LEFT JOIN impression i ON i.conversation = s.conversation AND i.episode = s.episode
                AND i.list = s.list AND i.product = p.product AND i.state <> 'shown' AND i.arm = 'treated') AS o
            WHERE s.list = #{list} AND s.form = #{form} AND s.at >= #{since} AND o.outcomes && '{inserted,ordered,declined}'
            ORDER BY s.at DESC, s.id DESC LIMIT #{limit}
            """;
    private static final String FORGET = "DELETE FROM shown_list WHERE at < #{before}";

    private final SqlTemplate<Map<String, Object>, ?> add;
    private final SqlTemplate<Map<String, Object>, RowSet<ShownList.Settled>> settled;
    private final SqlTemplate<Map<String, Object>, ?> forget;

    public ShownLists(SqlClient db) {
        add = SqlTemplate.forUpdate(db, ADD);
        settled = SqlTemplate.forQuery(db, SETTLED).mapTo(ShownLists::fromRow);
        forget = SqlTemplate.forUpdate(db, FORGET);
    }

    public Future<Void> add(ShownList shown) {
        List<ShownList.Entry> products = shown.products();
        return add.execute(Map.of(
                        "conversation", shown.conversation().value(),
                        "episode", shown.episode(),
                        "list", shown.list().code(),
                        "at", time(shown.at()),
                        "form", shown.form(),
                        "products",
                                products.stream().map(ShownList.Entry::product).toArray(String[]::new),
                        "places", products.stream().map(ShownList.Entry::place).toArray(Integer[]::new),
                        "features",
                                products.stream()
                                        .flatMap(each -> each.features().stream())
                                        .toArray(Float[]::new),
                        "contexts", shown.contexts().toArray(Float[]::new)))
                .mapEmpty();
    }

    /** Lists of this form since then of which something became, the newest {@code limit}, oldest first. */
    public Future<List<ShownList.Settled>> settled(SuggestionList list, String form, Instant since, int limit) {
        return settled.execute(Map.of("list", list.code(), "form", form, "since", time(since), "limit", limit))
                .map(rows -> {
                    List<ShownList.Settled> all = new ArrayList<>();
                    rows.forEach(all::add);
                    Collections.reverse(all);
                    return all;
                });
    }

    /** Forgets what was shown before then. */
    public Future<Void> forget(Instant before) {
        return forget.execute(Map.of("before", time(before))).mapEmpty();
    }

    private static ShownList.Settled fromRow(Row row) {
        String[] products = row.getArrayOfStrings("products");
        Integer[] places = row.getArrayOfIntegers("places");
        List<Float> features = Arrays.asList(row.getArrayOfFloats("features"));
        int each = products.length == 0 ? 0 : features.size() / products.length;
        List<ShownList.Entry> entries = new ArrayList<>();
        for (int i = 0; i < products.length; i++) {
            entries.add(new ShownList.Entry(products[i], places[i], features.subList(i * each, (i + 1) * each)));
        }
        ShownList shown = new ShownList(
                new ConversationId(row.getLong("conversation")),
                row.getInteger("episode"),
                SuggestionList.named(row.getString("list")),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("form"),
                entries,
                Arrays.asList(row.getArrayOfFloats("contexts")));
        List<Outcome> outcomes = Arrays.stream(row.getArrayOfStrings("outcomes"))
                .map(outcome -> Outcome.valueOf(outcome.toUpperCase(Locale.ROOT)))
                .toList();
        return new ShownList.Settled(shown, outcomes);
    }
}
