package outfitter.server.postgres;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import outfitter.server.StartFailure;

/** Each test has a cluster of its own, because each may break it: a copy of one that is made once. */
class EmbeddedPostgresTest {
    @TempDir
    static Path made;

    @TempDir
    Path data;

    private @Nullable EmbeddedPostgres running;

    @BeforeAll
    static void make() {
        EmbeddedPostgres.start(made).close();
    }

    @AfterEach
    void stop() {
        if (running != null) running.close();
    }

    @Test
    void itIsDurableOnLoopbackAndBehindAPassword() throws Exception {
        EmbeddedPostgres postgres = startOnCopy();

        for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
            assertThat(ask(postgres.address(), "SHOW " + setting)).as(setting).isEqualTo("on");
        }
        assertThat(ask(postgres.address(), "SHOW listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(ask(postgres.address(), "SHOW unix_socket_directories")).isEmpty();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("database.password"))))
                .isEqualTo("rw-------");
        assertThatThrownBy(() -> ask(withPassword(postgres.address(), "guess"), "SELECT 1"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void whatWasCommittedIsThereAfterAStopAndAStart() throws Exception {
        DatabaseAddress first = startOnCopy().address();
        run(first, "CREATE TABLE boots (name text)", "INSERT INTO boots VALUES ('Ridge')");
        stop();

        EmbeddedPostgres again = start();

        assertThat(ask(again.address(), "SELECT name FROM boots")).isEqualTo("Ridge");
    }

    @Test
    void whenItDiesItComesBackAndPoolsFindIt() throws Exception {
        EmbeddedPostgres postgres = startOnCopy();
        Vertx vertx = Vertx.vertx();
        Database database = new Database(vertx, postgres);
        run(postgres.address(), "CREATE TABLE boots (name text)", "INSERT INTO boots VALUES ('Ridge')");
        database.answers().await(5, SECONDS);
        long pid = postgres.handle().pid();

        assertThat(postgres.handle().destroyForcibly()).isTrue();

        await().atMost(30, SECONDS).ignoreExceptions().until(() -> {
            database.answers().await(5, SECONDS);
            return postgres.handle().pid() != pid;
        });
        assertThat(ask(postgres.address(), "SELECT name FROM boots")).isEqualTo("Ridge");
        database.close().await(5, SECONDS);
        vertx.close().await(5, SECONDS);
    }

    @Test
    void whatAKilledServerLeftBehindIsStoppedFirst() throws Exception {
        EmbeddedPostgres killed = startOnCopy();
        run(killed.address(), "CREATE TABLE boots (name text)");
        ProcessHandle orphan = killed.handle();
        killed.abandon();

        running = EmbeddedPostgres.start(data);

        assertThat(orphan.isAlive()).isFalse();
        assertThat(ask(running.address(), "SELECT count(*)::text FROM boots")).isEqualTo("0");
    }

    @Test
    void anotherProcessWithTheOldNumberIsLeftAlone() throws Exception {
        startOnCopy();
        stop();
        long mine = ProcessHandle.current().pid();
        Files.writeString(data.resolve("database/postmaster.pid"), mine + "\n/elsewhere\n1\n5432\n\n127.0.0.1\n");

        EmbeddedPostgres postgres = start();

        assertThat(ask(postgres.address(), "SELECT 'here'")).isEqualTo("here");
    }

    @Test
    void aCreationThatWasCutShortIsBegunAnew() throws Exception {
        Files.createDirectories(data.resolve("database.new/base"));
        Files.writeString(data.resolve("database.password"), "half");

        EmbeddedPostgres postgres = start();

        assertThat(ask(postgres.address(), "SELECT 'here'")).isEqualTo("here");
    }

    @Test
    void aSecondServerOnTheSameDataIsRefused() throws Exception {
        startOnCopy();

        assertThatThrownBy(() -> EmbeddedPostgres.start(data))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("another server")
                .hasMessageContaining("--data");
    }

    @Test
    void aCommandUsesTheDatabaseOfTheRunningServer() throws Exception {
        assertThat(EmbeddedPostgres.running(data)).isEmpty();
        EmbeddedPostgres postgres = startOnCopy();

        assertThat(EmbeddedPostgres.running(data)).contains(postgres.address());
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "19"})
    void dataOfAnotherMajorVersionIsNotTouched(String version) throws Exception {
        Files.createDirectories(data.resolve("database"));
        Files.writeString(data.resolve("database/PG_VERSION"), version + "\n");

        assertThatThrownBy(this::start).isInstanceOf(StartFailure.class).hasMessageContaining("PostgreSQL " + version);
    }

    @Test
    void aFailedStatementLeavesNoWordsInTheLog() throws Exception {
        EmbeddedPostgres postgres = startOnCopy();
        run(postgres.address(), "CREATE TABLE said (words text CHECK (words <> 'my secret'))");

        assertThatThrownBy(() -> run(postgres.address(), "INSERT INTO said VALUES ('my secret')"))
                .isInstanceOf(SQLException.class);

        assertThat(Files.readString(data.resolve("postgres.log")))
                .contains("violates check")
                .doesNotContain("my secret");
    }

    private EmbeddedPostgres startOnCopy() throws IOException {
        try (Stream<Path> files = Files.walk(made)) {
            for (Path file : files.skip(1).toList()) {
                Files.copy(file, data.resolve(made.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return start();
    }

    private EmbeddedPostgres start() {
        EmbeddedPostgres started = EmbeddedPostgres.start(data);
        running = started;
        return started;
    }

    private static DatabaseAddress withPassword(DatabaseAddress address, String password) {
        return new DatabaseAddress(
                address.host(), address.port(), address.database(), address.user(), password, address.tls());
    }

    private static void run(DatabaseAddress address, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(address.jdbcUrl(), address.jdbcProperties(5));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) statement.execute(sql);
        }
    }

    private static String ask(DatabaseAddress address, String question) throws SQLException {
        try (Connection connection = DriverManager.getConnection(address.jdbcUrl(), address.jdbcProperties(5));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getString(1);
        }
    }
}
