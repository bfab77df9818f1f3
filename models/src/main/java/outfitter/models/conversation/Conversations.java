package outfitter.models.conversation;

import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import outfitter.models.customer.CustomerId;

/**
 * The {@code conversation}, {@code address} and {@code entry} tables, for reading, and for opening a conversation at a
 * new address. Entries are only ever appended by the journal.
 */
public final class Conversations {
    private static final String FIND = "select " + ConversationRows.COLUMNS + " from conversation where id = $1";
    private static final String BY_ADDRESS = "select " + ConversationRows.COLUMNS
            + " from conversation where id = (select conversation from address where source = $1)";
    private static final String LIVE_OF =
            "select " + ConversationRows.COLUMNS + " from conversation where customer = $1 and merged_into is null";
    private static final String OPEN = """
            with person as (insert into customer (created_at, locale) values ($2, $3) returning id),
            opened as (insert into conversation (customer, created_at) select id, $2 from person returning *),
            placed as (insert into address (source, conversation, created_at) select $1, id, $2 from opened)
            select id, customer, head, state::text as state, merged_into, linked from opened
            """;
    private static final String OPEN_FOR = """
            with opened as (insert into conversation (customer, created_at) values ($1, $2)
                            on conflict (customer) where merged_into is null do nothing returning *)
            select id, customer, head, state::text as state, merged_into, linked from opened
            """;
    private static final String ADD_ADDRESS = """
            insert into address (source, conversation, verified_by, verified_at, created_at)
            values ($1, $2, $3, case when $3::text is null then null else $4::timestamptz end, $4)
            on conflict (source) do nothing
            """;
    private static final String VERIFY =
            "update address set verified_by = $2, verified_at = $3 where source = $1 and verified_by is null";
    private static final String VERIFIED =
            "select source from address where conversation = $1 and verified_by is not null order by source";
    private static final String ENTRIES = "select " + ConversationRows.ENTRY
            + " from entry where conversation = $1 and seq > $2 order by seq limit $3";
    private static final String BEFORE = "select " + ConversationRows.ENTRY
            + " from entry where conversation = $1 and seq < $2 order by seq desc limit $3";
    /** The absorbed ones in the order of their merges, innermost first. */
    private static final String ABSORBED = """
            with recursive part(conversation, path) as (
              select absorbed, array[id] from merge where survivor = $1 and undone_at is null
              union all
              select m.absorbed, m.id || p.path from merge m join part p on m.survivor = p.conversation
               where m.undone_at is null)
            select conversation from part order by path
            """;

    private static final String LEFT_AT =
            "select coalesce(max(seq), 0) as seq from entry where conversation = $1 and kind in ('absorbed', 'unmerged')";
    private static final String OWED =
            "select conversation, answer_due from episode where answer_due is not null order by answer_due";

    private final SqlClient db;

    public Conversations(SqlClient db) {
        this.db = db;
    }

    public Future<Optional<Conversation>> find(ConversationId id) {
        return one(FIND, Tuple.of(id.value()));
    }

    /** The conversation that {@code source} leads to now. */
    public Future<Optional<Conversation>> byAddress(String source) {
        return one(BY_ADDRESS, Tuple.of(source));
    }

    /** The one live conversation of a customer. */
    public Future<Optional<Conversation>> liveOf(CustomerId customer) {
        return one(LIVE_OF, Tuple.of(customer.value()));
    }

    /** The conversation at {@code source}; a person whom nobody knows yet is welcomed with a new one. */
    public Future<Conversation> openAt(String source, String locale, Instant now) {
        return byAddress(source)
                .compose(found -> found.map(Future::succeededFuture).orElseGet(() -> openNew(source, locale, now)));
    }

    // Two first messages at once: the address' key lets one of them open it, the other finds it.
    private Future<Conversation> openNew(String source, String locale, Instant now) {
        return db.preparedQuery(OPEN)
                .execute(Tuple.of(source, now.atOffset(ZoneOffset.UTC), locale))
                .map(rows -> ConversationRows.read(rows.iterator().next()))
                .recover(failure ->
                        isTaken(failure) ? byAddress(source).map(Optional::orElseThrow) : Future.failedFuture(failure));
    }

    /** The live conversation of a known customer, opened if there is none yet. */
    public Future<Conversation> openFor(CustomerId customer, Instant now) {
        return one(OPEN_FOR, Tuple.of(customer.value(), now.atOffset(ZoneOffset.UTC)))
                .compose(opened -> opened.map(Future::succeededFuture)
                        .orElseGet(() -> liveOf(customer).map(Optional::orElseThrow)));
    }

    /** Adds an address; an address that exists stays where it leads. {@code verifiedBy} null for unproved. */
    public Future<Void> addAddress(
            String source, ConversationId conversation, @Nullable String verifiedBy, Instant now) {
        return db.preparedQuery(ADD_ADDRESS)
                .execute(Tuple.of(source, conversation.value(), verifiedBy, now.atOffset(ZoneOffset.UTC)))
                .mapEmpty();
    }

    /** Notes who vouches for an address; the first one stands. */
    public Future<Void> verify(String source, String by, Instant now) {
        return db.preparedQuery(VERIFY)
                .execute(Tuple.of(source, by, now.atOffset(ZoneOffset.UTC)))
                .mapEmpty();
    }

    /** The addresses that lead to a conversation and that somebody vouches for. */
    public Future<List<String>> verifiedAddresses(ConversationId conversation) {
        return db.preparedQuery(VERIFIED)
                .execute(Tuple.of(conversation.value()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString("source"))
                        .toList());
    }

    /** Entries of one conversation after {@code seq}, oldest first. */
    public Future<List<Entry>> entries(ConversationId id, long seq, int limit) {
        return db.preparedQuery(ENTRIES)
                .execute(Tuple.of(id.value(), seq, limit))
                .map(Conversations::entries);
    }

    /** Entries of one conversation before {@code seq}, oldest first. */
    public Future<List<Entry>> entriesBefore(ConversationId id, long seq, int limit) {
        return db.preparedQuery(BEFORE)
                .execute(Tuple.of(id.value(), seq, limit))
                .map(rows -> {
                    List<Entry> newestFirst = entries(rows);
                    Collections.reverse(newestFirst);
                    return newestFirst;
                });
    }

    /** The conversations that a person's stream runs through: absorbed ones in the order of merging, then the live one. */
    public Future<List<ConversationId>> lineage(Conversation live) {
        if (live.linked().isEmpty()) return Future.succeededFuture(List.of(live.id()));
        return db.preparedQuery(ABSORBED).execute(Tuple.of(live.id().value())).map(rows -> {
            List<ConversationId> parts = new ArrayList<>();
            rows.forEach(row -> parts.add(new ConversationId(row.getLong("conversation"))));
            parts.add(live.id());
            return parts;
        });
    }

    /**
     * The next entries of a person's stream after {@code position} (null: from the beginning), oldest first and at most
     * {@code limit}; fewer means that the stream's present end is reached. A position in a conversation that the stream
     * no longer runs through (its merge was undone) goes on where the merge or its undo left the live one.
     */
    public Future<List<Entry>> stream(Conversation live, @Nullable Position position, int limit) {
        return lineage(live).compose(parts -> {
            int at = position == null ? 0 : parts.indexOf(position.conversation());
            if (at < 0) {
                return db.preparedQuery(LEFT_AT)
                        .execute(Tuple.of(live.id().value()))
                        .compose(rows ->
                                entries(live.id(), rows.iterator().next().getLong("seq"), limit));
            }
            return collect(parts, at, position == null ? 0 : position.seq(), limit, new ArrayList<>());
        });
    }

    private Future<List<Entry>> collect(
            List<ConversationId> parts, int at, long after, int limit, List<Entry> collected) {
        return entries(parts.get(at), after, limit - collected.size()).compose(more -> {
            collected.addAll(more);
            boolean full = collected.size() >= limit;
            return full || at + 1 == parts.size()
                    ? Future.succeededFuture(collected)
                    : collect(parts, at + 1, 0, limit, collected);
        });
    }

    /** Conversations in which the bot owes an answer, with when. For the start after a stop. */
    public Future<List<Owed>> owed() {
        return db.preparedQuery(OWED).execute().map(rows -> {
            List<Owed> owed = new ArrayList<>();
            rows.forEach(row -> owed.add(new Owed(
                    new ConversationId(row.getLong("conversation")),
                    row.getOffsetDateTime("answer_due").toInstant())));
            return owed;
        });
    }

    /** The bot owes an answer here, by then. */
    public record Owed(ConversationId conversation, Instant due) {}

    private Future<Optional<Conversation>> one(String sql, Tuple parameters) {
        return db.preparedQuery(sql)
                .execute(parameters)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(ConversationRows::read));
    }

    private static List<Entry> entries(RowSet<Row> rows) {
        List<Entry> entries = new ArrayList<>();
        rows.forEach(row -> entries.add(ConversationRows.entry(row)));
        return entries;
    }

    private static boolean isTaken(Throwable failure) {
        return failure instanceof PgException pg && "23505".equals(pg.getSqlState());
    }
}
