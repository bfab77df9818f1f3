package outfitter.models.account;

import static outfitter.models.account.Columns.time;

import io.vertx.core.Future;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.templates.SqlTemplate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * The {@code session} table: who is signed in. A session ends when it was not used for {@link #IDLE}, at the latest
 * {@link #LIFE} after it began, when it is closed, or when its account is disabled.
 */
public final class Sessions {
    public static final Duration IDLE = Duration.ofHours(12);
    public static final Duration LIFE = Duration.ofDays(14);
    /** Using a session writes only when that much of its idle time is gone. */
    private static final Duration RENEWAL = Duration.ofMinutes(30);

    private static final String OPEN = """
            INSERT INTO session (token_hash, account, created_at, expires_at, network)
            VALUES (#{token}, #{account}, #{now}, #{expires}, #{network})
            """;
    private static final String USE = """
            WITH used AS (
              SELECT a.*, s.expires_at, s.created_at AS began FROM session s JOIN account a ON a.id = s.account
               WHERE s.token_hash = #{token} AND s.expires_at > #{now} AND a.disabled_at IS NULL),
            renewed AS (
              UPDATE session s SET expires_at = least(#{expires}, u.began + #{life})
                FROM used u WHERE s.token_hash = #{token} AND u.expires_at < #{renewBefore})
            SELECT * FROM used
            """;
    private static final String CLOSE = "DELETE FROM session WHERE token_hash = #{token}";
    private static final String CLOSE_ALL = "DELETE FROM session WHERE account = #{account}";
    private static final String FORGET = "DELETE FROM session WHERE expires_at < #{now}";

    private final SqlTemplate<Map<String, Object>, ?> open;
    private final SqlTemplate<Map<String, Object>, RowSet<Account>> use;
    private final SqlTemplate<Map<String, Object>, ?> close;
    private final SqlTemplate<Map<String, Object>, ?> closeAll;
    private final SqlTemplate<Map<String, Object>, ?> forget;
    private final Clock clock;

    public Sessions(SqlClient db, Clock clock) {
        open = SqlTemplate.forUpdate(db, OPEN);
        use = SqlTemplate.forQuery(db, USE).mapTo(Accounts::fromRow);
        close = SqlTemplate.forUpdate(db, CLOSE);
        closeAll = SqlTemplate.forUpdate(db, CLOSE_ALL);
        forget = SqlTemplate.forUpdate(db, FORGET);
        this.clock = clock;
    }

    /** Begins a session and gives the cookie's value, which is stored nowhere. */
    public Future<String> open(long account, String network) {
        String token = Secrets.fresh();
        Instant now = clock.instant();
        return open.execute(Map.of(
                        "token",
                        Secrets.hash(token),
                        "account",
                        account,
                        "now",
                        time(now),
                        "expires",
                        time(now.plus(IDLE)),
                        "network",
                        network))
                .map(token);
    }

    /** Whose session this is, and keeps it alive; empty when it is none, or over. */
    public Future<Optional<Account>> account(String token) {
        Instant now = clock.instant();
        return use.execute(Map.of(
                        "token",
                        Secrets.hash(token),
                        "now",
                        time(now),
                        "expires",
                        time(now.plus(IDLE)),
                        "renewBefore",
                        time(now.plus(IDLE).minus(RENEWAL)),
                        "life",
                        interval(LIFE)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).findFirst());
    }

    /** Ends one session; nothing happens when it is none. */
    public Future<Void> close(String token) {
        return close.execute(Map.of("token", Secrets.hash(token))).mapEmpty();
    }

    /** Ends every session of one account. */
    public Future<Void> closeAll(long account) {
        return closeAll.execute(Map.of("account", account)).mapEmpty();
    }

    /** Removes the rows of sessions that are over. */
    public Future<Void> forgetOver() {
        return forget.execute(Map.of("now", time(clock.instant()))).mapEmpty();
    }

    private static io.vertx.pgclient.data.Interval interval(Duration duration) {
        return io.vertx.pgclient.data.Interval.of(0, 0, (int) duration.toDays());
    }
}
