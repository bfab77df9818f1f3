package outfitter.models.media;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The {@code media} table. A file is named before its message is committed, so that the entry can tell where it will be, and
 * fetched afterwards; whoever claims it has it until its next instant.
 */
public final class MediaFiles {
    private static final String EXPECT = """
            insert into media (id, channel, reference, type, name, next_at, created_at) values ($1, $2, $3, $4, $5, $6, $6)
            on conflict (id) do nothing
            """;
    private static final String CLAIM = """
            update media m set attempts = m.attempts + 1, next_at = $2
              from (select id from media where state = 'due' and next_at <= $1 and channel = any ($3)
                     order by next_at limit $4 for update skip locked) due
             where m.id = due.id
            returning m.id, m.channel, m.reference, m.attempts
            """;
    private static final String KEEP =
            "update media set state = 'kept', bytes = $2, type = $3 where id = $1 and state = 'due'";
    private static final String GONE = "update media set state = 'gone', reason = $2 where id = $1 and state = 'due'";
    private static final String PUT_OFF = "update media set next_at = $2 where id = $1 and state = 'due'";
    private static final String NEXT =
            "select min(next_at) as at from media where state = 'due' and channel = any ($1)";
    private static final String FIND = "select state, type, name, bytes, reason from media where id = $1";

    private final SqlClient db;

    public MediaFiles(SqlClient db) {
        this.db = db;
    }

    /** A file to be fetched. */
    public record Due(UUID id, String channel, String reference, int attempts) {}

    /**
     * A file as it is now.
     *
     * @param state 'due', 'kept' or 'gone'
     * @param bytes null unless kept
     */
    public record File(
            String state,
            @Nullable String type,
            @Nullable String name,
            @Nullable Buffer bytes,
            @Nullable String reason) {}

    /** Names a file that will be fetched; the same reference of the same channel is the same file. */
    public Future<UUID> expect(
            String channel, String reference, @Nullable String type, @Nullable String name, Instant now) {
        UUID id = UUID.nameUUIDFromBytes((channel + ":" + reference).getBytes(StandardCharsets.UTF_8));
        return db.preparedQuery(EXPECT)
                .execute(Tuple.of(id, channel, reference, type, name, time(now)))
                .map(id);
    }

    /** What is to be fetched now; nobody else gets it before {@code until}. */
    public Future<List<Due>> claim(Instant now, Instant until, Collection<String> channels, int limit) {
        return db.preparedQuery(CLAIM)
                .execute(Tuple.of(time(now), time(until), channels.toArray(String[]::new), limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Due(
                                row.getUUID("id"),
                                row.getString("channel"),
                                row.getString("reference"),
                                row.getInteger("attempts")))
                        .toList());
    }

    public Future<Void> keep(UUID id, Buffer bytes, String type) {
        return db.preparedQuery(KEEP).execute(Tuple.of(id, bytes, type)).mapEmpty();
    }

    public Future<Void> gone(UUID id, String reason) {
        return db.preparedQuery(GONE).execute(Tuple.of(id, reason)).mapEmpty();
    }

    public Future<Void> putOff(UUID id, Instant at) {
        return db.preparedQuery(PUT_OFF).execute(Tuple.of(id, time(at))).mapEmpty();
    }

    /** When something is next to be fetched; empty when nothing is. */
    public Future<Optional<Instant>> nextDue(Collection<String> channels) {
        return db.preparedQuery(NEXT)
                .execute(Tuple.tuple().addArrayOfString(channels.toArray(String[]::new)))
                .map(rows -> Optional.ofNullable(rows.iterator().next().getOffsetDateTime("at"))
                        .map(OffsetDateTime::toInstant));
    }

    public Future<Optional<File>> find(UUID id) {
        return db.preparedQuery(FIND)
                .execute(Tuple.of(id))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(MediaFiles::file));
    }

    private static File file(Row row) {
        return new File(
                row.getString("state"),
                row.getString("type"),
                row.getString("name"),
                row.getBuffer("bytes"),
                row.getString("reason"));
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
