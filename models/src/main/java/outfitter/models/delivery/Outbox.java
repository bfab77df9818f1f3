package outfitter.models.delivery;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import outfitter.models.conversation.ConversationId;

/**
 * The {@code outbox} table: what still has to be brought to a channel. Rows come in by the turn that says something and by
 * nothing else. Of each address only the oldest row can be claimed, by one node at a time, until its lease ends; so replies
 * arrive in order, and one whose bringer died is brought by another.
 */
public final class Outbox {
    private static final String CLAIM = """
            with due as (
              select o.id from outbox o
               where o.dead_at is null and o.held_since is null and o.next_at <= $1
                 and (o.leased_until is null or o.leased_until <= $1)
                 and split_part(o.address, ':', 1) = any ($3)
                 and not exists (select from outbox earlier
                      where earlier.address = o.address and earlier.dead_at is null and earlier.id < o.id)
               order by o.next_at limit $4
               for update of o skip locked),
            taken as (
              update outbox o set attempts = o.attempts + 1, leased_until = $2 from due where o.id = due.id
              returning o.*)
            select t.id, t.conversation, t.seq, t.address, t.attempts, t.pieces, t.posted_at, t.invited_at, t.leased_until,
                   h.state -> 'heard' ->> t.address as heard_at,
                   coalesce(h.id = c.id or (c.merged_into is not null and h.id = any (c.linked)), false) as leads
              from taken t join conversation c on c.id = t.conversation
              left join address a on a.source = t.address
              left join conversation h on h.id = a.conversation
            """;
    private static final String PROGRESS = """
            update outbox set pieces = $3, attempts = 1, leased_until = $4 where id = $1 and leased_until = $2
            """;
    private static final String DONE = "delete from outbox where id = $1";
    private static final String PUT_OFF = """
            update outbox set leased_until = null, next_at = $3, reason = $4, attempts = attempts - $5
             where id = $1 and leased_until = $2
            """;
    private static final String HOLD = """
            update outbox set leased_until = null, held_since = $3, reason = $4, invited_at = coalesce($5, invited_at),
                   attempts = 0
             where id = $1 and leased_until = $2
            """;
    private static final String BURY = """
            update outbox set leased_until = null, dead_at = $3, reason = $4 where id = $1 and leased_until = $2
            """;
    private static final String RELEASE =
            "update outbox set held_since = null, next_at = $2 where address = $1 and held_since is not null";
    private static final String RELEASE_ALL =
            "update outbox set held_since = null, next_at = $1 where held_since is not null and dead_at is null";
    private static final String TAKE_OVER =
            "update outbox set leased_until = null, next_at = $1 where leased_until is not null and dead_at is null";
    private static final String NEXT = """
            select min(greatest(o.next_at, coalesce(o.leased_until, o.next_at))) as at from outbox o
             where o.dead_at is null and o.held_since is null and split_part(o.address, ':', 1) = any ($1)
               and not exists (select from outbox earlier
                    where earlier.address = o.address and earlier.dead_at is null and earlier.id < o.id)
            """;
    private static final String FIGURES = """
            select count(*) filter (where dead_at is null and held_since is null) as waiting,
                   count(*) filter (where dead_at is null and held_since is not null) as held,
                   count(*) filter (where dead_at is not null) as dead,
                   min(posted_at) filter (where dead_at is null and held_since is null) as oldest
              from outbox
            """;

    private final SqlClient db;

    public Outbox(SqlClient db) {
        this.db = db;
    }

    /** What may be brought now, each the first of its address, claimed until {@code lease}. */
    public Future<List<Parcel>> claim(Instant now, Instant lease, Collection<String> channels, int limit) {
        return db.preparedQuery(CLAIM)
                .execute(Tuple.of(time(now), time(lease), channels.toArray(String[]::new), limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Outbox::parcel)
                        .toList());
    }

    /** Notes that {@code pieces} parts have been taken, and goes on until {@code lease}; empty when the claim was lost. */
    public Future<Optional<Parcel>> progress(Parcel parcel, int pieces, Instant lease) {
        Parcel further = new Parcel(
                parcel.id(),
                parcel.conversation(),
                parcel.seq(),
                parcel.address(),
                1,
                pieces,
                parcel.postedAt(),
                parcel.leads(),
                parcel.heardAt(),
                parcel.invitedAt(),
                lease);
        return db.preparedQuery(PROGRESS)
                .execute(Tuple.of(parcel.id(), time(parcel.lease()), pieces, time(lease)))
                .map(rows -> rows.rowCount() == 1 ? Optional.of(further) : Optional.empty());
    }

    /** It has been brought. */
    public Future<Void> done(Parcel parcel) {
        return db.preparedQuery(DONE).execute(Tuple.of(parcel.id())).mapEmpty();
    }

    /** Tries again at {@code at}; {@code blameless} tries are not counted. */
    public Future<Void> putOff(Parcel parcel, Instant at, String reason, boolean blameless) {
        return db.preparedQuery(PUT_OFF)
                .execute(Tuple.of(parcel.id(), time(parcel.lease()), time(at), reason, blameless ? 1 : 0))
                .mapEmpty();
    }

    /** Keeps it, and all that follows at its address, until the customer writes. {@code invited} null for no template. */
    public Future<Void> hold(Parcel parcel, Instant now, String reason, @Nullable Instant invited) {
        return db.preparedQuery(HOLD)
                .execute(Tuple.of(
                        parcel.id(), time(parcel.lease()), time(now), reason, invited == null ? null : time(invited)))
                .mapEmpty();
    }

    /** Gives it up and keeps it with the reason; false when the claim was lost. */
    public Future<Boolean> bury(Parcel parcel, Instant now, String reason) {
        return db.preparedQuery(BURY)
                .execute(Tuple.of(parcel.id(), time(parcel.lease()), time(now), reason))
                .map(rows -> rows.rowCount() == 1);
    }

    /** The customer wrote from there: what was held may be brought. */
    public Future<Boolean> release(String address, Instant now) {
        return db.preparedQuery(RELEASE).execute(Tuple.of(address, time(now))).map(rows -> rows.rowCount() > 0);
    }

    /** Looks at everything held once more, after a start. */
    public Future<Void> releaseAll(Instant now) {
        return db.preparedQuery(RELEASE_ALL).execute(Tuple.of(time(now))).mapEmpty();
    }

    /** Ends every claim, for a server that knows to be the only one: whoever claimed was stopped. */
    public Future<Void> takeOver(Instant now) {
        return db.preparedQuery(TAKE_OVER).execute(Tuple.of(time(now))).mapEmpty();
    }

    /** When something may next be brought by these channels; empty when nothing waits. */
    public Future<Optional<Instant>> nextDue(Collection<String> channels) {
        return db.preparedQuery(NEXT)
                .execute(Tuple.tuple().addArrayOfString(channels.toArray(String[]::new)))
                .map(rows -> Optional.ofNullable(rows.iterator().next().getOffsetDateTime("at"))
                        .map(OffsetDateTime::toInstant));
    }

    /**
     * How much there is.
     *
     * @param waiting to be brought, those whose turn it is not yet included
     * @param held until the customer writes again
     * @param dead given up
     * @param oldest when the oldest that waits was said; null when nothing waits
     */
    public record Figures(
            long waiting, long held, long dead, @Nullable Instant oldest) {
        public static final Figures NONE = new Figures(0, 0, 0, null);
    }

    public Future<Figures> figures() {
        return db.preparedQuery(FIGURES).execute().map(rows -> {
            Row row = rows.iterator().next();
            return new Figures(
                    row.getLong("waiting"), row.getLong("held"), row.getLong("dead"), instant(row, "oldest"));
        });
    }

    private static Parcel parcel(Row row) {
        String heard = row.getString("heard_at");
        return new Parcel(
                row.getLong("id"),
                new ConversationId(row.getLong("conversation")),
                row.getLong("seq"),
                row.getString("address"),
                row.getInteger("attempts"),
                row.getInteger("pieces"),
                row.getOffsetDateTime("posted_at").toInstant(),
                row.getBoolean("leads"),
                heard == null ? null : Instant.parse(heard),
                instant(row, "invited_at"),
                row.getOffsetDateTime("leased_until").toInstant());
    }

    private static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime at = row.getOffsetDateTime(column);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
