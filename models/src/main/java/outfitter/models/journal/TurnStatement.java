package outfitter.models.journal;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import outfitter.models.conversation.ConversationId;
import outfitter.models.conversation.ConversationState;
import outfitter.models.conversation.EntryCodec;
import outfitter.models.conversation.EntryKind;
import outfitter.models.conversation.Episode;
import outfitter.models.json.Json;

/**
 * The one statement that appends turns: a batch, at most one turn a conversation. A turn is taken only if the
 * conversation's head is still what the decision read, its cause is unknown there and in every conversation ever merged
 * with it, and its address still leads there. Rows that another node holds are skipped, so batches never wait for each
 * other. The first row counts the turns taken; each further one is a refusal with the newest head, state and route.
 */
final class TurnStatement {
    // Whether the address still leads here is asked as a value: as an 'exists' it becomes a hash of the whole table.
    private static final String TAKEN = """
            with turn as materialized (
              select * from unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::bool[])
                as t(conversation, head, entries, state, source, key, routed)),
            taken as materialized (
              select t.* from turn t join conversation c on c.id = t.conversation
               where c.head = t.head and c.merged_into is null
                 and not exists (select from entry e
                      where e.conversation = t.conversation and e.source = t.source and e.key = t.key)
                 and (c.linked is null or not exists (
                       select from unnest(c.linked) l(id)
                         join entry e on e.conversation = l.id and e.source = t.source and e.key = t.key))
                 and (not t.routed
                       or t.conversation = (select a.conversation from address a where a.source = t.source))
                 for no key update of c skip locked),
            moved as (
              update conversation c set head = t.head + t.entries, state = t.state::json
                from taken t where c.id = t.conversation),
            written as (
              insert into entry (conversation, seq, at, kind, version, source, key, body)
              select e.conversation, e.seq, e.at, e.kind, e.version, e.source, e.key, e.body::jsonb
                from unnest($8::bigint[], $9::bigint[], $10::timestamptz[], $11::text[], $12::int[], $13::text[], $14::text[],
                            $15::text[])
                  as e(conversation, seq, at, kind, version, source, key, body)
               where (e.conversation in (select conversation from taken)) is true)
            """;

    private static final String STEPPED = """
            , stepped as (
              insert into episode (conversation, number, state, outcome, reason, headline, opened_at, handed_off_at,
                                   waiting_since, virtual_arrival, claimed_by, claimed_at, first_human_word_at,
                                   ended_at, answer_due)
              select p.* from unnest($16::bigint[], $17::int[], $18::text[], $19::text[], $20::text[], $21::text[],
                            $22::timestamptz[], $23::timestamptz[], $24::timestamptz[], $25::timestamptz[], $26::bigint[],
                            $27::timestamptz[], $28::timestamptz[], $29::timestamptz[], $30::timestamptz[])
                  as p(conversation, number, state, outcome, reason, headline, opened_at, handed_off_at, waiting_since,
                       virtual_arrival, claimed_by, claimed_at, first_human_word_at, ended_at, answer_due)
               where (p.conversation in (select conversation from taken)) is true
              on conflict (conversation, number) do update
                set state = excluded.state, outcome = excluded.outcome, reason = excluded.reason,
                    headline = excluded.headline, handed_off_at = excluded.handed_off_at,
                    waiting_since = excluded.waiting_since, virtual_arrival = excluded.virtual_arrival,
                    claimed_by = excluded.claimed_by, claimed_at = excluded.claimed_at,
                    first_human_word_at = excluded.first_human_word_at, ended_at = excluded.ended_at,
                    answer_due = excluded.answer_due)
            """;

    private static final String POSTED = """
            , posted as (
              insert into outbox (conversation, seq, address, posted_at, next_at)
              select o.conversation, o.seq, o.address, o.at, o.at
                from unnest($31::bigint[], $32::bigint[], $33::text[], $34::timestamptz[]) as o(conversation, seq, address, at)
               where (o.conversation in (select conversation from taken)) is true)
            """;

    private static final String ANSWER = """
            select null::bigint as conversation, count(*) as head, null::text as state, null::bigint as known_in,
                   null::bigint as known, null::bigint as route, null::bigint as merged_into
              from taken
            union all
            select t.conversation, c.head, c.state::text, k.conversation, k.seq,
                   (select a.conversation from address a where t.routed and a.source = t.source), c.merged_into
              from turn t left join conversation c on c.id = t.conversation
              left join lateral (
                select e.conversation, e.seq from entry e
                 where e.source = t.source and e.key = t.key
                   and e.conversation = any (coalesce(c.linked, array[t.conversation]) || t.conversation)
                 limit 1) k on true
             where (t.conversation in (select conversation from taken)) is not true
            """;

    // Every table that a statement may write to costs at its start, also when there is nothing for it: most batches
    // leave
    // the episodes as they are, and bring nothing anywhere.
    private static final String PLAIN = TAKEN + ANSWER;

    private static final String STEPPING = TAKEN + STEPPED + ANSWER;
    private static final String POSTING = TAKEN + STEPPED + POSTED + ANSWER;

    private TurnStatement() {}

    /** A statement and its parameters. */
    record Prepared(String sql, Tuple parameters) {}

    /** Every statement that there is, with nothing to append. */
    static List<Prepared> idle() {
        return List.of(
                new Prepared(PLAIN, parameters(List.of(), false, false)),
                new Prepared(STEPPING, parameters(List.of(), true, false)),
                new Prepared(POSTING, parameters(List.of(), true, true)));
    }

    /** The statement that appends {@code turns}, to be executed with their {@link #parameters}. */
    static String of(List<Turn> turns) {
        if (posts(turns)) return POSTING;
        return steps(turns) ? STEPPING : PLAIN;
    }

    /**
     * The same for a transaction that already holds the rows' locks and closes or reopens a conversation: neither a lock
     * nor {@code merged_into} may refuse it.
     */
    static String withoutReferee(List<Turn> turns) {
        return of(turns).replace(" and c.merged_into is null", "").replace(" skip locked", "");
    }

    private static boolean posts(List<Turn> turns) {
        return turns.stream().anyMatch(turn -> !turn.deliveries().isEmpty());
    }

    private static boolean steps(List<Turn> turns) {
        return turns.stream().anyMatch(Turn::steps);
    }

    /** The statement's parameters for {@code turns}. */
    static Tuple parameters(List<Turn> turns) {
        return parameters(turns, steps(turns) || posts(turns), posts(turns));
    }

    private static Tuple parameters(List<Turn> turns, boolean steps, boolean posts) {
        Tuple tuple = Tuple.tuple();
        longs(tuple, turns, turn -> turn.conversation().value());
        longs(tuple, turns, Turn::head);
        longs(tuple, turns, turn -> (long) turn.entries().size());
        texts(tuple, turns, turn -> Json.write(turn.after().state()));
        texts(tuple, turns, turn -> turn.cause().source());
        texts(tuple, turns, turn -> turn.cause().key());
        tuple.addArrayOfBoolean(
                turns.stream().map(turn -> turn.cause().routed()).toArray(Boolean[]::new));
        addEntries(tuple, turns);
        if (steps) addEpisodes(tuple, turns.stream().filter(Turn::steps).toList());
        if (posts) addPosts(tuple, turns);
        return tuple;
    }

    private record Line(Turn turn, int index) {}

    private static void addEntries(Tuple tuple, List<Turn> turns) {
        List<Line> lines = new ArrayList<>();
        for (Turn turn : turns) {
            for (int i = 0; i < turn.entries().size(); i++) lines.add(new Line(turn, i));
        }
        longs(tuple, lines, line -> line.turn().conversation().value());
        longs(tuple, lines, line -> line.turn().entries().get(line.index()).seq());
        instants(tuple, lines, line -> line.turn().at());
        texts(tuple, lines, line -> kind(line).code());
        tuple.addArrayOfInteger(lines.stream().map(line -> kind(line).version()).toArray(Integer[]::new));
        texts(tuple, lines, line -> line.index() == 0 ? line.turn().cause().source() : null);
        texts(tuple, lines, line -> line.index() == 0 ? line.turn().cause().key() : null);
        texts(
                tuple,
                lines,
                line -> EntryCodec.write(line.turn().entries().get(line.index()).body()));
    }

    private static EntryKind kind(Line line) {
        return EntryKind.of(line.turn().entries().get(line.index()).body());
    }

    private record Post(Turn turn, Turn.Delivery delivery) {}

    private static void addPosts(Tuple tuple, List<Turn> turns) {
        List<Post> posts = turns.stream()
                .flatMap(turn -> turn.deliveries().stream().map(delivery -> new Post(turn, delivery)))
                .toList();
        longs(tuple, posts, post -> post.turn().conversation().value());
        longs(tuple, posts, post -> post.delivery().seq());
        texts(tuple, posts, post -> post.delivery().address());
        instants(tuple, posts, post -> post.turn().at());
    }

    private static void addEpisodes(Tuple tuple, List<Turn> turns) {
        longs(tuple, turns, turn -> turn.conversation().value());
        tuple.addArrayOfInteger(
                turns.stream().map(turn -> episode(turn).number()).toArray(Integer[]::new));
        texts(tuple, turns, turn -> episode(turn).holder().code());
        texts(tuple, turns, turn -> {
            var outcome = episode(turn).outcome();
            return outcome == null ? null : outcome.code();
        });
        texts(tuple, turns, turn -> episode(turn).reason());
        texts(tuple, turns, turn -> episode(turn).headline());
        instants(tuple, turns, turn -> episode(turn).openedAt());
        instants(tuple, turns, turn -> episode(turn).handedOffAt());
        instants(tuple, turns, turn -> episode(turn).waitingSince());
        instants(tuple, turns, turn -> episode(turn).virtualArrival());
        tuple.addArrayOfLong(
                turns.stream().map(turn -> episode(turn).claimedBy()).toArray(Long[]::new));
        instants(tuple, turns, turn -> episode(turn).claimedAt());
        instants(tuple, turns, turn -> episode(turn).firstHumanWordAt());
        instants(tuple, turns, turn -> episode(turn).endedAt());
        instants(tuple, turns, turn -> turn.after().state().answerDue());
    }

    private static Episode episode(Turn turn) {
        Episode episode = turn.episode();
        if (episode == null) throw new IllegalStateException("filtered before");
        return episode;
    }

    /**
     * Each turn's outcome, in the order of {@code turns}; empty when the answer does not add up to the batch, which means
     * that nothing is known.
     */
    static List<Outcome> outcomes(List<Turn> turns, RowSet<Row> rows) {
        Map<Long, Outcome> refused = new HashMap<>();
        long taken = 0;
        for (Row row : rows) {
            Long conversation = row.getLong("conversation");
            if (conversation == null) taken = row.getLong("head");
            else refused.put(conversation, refusal(row));
        }
        if (taken + refused.size() != turns.size()) return List.of();
        return turns.stream()
                .map(turn -> refused.getOrDefault(turn.conversation().value(), new Outcome.Stored()))
                .toList();
    }

    private static Outcome refusal(Row row) {
        Long known = row.getLong("known");
        if (known != null) return new Outcome.Duplicate(new ConversationId(row.getLong("known_in")), known);
        Long head = row.getLong("head");
        if (head == null) return new Outcome.Gone();
        return new Outcome.Conflict(
                head,
                Json.read(row.getString("state"), ConversationState.class),
                id(row.getLong("route")),
                id(row.getLong("merged_into")));
    }

    private static @Nullable ConversationId id(@Nullable Long value) {
        return value == null ? null : new ConversationId(value);
    }

    private static <T> void longs(Tuple tuple, List<T> items, Function<T, Long> value) {
        tuple.addArrayOfLong(items.stream().map(value).toArray(Long[]::new));
    }

    private static <T> void texts(Tuple tuple, List<T> items, Function<T, @Nullable String> value) {
        tuple.addArrayOfString(items.stream().map(value).toArray(String[]::new));
    }

    private static <T> void instants(Tuple tuple, List<T> items, Function<T, @Nullable Instant> value) {
        tuple.addArrayOfOffsetDateTime(items.stream()
                .map(item -> {
                    Instant at = value.apply(item);
                    return at == null ? null : at.atOffset(ZoneOffset.UTC);
                })
                .toArray(OffsetDateTime[]::new));
    }
}
