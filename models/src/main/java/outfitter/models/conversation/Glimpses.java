package outfitter.models.conversation;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import outfitter.models.customer.CustomerId;

/** Reads what a list of conversations shows of each, with the indexes that the stream itself uses. */
public final class Glimpses {
    private static final String OF = """
            select c.id as live, c.customer, cu.name, m.conversation, m.seq, m.at, m.kind, m.version, m.key, m.body
              from conversation c join customer cu on cu.id = c.customer
              left join lateral (
                select conversation, seq, at, kind, version, key, body::text as body from entry
                 where conversation = c.id and kind in ('customer-message', 'agent-message')
                 order by seq desc limit 1) m on true
             where c.id = any ($1)
            """;

    private static final String NAMES = """
            select c.id as live, c.customer, cu.name, null::text as kind
              from conversation c join customer cu on cu.id = c.customer
             where c.id = any ($1)
            """;

    private static final String SEARCH = """
            select c.id, c.customer, cu.name, cu.email, c.state -> 'episode' ->> 'headline' as headline
              from conversation c join customer cu on cu.id = c.customer
             where c.merged_into is null
               and (cu.name ilike '%' || $1 || '%' or lower(cu.email) like lower($1) || '%' or cu.external_id = $2
                    or cu.id in (select o.customer from "order" o where o.number = upper($2)))
             order by c.head = 0, cu.name, c.id limit $3
            """;

    private final SqlClient db;

    public Glimpses(SqlClient db) {
        this.db = db;
    }

    /**
     * A conversation at a glance.
     *
     * @param name the customer's, null while unknown
     * @param last the newest message of the customer's or a person's; null when it has none
     */
    public record Glimpse(
            ConversationId conversation,
            CustomerId customer,
            @Nullable String name,
            @Nullable Entry last) {}

    /** Those of {@code conversations} that exist, by id. */
    public Future<Map<ConversationId, Glimpse>> of(List<ConversationId> conversations) {
        return read(OF, conversations);
    }

    /** The same without the messages. */
    public Future<Map<ConversationId, Glimpse>> names(List<ConversationId> conversations) {
        return read(NAMES, conversations);
    }

    private Future<Map<ConversationId, Glimpse>> read(String sql, List<ConversationId> conversations) {
        Long[] ids = conversations.stream().map(ConversationId::value).toArray(Long[]::new);
        return db.preparedQuery(sql)
                .execute(Tuple.tuple().addArrayOfLong(ids))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Glimpses::glimpse)
                        .collect(Collectors.toMap(Glimpse::conversation, Function.identity())));
    }

    /** A conversation that a search found; {@code headline} is the present or last matter's. */
    public record Found(
            ConversationId conversation,
            CustomerId customer,
            @Nullable String name,
            @Nullable String email,
            @Nullable String headline) {}

    /**
     * Live conversations of customers whose name contains, whose e-mail begins with, or whose id or order number is {@code
     * text}, at most {@code limit}; by name.
     */
    public Future<List<Found>> search(String text, int limit) {
        String literal = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return db.preparedQuery(SEARCH)
                .execute(Tuple.of(literal, text, limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Found(
                                new ConversationId(row.getLong("id")),
                                new CustomerId(row.getLong("customer")),
                                row.getString("name"),
                                row.getString("email"),
                                row.getString("headline")))
                        .toList());
    }

    private static Glimpse glimpse(Row row) {
        return new Glimpse(
                new ConversationId(row.getLong("live")),
                new CustomerId(row.getLong("customer")),
                row.getString("name"),
                Optional.ofNullable(row.getString("kind"))
                        .map(kind -> ConversationRows.entry(row))
                        .orElse(null));
    }
}
