package outfitter.models.account;

import static outfitter.models.account.Columns.instant;
import static outfitter.models.account.Columns.time;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlResult;
import io.vertx.sqlclient.templates.SqlTemplate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The {@code session} table: who is signed in. A session ends when it was not used for {@link #IDLE}, at the latest
 * {@link #LIFE} after it began, when it is closed, or when its account is disabled. Whenever one is closed, or an account is
 * disabled or given another role, PostgreSQL tells it on {@link #CHANNEL}.
 */
public final class Sessions {
    public static final Duration IDLE = Duration.ofHours(12);
    public static final Duration LIFE = Duration.ofDays(14);
    /** What to LISTEN to; the notification says that something ended, not what. */
    public static final String CHANNEL = "outfitter_sessions";
    /** Using a session writes only when that much of its idle time is gone. */
    private static final Duration RENEWAL = Duration.ofMinutes(30);

    /**
     * A session as its owner sees it.
     *
     * @param current whether it is the one that asks
     * @param network where it began, empty when unknown
     * @param browser 'Firefox on Linux', empty when unknown
     * @param seenAt when it was last used, give or take half an hour
     */
    public record Session(
            long id, boolean current, String network, String browser, Instant createdAt, Instant seenAt) {}

    private static final String OPEN = """
            WITH begun AS (
              INSERT INTO session (token_hash, account, created_at, expires_at, network, browser, seen_at)
              VALUES (#{token}, #{account}, #{now}, #{expires}, #{network}, #{browser}, #{now}))
            UPDATE account SET signed_in_at = #{now} WHERE id = #{account}
            """;
    private static final String USE = """
            WITH used AS (
              SELECT a.*, s.expires_at, s.created_at AS began FROM session s JOIN account a ON a.id = s.account
               WHERE s.token_hash = #{token} AND s.expires_at > #{now} AND a.disabled_at IS NULL),
            renewed AS (
              UPDATE session s SET expires_at = least(#{expires}, u.began + #{life}), seen_at = #{now}
                FROM used u WHERE s.token_hash = #{token} AND u.expires_at < #{renewBefore})
            SELECT * FROM used
            """;
    private static final String OF_ACCOUNT = """
            SELECT *, token_hash = #{token} AS current FROM session
             WHERE account = #{account} AND expires_at > #{now} ORDER BY coalesce(seen_at, created_at) DESC, id DESC
            """;
    private static final String CLOSE = "DELETE FROM session WHERE token_hash = #{token}";
    private static final String CLOSE_ONE = "DELETE FROM session WHERE account = #{account} AND id = #{id}";
    private static final String CLOSE_OTHERS =
            "DELETE FROM session WHERE account = #{account} AND token_hash <> #{token}";
    private static final String CLOSE_ALL = "DELETE FROM session WHERE account = #{account}";
    private static final String FORGET = "DELETE FROM session WHERE expires_at < #{now}";

    private final SqlTemplate<Map<String, Object>, ?> open;
    private final SqlTemplate<Map<String, Object>, RowSet<Account>> use;
    private final SqlTemplate<Map<String, Object>, RowSet<Session>> ofAccount;
    private final SqlTemplate<Map<String, Object>, ?> close;
    private final SqlTemplate<Map<String, Object>, SqlResult<Void>> closeOne;
    private final SqlTemplate<Map<String, Object>, ?> closeOthers;
    private final SqlTemplate<Map<String, Object>, ?> closeAll;
    private final SqlTemplate<Map<String, Object>, ?> forget;
    private final Clock clock;

    public Sessions(SqlClient db, Clock clock) {
        open = SqlTemplate.forUpdate(db, OPEN);
        use = SqlTemplate.forQuery(db, USE).mapTo(Accounts::fromRow);
        ofAccount = SqlTemplate.forQuery(db, OF_ACCOUNT).mapTo(Sessions::fromRow);
        close = SqlTemplate.forUpdate(db, CLOSE);
        closeOne = SqlTemplate.forUpdate(db, CLOSE_ONE);
        closeOthers = SqlTemplate.forUpdate(db, CLOSE_OTHERS);
        closeAll = SqlTemplate.forUpdate(db, CLOSE_ALL);
        forget = SqlTemplate.forUpdate(db, FORGET);
        this.clock = clock;
    }

    /** As {@link #open(long, String, String)}, with a browser that nobody knows. */
    public Future<String> open(long account, String network) {
        return open(account, network, "");
    }

    /** Begins a session and gives the cookie's value, which is stored nowhere. */
    public Future<String> open(long account, String network, String browser) {
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
                        network,
                        "browser",
                        browser))
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

    /** The sessions of an account that are not over, the one used last first; {@code token} is that of who asks. */
    public Future<List<Session>> of(long account, String token) {
        return ofAccount
                .execute(Map.of("account", account, "token", Secrets.hash(token), "now", time(clock.instant())))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList());
    }

    /** Ends one session; nothing happens when it is none. */
    public Future<Void> close(String token) {
        return close.execute(Map.of("token", Secrets.hash(token))).mapEmpty();
    }

    /** Ends one session of that account; false when it has no such session. */
    public Future<Boolean> close(long account, long id) {
        return closeOne.execute(Map.of("account", account, "id", id)).map(done -> done.rowCount() > 0);
    }

    /** Ends every session of one account but that of {@code token}. */
    public Future<Void> closeOthers(long account, String token) {
        return closeOthers
                .execute(Map.of("account", account, "token", Secrets.hash(token)))
                .mapEmpty();
    }

    /** Ends every session of one account. */
    public Future<Void> closeAll(long account) {
        return closeAll.execute(Map.of("account", account)).mapEmpty();
    }

    /** Removes the rows of sessions that are over. */
    public Future<Void> forgetOver() {
        return forget.execute(Map.of("now", time(clock.instant()))).mapEmpty();
    }

    private static Session fromRow(Row row) {
        Instant began = row.getOffsetDateTime("created_at").toInstant();
        Instant seen = instant(row, "seen_at");
        return new Session(
                row.getLong("id"),
                row.getBoolean("current"),
                text(row.getString("network")),
                text(row.getString("browser")),
                began,
                seen == null ? began : seen);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static io.vertx.pgclient.data.Interval interval(Duration duration) {
        return io.vertx.pgclient.data.Interval.of(0, 0, (int) duration.toDays());
    }
}
