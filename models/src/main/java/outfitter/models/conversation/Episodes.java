package outfitter.models.conversation;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The {@code episode} table, for reading: who has what, and how long people took. Rows are only ever written by the
 * journal, with the turn that makes the step.
 */
public final class Episodes {
    private static final String HELD = "select " + ConversationRows.COLUMNS
            + " from conversation where merged_into is null and id in"
            + " (select conversation from episode where state in ('waiting', 'claimed')) order by id";
    private static final String CLAIMED = """
            select e.conversation, e.number, e.claimed_by from episode e join conversation c on c.id = e.conversation
             where e.state = 'claimed' and c.merged_into is null order by e.claimed_at
            """;
    private static final String OF = """
            select conversation, number, state, outcome, headline, opened_at, ended_at from episode
             where conversation = any ($1) order by opened_at desc limit $2
            """;
    private static final String HANDLED = """
            select extract(epoch from ended_at - claimed_at)::bigint as seconds from episode
             where state = 'ended' and outcome = 'solved-by-person' and claimed_at is not null
             order by ended_at desc limit $1
            """;

    private final SqlClient db;

    public Episodes(SqlClient db) {
        this.db = db;
    }

    /** Live conversations whose episode waits for a person or has one. */
    public Future<List<Conversation>> held() {
        return list(HELD, Tuple.tuple(), ConversationRows::read);
    }

    /** Episodes that a person has, the longest held first. */
    public Future<List<Claim>> claimed() {
        return list(
                CLAIMED,
                Tuple.tuple(),
                row -> new Claim(
                        new ConversationId(row.getLong("conversation")),
                        row.getInteger("number"),
                        row.getLong("claimed_by")));
    }

    /** The newest {@code limit} episodes of {@code conversations}, newest first. */
    public Future<List<Summary>> of(List<ConversationId> conversations, int limit) {
        Long[] ids = conversations.stream().map(ConversationId::value).toArray(Long[]::new);
        return list(OF, Tuple.tuple().addArrayOfLong(ids).addInteger(limit), Episodes::summary);
    }

    /** How long the newest {@code limit} matters that a person solved were in that person's hands, newest first. */
    public Future<List<Duration>> handlingTimes(int limit) {
        return list(HANDLED, Tuple.of(limit), row -> Duration.ofSeconds(row.getLong("seconds")));
    }

    /** An episode in a person's hands. */
    public record Claim(ConversationId conversation, int episode, long account) {}

    /** One episode as a list of earlier matters shows it. */
    public record Summary(
            ConversationId conversation,
            int number,
            Holder holder,
            @Nullable Outcome outcome,
            @Nullable String headline,
            Instant openedAt,
            @Nullable Instant endedAt) {}

    private static Summary summary(Row row) {
        return new Summary(
                new ConversationId(row.getLong("conversation")),
                row.getInteger("number"),
                Holder.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getString("outcome"))
                        .map(code ->
                                Outcome.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_')))
                        .orElse(null),
                row.getString("headline"),
                row.getOffsetDateTime("opened_at").toInstant(),
                Optional.ofNullable(row.getOffsetDateTime("ended_at"))
                        .map(OffsetDateTime::toInstant)
                        .orElse(null));
    }

    private <T> Future<List<T>> list(String sql, Tuple parameters, Function<Row, T> mapping) {
        return db.preparedQuery(sql)
                .execute(parameters)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(mapping)
                        .toList());
    }
}
