package outfitter.models.account;

import static outfitter.models.account.Columns.instant;
import static outfitter.models.account.Columns.time;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import io.vertx.sqlclient.templates.SqlTemplate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The {@code sign_in_try} table: wrong passwords by name and by network, on every node and after every start, so that
 * guessing is slow from anywhere and for anybody. After {@link #FREE_BY_NAME} or {@link #FREE_BY_NETWORK} wrong ones the
 * name or the network is locked for a minute, after each further one for twice as long, up to an hour. A name that nobody
 * has is counted as any other. Thread-safe.
 */
public final class SignInTries {
    public static final int FREE_BY_NAME = 5;
    public static final int FREE_BY_NETWORK = 40;
    /** The first lock. */
    public static final Duration LOCK = Duration.ofMinutes(1);

    private static final Duration FORGOTTEN = Duration.ofHours(6);

    /** Counts before the password is looked at: who tries many at once is not ahead of the count. */
    private static final String TAKE = """
            WITH given (subject, free) AS (
              VALUES (#{name}::bytea, #{freeByName}::int), (#{network}::bytea, #{freeByNetwork}::int)),
            locked AS (
              SELECT max(t.locked_until) AS until FROM sign_in_try t JOIN given USING (subject) WHERE t.locked_until > #{now}),
            counted AS (
              INSERT INTO sign_in_try AS t (subject, wrong, free, last_at)
              SELECT subject, 1, free, #{now} FROM given, locked WHERE locked.until IS NULL
              ON CONFLICT (subject) DO UPDATE SET
                wrong = CASE WHEN t.last_at < #{forgotten} THEN 1 ELSE t.wrong + 1 END,
                last_at = excluded.last_at,
                locked_until = CASE WHEN t.last_at >= #{forgotten} AND t.wrong + 1 >= t.free
                  THEN excluded.last_at + least(power(2, least(t.wrong + 1 - t.free, 6)) * interval '1 minute', interval '1 hour') END
              WHERE t.locked_until IS NULL OR t.locked_until <= excluded.last_at
              RETURNING 1)
            SELECT (SELECT count(*) FROM counted) AS counted, until FROM locked
            """;

    private static final String RIGHT = """
            WITH clean AS (DELETE FROM sign_in_try WHERE subject = #{name})
            UPDATE sign_in_try SET wrong = greatest(wrong - 1, 0),
              locked_until = CASE WHEN wrong - 1 >= free THEN locked_until END
             WHERE subject = #{network}
            """;
    private static final String UNLOCK = "DELETE FROM sign_in_try WHERE subject = #{name}";
    private static final String LOCKED =
            "SELECT subject FROM sign_in_try WHERE subject = ANY($1) AND locked_until > $2";
    private static final String FORGET = "DELETE FROM sign_in_try WHERE last_at < #{forgotten}";

    private final SqlTemplate<Map<String, Object>, RowSet<Row>> take;
    private final SqlTemplate<Map<String, Object>, ?> right;
    private final SqlTemplate<Map<String, Object>, ?> unlock;
    private final SqlTemplate<Map<String, Object>, ?> forget;
    private final SqlClient db;
    private final Clock clock;

    public SignInTries(SqlClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
        take = SqlTemplate.forQuery(db, TAKE);
        right = SqlTemplate.forUpdate(db, RIGHT);
        unlock = SqlTemplate.forUpdate(db, UNLOCK);
        forget = SqlTemplate.forUpdate(db, FORGET);
    }

    /** Counts a try as a wrong one until {@link #right} says otherwise; how long to wait where it may not be made at all. */
    public Future<Optional<Duration>> take(String name, String network) {
        Instant now = clock.instant();
        return take.execute(Map.of(
                        "name",
                        name(name),
                        "freeByName",
                        FREE_BY_NAME,
                        "network",
                        network(network),
                        "freeByNetwork",
                        FREE_BY_NETWORK,
                        "now",
                        time(now),
                        "forgotten",
                        time(now.minus(FORGOTTEN))))
                .map(rows -> rows.iterator().next())
                .map(row -> {
                    if (row.getLong("counted") == 2) return Optional.empty();
                    Instant until = instant(row, "until");
                    return Optional.of(until == null ? LOCK : Duration.between(now, until));
                });
    }

    /** The try that was taken last was right: the name is clean again, and the network has one wrong try less. */
    public Future<Void> right(String name, String network) {
        return right.execute(Map.of("name", name(name), "network", network(network)))
                .mapEmpty();
    }

    /** Forgets what was tried by that name. */
    public Future<Void> unlock(String name) {
        return unlock.execute(Map.of("name", name(name))).mapEmpty();
    }

    /** Which of {@code names} are locked now. */
    public Future<Set<String>> locked(List<String> names) {
        Map<Buffer, String> subjects = names.stream()
                .distinct()
                .collect(Collectors.toMap(SignInTries::name, each -> each, (one, same) -> one));
        Tuple parameters = Tuple.tuple()
                .addArrayOfBuffer(subjects.keySet().toArray(new Buffer[0]))
                .addValue(time(clock.instant()));
        return db.preparedQuery(LOCKED).execute(parameters).map(rows -> {
            Set<String> locked = new HashSet<>();
            rows.forEach(row ->
                    Optional.ofNullable(subjects.get(row.getBuffer("subject"))).ifPresent(locked::add));
            return locked;
        });
    }

    /** Removes what no longer counts. */
    public Future<Void> forgetOld() {
        return forget.execute(Map.of("forgotten", time(clock.instant().minus(FORGOTTEN))))
                .mapEmpty();
    }

    private static Buffer name(String name) {
        return Secrets.hash("name:" + Account.canonical(name));
    }

    private static Buffer network(String network) {
        return Secrets.hash("network:" + network);
    }
}
