package outfitter.models.delivery;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import outfitter.models.conversation.ConversationId;

/**
 * The {@code delivery} table: what channels said of the parts that they took. States only grow (sent, delivered, read), in
 * whatever order and however often the channel tells them; a failure counts only before a delivery.
 */
public final class Deliveries {
    /** What the table ranks by; a failure stands above 'sent' only. */
    private static final String RANK = """
            case %s when 'sent' then 1 when 'failed' then 2 when 'delivered' then 3 else 4 end
            """;

    private static final String TAKEN = """
            insert into delivery (channel, message, conversation, seq, piece, state, at) values ($1, $2, $3, $4, $5, 'sent', $6)
            on conflict (channel, message) do update
              set conversation = excluded.conversation, seq = excluded.seq, piece = excluded.piece
            """;
    private static final String TOLD = """
            insert into delivery as d (channel, message, state, at, reason, conversation, seq, piece)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            on conflict (channel, message) do update
              set state = excluded.state, at = excluded.at, reason = excluded.reason
              where %s > %s
            returning conversation, seq
            """.formatted(RANK.formatted("excluded.state"), RANK.formatted("d.state"));
    private static final String PIECES =
            "select piece from delivery where conversation = $1 and seq = $2 and piece is not null";
    private static final String FORGET = "delete from delivery where conversation is null and at < $1";
    private static final String STATES = """
            select distinct on (conversation, seq) conversation, seq, channel, state, reason, at from (
              select o.conversation, o.seq, split_part(o.address, ':', 1) as channel,
                     case when o.dead_at is not null then 'failed'
                          when exists (select from outbox e where e.address = o.address and e.id <= o.id
                                        and e.held_since is not null and e.dead_at is null) then 'held'
                          when o.attempts > 0 and o.reason is not null then 'retrying'
                          else 'waiting' end as state,
                     o.reason, coalesce(o.dead_at, o.held_since, o.posted_at) as at, 1 as prior
                from outbox o where o.conversation = any ($1) and ($2::bigint is null or o.seq = $2)
              union all
              select conversation, seq, channel, state, reason, at, 2 from (
                select distinct on (d.conversation, d.seq) d.* from delivery d
                 where d.conversation = any ($1) and ($2::bigint is null or d.seq = $2)
                 order by d.conversation, d.seq, d.state = 'failed' desc, %s) told) each
             order by conversation desc, seq desc, prior limit $3
            """.formatted(RANK.formatted("d.state"));

    private final SqlClient db;

    public Deliveries(SqlClient db) {
        this.db = db;
    }

    /** How far one reply has come; {@code reason} says why it did not, null when nothing is wrong. */
    public record Delivery(
            long conversation,
            long seq,
            String channel,
            DeliveryState state,
            @Nullable String reason,
            Instant at) {}

    /** A part's place: the reply's, and the part's number in it. */
    public record Part(ConversationId conversation, long seq, int piece) {}

    /** The channel took a part and calls it {@code message}. */
    public Future<Void> taken(String channel, String message, Part part, Instant at) {
        return db.preparedQuery(TAKEN)
                .execute(Tuple.of(
                        channel,
                        message,
                        part.conversation().value(),
                        part.seq(),
                        part.piece(),
                        at.atOffset(ZoneOffset.UTC)))
                .mapEmpty();
    }

    /**
     * The channel told how far a part has come.
     *
     * @param part where it belongs as the channel repeats it, null when it does not
     * @return the reply that this changed, without its part; empty when it was known before, or nobody knows the message
     */
    public Future<Optional<Part>> told(
            String channel,
            String message,
            DeliveryState state,
            Instant at,
            @Nullable String reason,
            @Nullable Part part) {
        return db.preparedQuery(TOLD)
                .execute(Tuple.of(channel, message)
                        .addString(state.code())
                        .addOffsetDateTime(at.atOffset(ZoneOffset.UTC))
                        .addString(reason)
                        .addValue(part == null ? null : part.conversation().value())
                        .addValue(part == null ? null : part.seq())
                        .addValue(part == null ? null : part.piece()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .filter(row -> row.getLong("conversation") != null)
                        .map(row -> new Part(new ConversationId(row.getLong("conversation")), row.getLong("seq"), 0))
                        .findFirst());
    }

    /** The parts of a reply that the channel is known to have. */
    public Future<Set<Integer>> pieces(ConversationId conversation, long seq) {
        return db.preparedQuery(PIECES)
                .execute(Tuple.of(conversation.value(), seq))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getInteger("piece"))
                        .collect(Collectors.toSet()));
    }

    /** How far every reply in these conversations has come that had to be brought, newest first. */
    public Future<List<Delivery>> of(Collection<ConversationId> conversations, int limit) {
        return read(conversations, null, limit);
    }

    /** How far one reply has come; empty when it never had to be brought. */
    public Future<Optional<Delivery>> of(ConversationId conversation, long seq) {
        return read(List.of(conversation), seq, 1).map(found -> found.stream().findFirst());
    }

    /** Forgets words on messages that turned out not to be ours. */
    public Future<Void> forgetStrays(Instant now, Duration age) {
        return db.preparedQuery(FORGET)
                .execute(Tuple.of(now.minus(age).atOffset(ZoneOffset.UTC)))
                .mapEmpty();
    }

    private Future<List<Delivery>> read(Collection<ConversationId> conversations, @Nullable Long seq, int limit) {
        Long[] ids = conversations.stream().map(ConversationId::value).toArray(Long[]::new);
        return db.preparedQuery(STATES)
                .execute(Tuple.tuple().addArrayOfLong(ids).addLong(seq).addInteger(limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Deliveries::delivery)
                        .toList());
    }

    private static Delivery delivery(Row row) {
        return new Delivery(
                row.getLong("conversation"),
                row.getLong("seq"),
                row.getString("channel"),
                DeliveryState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("reason"),
                row.getOffsetDateTime("at").toInstant());
    }
}
