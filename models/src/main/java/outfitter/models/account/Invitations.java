package outfitter.models.account;

import static outfitter.models.account.Columns.time;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.templates.SqlTemplate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The {@code invitation} table: links that make one account each; {@link Accounts#join} uses them up. */
public final class Invitations {
    private static final String INVITE =
            "INSERT INTO invitation (token_hash, role, expires_at) VALUES (#{token}, #{role}, #{expires})";
    private static final String WITHDRAW = "DELETE FROM invitation WHERE role = #{role} AND used_at IS NULL";

    private final SqlTemplate<Map<String, Object>, ?> invite;
    private final SqlTemplate<Map<String, Object>, ?> withdraw;
    private final Clock clock;

    public Invitations(SqlClient db, Clock clock) {
        invite = SqlTemplate.forUpdate(db, INVITE);
        withdraw = SqlTemplate.forUpdate(db, WITHDRAW);
        this.clock = clock;
    }

    /** A new link's secret, good for one account of {@code role} within {@code life}. */
    public Future<String> invite(Role role, Duration life) {
        String token = Secrets.fresh();
        Instant expires = clock.instant().plus(life);
        return invite.execute(Map.of("token", Secrets.hash(token), "role", role.code(), "expires", time(expires)))
                .map(token);
    }

    /** Makes every unused link for {@code role} worthless. */
    public Future<Void> withdraw(Role role) {
        return withdraw.execute(Map.of("role", role.code())).mapEmpty();
    }
}
