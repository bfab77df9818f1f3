package outfitter.models.account;

import static outfitter.models.account.Columns.instant;
import static outfitter.models.account.Columns.time;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.templates.SqlTemplate;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The {@code account} table: one row a member of staff, names unique whatever their case. */
public final class Accounts {
    /** An account with what its password is compared to; {@code hash} is null until a password was set. */
    public record Credentials(Account account, @Nullable String hash) {}

    private static final String ADD = """
            INSERT INTO account (name, display_name, password, role, demo, created_at)
            VALUES (#{name}, #{displayName}, #{hash}, #{role}, #{demo}, #{now})
            ON CONFLICT (name) DO NOTHING RETURNING *
            """;
    /** The invitation and the account it makes stand or fall together. */
    private static final String JOIN = """
            WITH used AS (
              UPDATE invitation SET used_at = #{now}
               WHERE token_hash = #{token} AND used_at IS NULL AND expires_at > #{now}
                 AND NOT EXISTS (SELECT FROM account WHERE name = #{name})
              RETURNING role)
            INSERT INTO account (name, display_name, password, role, demo, created_at)
            SELECT #{name}, #{displayName}, #{hash}, role, false, #{now} FROM used RETURNING *
            """;

    private static final String PASSWORD = "UPDATE account SET password = #{hash} WHERE id = #{id}";
    private static final String CLEAR = """
            WITH closed AS (DELETE FROM session WHERE account = #{id})
            UPDATE account SET password = NULL WHERE id = #{id}
            """;
    private static final String DISABLE =
            "UPDATE account SET disabled_at = coalesce(disabled_at, #{now}) WHERE name = #{name} RETURNING *";
    private static final String BY_NAME = "SELECT * FROM account WHERE name = #{name}";
    private static final String BY_ID = "SELECT * FROM account WHERE id = #{id}";
    private static final String ALL = "SELECT * FROM account ORDER BY name";
    private static final String ADMINS =
            "SELECT count(*) FROM account WHERE role = 'admin' AND disabled_at IS NULL AND NOT demo";

    private final SqlTemplate<Map<String, Object>, RowSet<Account>> add;
    private final SqlTemplate<Map<String, Object>, RowSet<Account>> join;
    private final SqlTemplate<Map<String, Object>, ?> password;
    private final SqlTemplate<Map<String, Object>, ?> clear;
    private final SqlTemplate<Map<String, Object>, RowSet<Account>> disable;
    private final SqlTemplate<Map<String, Object>, RowSet<Credentials>> byName;
    private final SqlTemplate<Map<String, Object>, RowSet<Account>> byId;
    private final SqlTemplate<Map<String, Object>, RowSet<Account>> all;
    private final SqlTemplate<Map<String, Object>, RowSet<Row>> admins;

    public Accounts(SqlClient db) {
        add = SqlTemplate.forQuery(db, ADD).mapTo(Accounts::fromRow);
        join = SqlTemplate.forQuery(db, JOIN).mapTo(Accounts::fromRow);
        password = SqlTemplate.forUpdate(db, PASSWORD);
        clear = SqlTemplate.forUpdate(db, CLEAR);
        disable = SqlTemplate.forQuery(db, DISABLE).mapTo(Accounts::fromRow);
        byName = SqlTemplate.forQuery(db, BY_NAME)
                .mapTo(row -> new Credentials(fromRow(row), row.getString("password")));
        byId = SqlTemplate.forQuery(db, BY_ID).mapTo(Accounts::fromRow);
        all = SqlTemplate.forQuery(db, ALL).mapTo(Accounts::fromRow);
        admins = SqlTemplate.forQuery(db, ADMINS);
    }

    /** Adds an account; empty when the name is taken. */
    public Future<Optional<Account>> add(
            String name, String displayName, String hash, Role role, boolean demo, Instant now) {
        return add.execute(Map.of(
                        "name",
                        canonical(name),
                        "displayName",
                        displayName,
                        "hash",
                        hash,
                        "role",
                        role.code(),
                        "demo",
                        demo,
                        "now",
                        time(now)))
                .map(Accounts::first);
    }

    /** Uses an invitation up for an account of its role; empty when it is unknown, used or old, or the name is taken. */
    public Future<Optional<Account>> join(
            String invitation, String name, String displayName, String hash, Instant now) {
        return join.execute(Map.of(
                        "token",
                        Secrets.hash(invitation),
                        "name",
                        canonical(name),
                        "displayName",
                        displayName,
                        "hash",
                        hash,
                        "now",
                        time(now)))
                .map(Accounts::first);
    }

    /** Replaces the password's hash. */
    public Future<Void> setPassword(long id, String hash) {
        return password.execute(Map.of("id", id, "hash", hash)).mapEmpty();
    }

    /** Leaves the account without a password: nobody signs in with it until it gets a new one. Its sessions are closed. */
    public Future<Void> clearPassword(long id) {
        return clear.execute(Map.of("id", id)).mapEmpty();
    }

    /** Takes the right to sign in away, for good; empty when there is no such account. Its sessions are closed apart. */
    public Future<Optional<Account>> disable(String name, Instant now) {
        return disable.execute(Map.of("name", canonical(name), "now", time(now)))
                .map(Accounts::first);
    }

    public Future<Optional<Credentials>> byName(String name) {
        return byName.execute(Map.of("name", canonical(name))).map(Accounts::first);
    }

    public Future<Optional<Account>> find(long id) {
        return byId.execute(Map.of("id", id)).map(Accounts::first);
    }

    /** Everybody, disabled or not, by name. */
    public Future<List<Account>> all() {
        return all.execute(Map.of())
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList());
    }

    /** Whether the shop has an admin of its own, demonstration apart. */
    public Future<Boolean> hasAdmin() {
        return admins.execute(Map.of()).map(rows -> rows.iterator().next().getLong(0) > 0);
    }

    static Account fromRow(Row row) {
        return new Account(
                row.getLong("id"),
                row.getString("name"),
                row.getString("display_name"),
                Role.of(row.getString("role")),
                row.getBoolean("demo"),
                instant(row, "disabled_at"));
    }

    private static <T> Optional<T> first(RowSet<T> rows) {
        return StreamSupport.stream(rows.spliterator(), false).findFirst();
    }

    private static String canonical(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
