package outfitter.models.testing;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL that tests run on: the one that {@code TEST_DATABASE_URL} names (its user must be allowed to create
 * databases), else one of our own, started with the first test that asks and stopped with the JVM. May be used from
 * several threads.
 */
public final class TestServer {
    private static @Nullable TestServer shared;

    private final TestDatabase maintenance;
    private @Nullable String template;

    private TestServer(String host, int port, String database, String user, String password) {
        maintenance = new TestDatabase(this, host, port, database, user, password);
    }

    /** The one server of this JVM. */
    public static synchronized TestServer shared() {
        if (shared == null) {
            String url = System.getenv("TEST_DATABASE_URL");
            shared = url == null || url.isBlank() ? start() : at(URI.create(url));
        }
        return shared;
    }

    /** A database with every migration applied: a copy of a template that is migrated once per JVM. */
    public synchronized TestDatabase migratedDatabase() {
        if (template == null) {
            TestDatabase migrated = emptyDatabase();
            Flyway.configure()
                    .dataSource(migrated.jdbcUrl(), migrated.user(), migrated.password())
                    .locations("classpath:db/migration")
                    .failOnMissingLocations(false)
                    .load()
                    .migrate();
            template = migrated.name();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> drop(migrated.name())));
        }
        return create(" TEMPLATE " + template);
    }

    /** A database without any table. */
    public TestDatabase emptyDatabase() {
        return create("");
    }

    void drop(String name) {
        try {
            execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
        } catch (IllegalStateException stopped) {
            // The server may be gone before us, and the database with it.
        }
    }

    private TestDatabase create(String suffix) {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "").toLowerCase(Locale.ROOT);
        execute("CREATE DATABASE " + name + suffix);
        return new TestDatabase(
                this, maintenance.host(), maintenance.port(), name, maintenance.user(), maintenance.password());
    }

    private void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(maintenance.jdbcUrl());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static TestServer start() {
        TestPostgres postgres = TestPostgres.start();
        return new TestServer("127.0.0.1", postgres.port(), "postgres", "postgres", "postgres");
    }

    private static TestServer at(URI url) {
        String[] login =
                url.getUserInfo() == null ? new String[0] : url.getUserInfo().split(":", 2);
        String user = login.length > 0 ? decode(login[0]) : "postgres";
        String password = login.length > 1 ? decode(login[1]) : "";
        int port = url.getPort() < 0 ? 5432 : url.getPort();
        return new TestServer(url.getHost(), port, url.getPath().substring(1), user, password);
    }

    private static String decode(String value) {
        return URLDecoder.decode(value, StandardCharsets.UTF_8);
    }
}
