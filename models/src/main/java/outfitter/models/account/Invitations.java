package outfitter.models.account;

import static outfitter.models.account.Columns.time;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.templates.SqlTemplate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The {@code invitation} table: links that work once, either for a new account ({@link Accounts#join}) or for the password
 * of one that is expected ({@link Accounts#enter}).
 */
public final class Invitations {
    /**
     * What a link is for.
     *
     * @param name the account's; null when whoever has the link chooses it
     * @param displayName the account's; null likewise
     */
    public record Invitation(
            Role role, @Nullable String name, @Nullable String displayName) {}

    private static final String INVITE =
            "INSERT INTO invitation (token_hash, role, expires_at) VALUES (#{token}, #{role}, #{expires})";
    private static final String INVITE_FOR = """
            INSERT INTO invitation (token_hash, role, expires_at, account) VALUES (#{token}, #{role}, #{expires}, #{account})
            """;
    private static final String WITHDRAW =
            "DELETE FROM invitation WHERE role = #{role} AND account IS NULL AND used_at IS NULL";
    private static final String FIND = """
            SELECT coalesce(a.role, i.role) AS role, a.name, a.display_name
              FROM invitation i LEFT JOIN account a ON a.id = i.account
             WHERE i.token_hash = #{token} AND i.used_at IS NULL AND i.expires_at > #{now} AND a.disabled_at IS NULL
            """;

    private final SqlTemplate<Map<String, Object>, ?> invite;
    private final SqlTemplate<Map<String, Object>, ?> inviteFor;
    private final SqlTemplate<Map<String, Object>, ?> withdraw;
    private final SqlTemplate<Map<String, Object>, RowSet<Row>> find;
    private final Clock clock;

    public Invitations(SqlClient db, Clock clock) {
        invite = SqlTemplate.forUpdate(db, INVITE);
        inviteFor = SqlTemplate.forUpdate(db, INVITE_FOR);
        withdraw = SqlTemplate.forUpdate(db, WITHDRAW);
        find = SqlTemplate.forQuery(db, FIND);
        this.clock = clock;
    }

    /** A new link's secret, good for one account of {@code role} within {@code life}. */
    public Future<String> invite(Role role, Duration life) {
        String token = Secrets.fresh();
        Instant expires = clock.instant().plus(life);
        return invite.execute(Map.of("token", Secrets.hash(token), "role", role.code(), "expires", time(expires)))
                .map(token);
    }

    /** A new link's secret, good once until {@code expires} for the password of {@code account}. */
    public Future<String> invite(Account account, Instant expires) {
        String token = Secrets.fresh();
        return inviteFor
                .execute(Map.of(
                        "token",
                        Secrets.hash(token),
                        "role",
                        account.role().code(),
                        "expires",
                        time(expires),
                        "account",
                        account.id()))
                .map(token);
    }

    /** What the link is for; empty when it is unknown, used or old. */
    public Future<Optional<Invitation>> find(String token) {
        return find.execute(Map.of("token", Secrets.hash(token), "now", time(clock.instant())))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(row -> new Invitation(
                                Role.of(row.getString("role")), row.getString("name"), row.getString("display_name"))));
    }

    /** Makes every unused link for a new account of {@code role} worthless. */
    public Future<Void> withdraw(Role role) {
        return withdraw.execute(Map.of("role", role.code())).mapEmpty();
    }
}
