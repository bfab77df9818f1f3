package outfitter.models.journal;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import outfitter.models.conversation.Conversation;
import outfitter.models.conversation.ConversationId;
import outfitter.models.conversation.ConversationRows;
import outfitter.models.conversation.EntryBody;

/**
 * Joins the conversations of what proved to be one person, and takes them apart again. Nothing is renumbered: the
 * absorbed conversation is closed by an entry and its addresses lead to the survivor; an undo appends to both and leads
 * the same addresses back. Each is one transaction; one at a time, because a merge touches every conversation ever
 * merged with either and two could otherwise wait for each other. Turns under way see a moved head and decide again.
 */
public final class Merges {
    private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(hashtext('outfitter merge'))";
    private static final String LOCK = "select " + ConversationRows.COLUMNS
            + " from conversation where id in ($1, $2) order by id for no key update";
    private static final String RECORD = """
            insert into merge (survivor, absorbed, addresses, cause, at) values ($1, $2, '{}', $3, $4) returning id
            """;
    private static final String REPOINT =
            "update address set conversation = $2 where conversation = $1 returning source";
    private static final String NOTE_ADDRESSES = "update merge set addresses = $2 where id = $1";
    private static final String CLOSE = "update conversation set merged_into = $2 where id = $1";
    private static final String LINK = "update conversation set linked = $1 where id = any ($1)";
    private static final String UNDO = """
            update merge set undone_at = $2 where id = $1 and undone_at is null
            returning survivor, absorbed, addresses
            """;
    private static final String POINT_BACK =
            "update address set conversation = $2 where source = any ($1) and conversation = $3";
    private static final String REOPEN = "update conversation set merged_into = null where id = $1";

    private final Pool db;
    private final Timeline timeline;
    private final Clock clock;

    public Merges(Pool db, Timeline timeline, Clock clock) {
        this.db = db;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** A merge that was made. */
    public record Merge(long id, Conversation survivor) {}

    /**
     * Lets {@code survivor} absorb {@code absorbed}. Empty when there is nothing to merge: they are one already, or one
     * of them was absorbed meanwhile.
     */
    public Future<Optional<Merge>> merge(ConversationId survivor, ConversationId absorbed, String cause) {
        if (survivor.equals(absorbed)) return Future.succeededFuture(Optional.empty());
        return db.withTransaction(tx -> lock(tx, survivor, absorbed).compose(both -> {
                    Conversation into = both.get(survivor);
                    Conversation from = both.get(absorbed);
                    if (into == null || from == null || into.mergedInto() != null || from.mergedInto() != null) {
                        return Future.succeededFuture(List.<Appending>of());
                    }
                    return absorb(tx, into, from, cause);
                }))
                .map(this::tell)
                .map(done -> done.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Merge(mergeId(done), done.get(0).after())));
    }

    /** Takes a merge apart again; false when it was undone before, or its survivor has been absorbed since. */
    public Future<Boolean> undo(long merge) {
        Instant at = now();
        return db.withTransaction(tx -> tx.preparedQuery(UNDO)
                        .execute(Tuple.of(merge, at.atOffset(ZoneOffset.UTC)))
                        .compose(rows -> rows.size() == 0
                                ? Future.succeededFuture(List.<Appending>of())
                                : separate(tx, merge, rows.iterator().next(), at)))
                .recover(failure -> failure instanceof SurvivorAbsorbed
                        ? Future.succeededFuture(List.of())
                        : Future.failedFuture(failure))
                .map(this::tell)
                .map(done -> !done.isEmpty());
    }

    /** Rolls the undo back: taking the inner merge apart first would tear the outer one. */
    private static final class SurvivorAbsorbed extends RuntimeException {
        SurvivorAbsorbed() {
            super("the survivor was absorbed since", null, false, false);
        }
    }

    private Future<List<Appending>> absorb(SqlConnection tx, Conversation into, Conversation from, String cause) {
        Instant at = now();
        Set<ConversationId> group = new LinkedHashSet<>(into.linked());
        group.addAll(from.linked());
        group.add(into.id());
        group.add(from.id());
        Long[] linked = group.stream().map(ConversationId::value).toArray(Long[]::new);
        return tx.preparedQuery(RECORD)
                .execute(Tuple.of(into.id().value(), from.id().value(), cause, at.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.iterator().next().getLong("id"))
                .compose(merge -> repoint(tx, merge, from, into)
                        .compose(done -> tx.preparedQuery(CLOSE)
                                .execute(Tuple.of(from.id().value(), into.id().value())))
                        .compose(done ->
                                tx.preparedQuery(LINK).execute(Tuple.tuple().addArrayOfLong(linked)))
                        .compose(done -> {
                            MergePlan plan = MergePlan.of(linked(into, group), linked(from, group), merge, cause);
                            Appending survivor =
                                    Appending.of(linked(into, group), "merge:" + merge, at, plan.forSurvivor());
                            Appending closed =
                                    Appending.of(linked(from, group), "merge:" + merge, at, plan.forAbsorbed());
                            return survivor.write(tx)
                                    .compose(written -> closed.write(tx))
                                    .map(written -> List.of(survivor, closed.absorbedBy(into.id())));
                        }));
    }

    private static Future<Void> repoint(SqlConnection tx, long merge, Conversation from, Conversation into) {
        return tx.preparedQuery(REPOINT)
                .execute(Tuple.of(from.id().value(), into.id().value()))
                .compose(rows -> {
                    String[] sources = StreamSupport.stream(rows.spliterator(), false)
                            .map(row -> row.getString("source"))
                            .toArray(String[]::new);
                    return tx.preparedQuery(NOTE_ADDRESSES)
                            .execute(Tuple.tuple().addLong(merge).addArrayOfString(sources));
                })
                .mapEmpty();
    }

    private Future<List<Appending>> separate(SqlConnection tx, long merge, Row row, Instant at) {
        ConversationId survivor = new ConversationId(row.getLong("survivor"));
        ConversationId absorbed = new ConversationId(row.getLong("absorbed"));
        return lock(tx, survivor, absorbed).compose(both -> {
            Conversation into = both.get(survivor);
            Conversation from = both.get(absorbed);
            if (into == null || from == null || into.mergedInto() != null) {
                return Future.failedFuture(new SurvivorAbsorbed());
            }
            String[] theirs = row.getArrayOfStrings("addresses");
            Appending left = Appending.of(
                    into,
                    "unmerge:" + merge,
                    at,
                    List.of(new EntryBody.Unmerged(absorbed.value(), merge, List.of(theirs))));
            Appending freed = Appending.of(
                    from.live(),
                    "unmerge:" + merge,
                    at,
                    List.of(new EntryBody.Unmerged(survivor.value(), merge, List.of())));
            return tx.preparedQuery(POINT_BACK)
                    .execute(Tuple.tuple()
                            .addArrayOfString(theirs)
                            .addLong(absorbed.value())
                            .addLong(survivor.value()))
                    .compose(done -> tx.preparedQuery(REOPEN).execute(Tuple.of(absorbed.value())))
                    .compose(done -> left.write(tx))
                    .compose(done -> freed.write(tx))
                    .map(done -> List.of(left, freed));
        });
    }

    private static Future<Map<ConversationId, Conversation>> lock(
            SqlConnection tx, ConversationId one, ConversationId other) {
        return tx.query(ONE_AT_A_TIME)
                .execute()
                .compose(alone -> tx.preparedQuery(LOCK).execute(Tuple.of(one.value(), other.value())))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(ConversationRows::read)
                        .collect(Collectors.toMap(Conversation::id, conversation -> conversation)));
    }

    private List<Appending> tell(List<Appending> done) {
        done.forEach(appending -> timeline.changedElsewhere(appending.after(), appending.entries()));
        return done;
    }

    private static long mergeId(List<Appending> done) {
        return done.get(0).entries().stream()
                .map(entry -> entry.body())
                .filter(EntryBody.Merged.class::isInstance)
                .map(body -> ((EntryBody.Merged) body).merge())
                .findFirst()
                .orElseThrow();
    }

    private static Conversation linked(Conversation of, Set<ConversationId> group) {
        return new Conversation(of.id(), of.customer(), of.head(), of.state(), of.mergedInto(), List.copyOf(group));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
