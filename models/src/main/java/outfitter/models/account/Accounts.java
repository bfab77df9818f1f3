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
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The {@code account} table: one row a member of staff, names unique whatever their case. However many act at once, the
 * shop keeps an admin who can sign in: the last one is neither disabled nor given another role.
 */
public final class Accounts {
    /** An account with what its password is compared to; {@code hash} is null until a password was set. */
    public record Credentials(Account account, @Nullable String hash) {}

    /** Locked against each other, so that two admins cannot take the right from each other at once. */
    private static final String ADMINS_LOCKED = """
            WITH admins AS (
              SELECT id FROM account
               WHERE role = 'admin' AND disabled_at IS NULL AND password IS NOT NULL AND NOT demo ORDER BY id FOR UPDATE)
            """;

    private static final String LEAVES_AN_ADMIN =
            "(role <> 'admin' OR EXISTS (SELECT FROM admins WHERE admins.id <> account.id))";

    private static final String ADD = """
            INSERT INTO account (name, display_name, password, role, demo, created_at)
            VALUES (#{name}, #{displayName}, #{hash}, #{role}, #{demo}, #{now})
            ON CONFLICT (name) DO NOTHING RETURNING *
            """;
    private static final String EXPECT = """
            INSERT INTO account (name, display_name, role, created_at) VALUES (#{name}, #{displayName}, #{role}, #{now})
            ON CONFLICT (name) DO NOTHING RETURNING *
            """;
    /** The invitation and the account it makes stand or fall together. */
    private static final String JOIN = """
            WITH used AS (
              UPDATE invitation SET used_at = #{now}
               WHERE token_hash = #{token} AND account IS NULL AND used_at IS NULL AND expires_at > #{now}
                 AND NOT EXISTS (SELECT FROM account WHERE name = #{name})
              RETURNING role)
            INSERT INTO account (name, display_name, password, role, demo, created_at)
            SELECT #{name}, #{displayName}, #{hash}, role, false, #{now} FROM used RETURNING *
            """;
    /** As is the invitation with the password that it sets. */
    private static final String ENTER = """
            WITH used AS (
              UPDATE invitation SET used_at = #{now}
               WHERE token_hash = #{token} AND used_at IS NULL AND expires_at > #{now} RETURNING account)
            UPDATE account SET password = #{hash}, display_name = #{displayName}
              FROM used WHERE account.id = used.account AND account.disabled_at IS NULL RETURNING account.*
            """;

    private static final String PASSWORD = "UPDATE account SET password = #{hash} WHERE id = #{id}";
    private static final String CLEAR = """
            WITH closed AS (DELETE FROM session WHERE account = #{id})
            UPDATE account SET password = NULL WHERE id = #{id}
            """;
    private static final String RESET = """
            WITH closed AS (DELETE FROM session USING account WHERE session.account = account.id AND name = #{name}),
            void AS (DELETE FROM invitation USING account
                      WHERE invitation.account = account.id AND name = #{name} AND used_at IS NULL)
            UPDATE account SET password = NULL, disabled_at = NULL WHERE name = #{name} RETURNING *
            """;
    private static final String DISABLE = ADMINS_LOCKED + """
            , closed AS (
              UPDATE account SET disabled_at = coalesce(disabled_at, #{now}) WHERE name = #{name} AND %s RETURNING *),
            ended AS (DELETE FROM session USING closed WHERE session.account = closed.id)
            SELECT * FROM closed
            """.formatted(LEAVES_AN_ADMIN);
    private static final String APPOINT = ADMINS_LOCKED + """
            UPDATE account SET role = #{role} WHERE id = #{id} AND (#{role} = 'admin' OR %s) RETURNING *
            """.formatted(LEAVES_AN_ADMIN);
    private static final String BY_NAME = "SELECT * FROM account WHERE name = #{name}";
    private static final String BY_ID = "SELECT * FROM account WHERE id = #{id}";
    private static final String ALL = "SELECT * FROM account ORDER BY name";
    private static final String ADMINS = "SELECT count(*) FROM account "
            + "WHERE role = 'admin' AND disabled_at IS NULL AND password IS NOT NULL AND NOT demo";

    private final SqlTemplate<Map<String, Object>, RowSet<Account>> add;
    private final SqlTemplate<Map<String, Object>, RowSet<Account>> expect;
    private final SqlTemplate<Map<String, Object>, RowSet<Account>> join;
    private final SqlTemplate<Map<String, Object>, RowSet<Account>> enter;
    private final SqlTemplate<Map<String, Object>, ?> password;
    private final SqlTemplate<Map<String, Object>, ?> clear;
    private final SqlTemplate<Map<String, Object>, RowSet<Account>> reset;
    private final SqlTemplate<Map<String, Object>, RowSet<Account>> disable;
    private final SqlTemplate<Map<String, Object>, RowSet<Account>> appoint;
    private final SqlTemplate<Map<String, Object>, RowSet<Credentials>> byName;
    private final SqlTemplate<Map<String, Object>, RowSet<Account>> byId;
    private final SqlTemplate<Map<String, Object>, RowSet<Account>> all;
    private final SqlTemplate<Map<String, Object>, RowSet<Row>> admins;

    public Accounts(SqlClient db) {
        add = SqlTemplate.forQuery(db, ADD).mapTo(Accounts::fromRow);
        expect = SqlTemplate.forQuery(db, EXPECT).mapTo(Accounts::fromRow);
        join = SqlTemplate.forQuery(db, JOIN).mapTo(Accounts::fromRow);
        enter = SqlTemplate.forQuery(db, ENTER).mapTo(Accounts::fromRow);
        password = SqlTemplate.forUpdate(db, PASSWORD);
        clear = SqlTemplate.forUpdate(db, CLEAR);
        reset = SqlTemplate.forQuery(db, RESET).mapTo(Accounts::fromRow);
        disable = SqlTemplate.forQuery(db, DISABLE).mapTo(Accounts::fromRow);
        appoint = SqlTemplate.forQuery(db, APPOINT).mapTo(Accounts::fromRow);
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
                        Account.canonical(name),
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

    /** Adds an account that nobody can sign in with until its owner used an invitation; empty when the name is taken. */
    public Future<Optional<Account>> expect(String name, String displayName, Role role, Instant now) {
        return expect.execute(Map.of(
                        "name",
                        Account.canonical(name),
                        "displayName",
                        displayName,
                        "role",
                        role.code(),
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
                        Account.canonical(name),
                        "displayName",
                        displayName,
                        "hash",
                        hash,
                        "now",
                        time(now)))
                .map(Accounts::first);
    }

    /** Uses an invitation up for the password of the account that it is for; empty when it is unknown, used or old. */
    public Future<Optional<Account>> enter(String invitation, String displayName, String hash, Instant now) {
        return enter.execute(Map.of(
                        "token", Secrets.hash(invitation), "displayName", displayName, "hash", hash, "now", time(now)))
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

    /**
     * Leaves the account, disabled or not, to whoever gets its next invitation: without password, sessions and older
     * invitations. Empty when there is no such account.
     */
    public Future<Optional<Account>> reset(String name) {
        return reset.execute(Map.of("name", Account.canonical(name))).map(Accounts::first);
    }

    /** Takes the right to sign in away and ends its sessions; empty for the last admin and where there is no such account. */
    public Future<Optional<Account>> disable(String name, Instant now) {
        return disable.execute(Map.of("name", Account.canonical(name), "now", time(now)))
                .map(Accounts::first);
    }

    /** Gives the account another role; empty for the last admin and where there is no such account. */
    public Future<Optional<Account>> appoint(long id, Role role) {
        return appoint.execute(Map.of("id", id, "role", role.code())).map(Accounts::first);
    }

    public Future<Optional<Credentials>> byName(String name) {
        return byName.execute(Map.of("name", Account.canonical(name))).map(Accounts::first);
    }

    public Future<Optional<Account>> find(long id) {
        return byId.execute(Map.of("id", id)).map(Accounts::first);
    }

    /** Everybody, disabled or not, by name. */
    public Future<List<Account>> all() {
        return all.execute(Map.of())
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList());
    }

    /** Whether the shop has an admin of its own who can sign in, demonstration apart. */
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
                row.getString("password") == null,
                instant(row, "signed_in_at"),
                instant(row, "disabled_at"));
    }

    private static <T> Optional<T> first(RowSet<T> rows) {
        return StreamSupport.stream(rows.spliterator(), false).findFirst();
    }
}
