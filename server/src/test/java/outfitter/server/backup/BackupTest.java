package outfitter.server.backup;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import outfitter.models.demo.DemoShop;
import outfitter.models.testing.PostgresExtension;
import outfitter.models.testing.TestDatabase;
import outfitter.server.StartFailure;
import outfitter.server.postgres.DatabaseAddress;

@ExtendWith(PostgresExtension.class)
class BackupTest {
    private static final Progress SILENT = table -> {};

    /** What the text format must escape, in a row of its own. */
    private static final String AWKWARD = "a\\tab\t, a break\n, a \\N, 'quotes' \"and\" ünïcödé 🧭";

    private final TestDatabase shop;
    private final TestDatabase empty;

    @TempDir
    Path folder;

    BackupTest(TestDatabase shop) {
        this.shop = shop;
        empty = shop.emptyNeighbour();
    }

    @BeforeAll
    static void openTheShop(Pool db, TestDatabase shop) throws Exception {
        Vertx vertx = Vertx.vertx();
        new DemoShop(vertx, db, Clock.systemUTC()).openIfEmpty().await(60, SECONDS);
        db.preparedQuery("INSERT INTO customer (name, created_at) VALUES ($1, now())")
                .execute(io.vertx.sqlclient.Tuple.of(AWKWARD))
                .await(10, SECONDS);
        vertx.close().await(10, SECONDS);
    }

    @AfterEach
    void drop() {
        empty.drop();
    }

    @Test
    void whatIsRestoredIsWhatWasBackedUpInEveryTableAndNumberingGoesOn() throws Exception {
        Path file = folder.resolve("shop.backup");

        Manifest written = backup(file);
        Manifest restored = restore(file, empty, false);

        assertThat(restored.tables()).isEqualTo(written.tables());
        assertThat(written.rows()).isGreaterThan(40_000);
        assertThat(contents(empty)).isEqualTo(contents(shop));
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void aShopMovesFromDatabaseToDatabaseWithoutAFile() throws Exception {
        try (Snapshot now = DatabaseSnapshot.of(address(shop), Clock.systemUTC())) {
            new Restorer(address(empty), false, SILENT).restore(now);
        }

        assertThat(contents(empty)).isEqualTo(contents(shop));
    }

    @Test
    void whatIsThereIsReplacedOnlyWhenSaid() throws Exception {
        Path file = folder.resolve("shop.backup");
        backup(file);
        restore(file, empty, false);
        update(empty, "UPDATE customer SET name = 'somebody else'");

        assertThatThrownBy(() -> restore(file, empty, false))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("holds a shop already")
                .hasMessageContaining("--replace");
        assertThat(query(empty, "SELECT count(*) FROM customer WHERE name = 'somebody else'"))
                .isNotEqualTo("0");

        restore(file, empty, true);

        assertThat(contents(empty)).isEqualTo(contents(shop));
    }

    @Test
    void aFileThatWasCutOffOrIsSomethingElseIsRefused() throws Exception {
        Path whole = folder.resolve("whole.backup");
        backup(whole);
        byte[] bytes = Files.readAllBytes(whole);
        Path half = Files.write(folder.resolve("half.backup"), Arrays.copyOf(bytes, bytes.length / 2));
        Path other = Files.writeString(folder.resolve("other.backup"), "not a backup");

        for (Path broken : List.of(half, other)) {
            assertThatThrownBy(() -> restore(broken, empty, false))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining(broken.toString());
        }
        assertThatThrownBy(() -> restore(folder.resolve("none.backup"), empty, false))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("there is no file");
    }

    @Test
    void aFileWithOneWrongByteLeavesTheDatabaseAsItWas() throws Exception {
        Path file = folder.resolve("shop.backup");
        backup(file);
        restore(file, empty, false);
        update(empty, "UPDATE customer SET name = 'as it was'");
        Map<String, String> before = contents(empty);
        byte[] bytes = Files.readAllBytes(file);
        bytes[withinTheRowsOf("tables/product", bytes)] ^= 1;
        Files.write(file, bytes);

        assertThatThrownBy(() -> restore(file, empty, true))
                .hasStackTraceContaining(file + " is damaged in tables/product");

        assertThat(contents(empty)).isEqualTo(before);
    }

    @Test
    void aServersDatabaseIsNotReplacedUnderIt() throws Exception {
        Path file = folder.resolve("shop.backup");
        backup(file);
        DatabaseAddress address = address(empty);

        try (Connection server = DriverManager.getConnection(address.jdbcUrl(), address.jdbcProperties(5))) {
            assertThat(server.isValid(5)).isTrue();
            assertThatThrownBy(() -> restore(file, empty, true))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("a server uses the database");
        }
    }

    /** Some way behind the entry's name, which stands before its rows and once more in the directory at the end. */
    private static int withinTheRowsOf(String entry, byte[] zip) {
        return new String(zip, StandardCharsets.ISO_8859_1).indexOf(entry) + entry.length() + 1000;
    }

    private Manifest backup(Path file) throws IOException {
        try (Snapshot now = DatabaseSnapshot.of(address(shop), Clock.systemUTC())) {
            return new BackupWriter(SILENT).write(now, file);
        }
    }

    private static Manifest restore(Path file, TestDatabase into, boolean replacing) throws IOException {
        try (Snapshot snapshot = FileSnapshot.of(file)) {
            return new Restorer(address(into), replacing, SILENT).restore(snapshot);
        }
    }

    private static DatabaseAddress address(TestDatabase database) {
        return DatabaseAddress.parse(database.url());
    }

    /** A checksum of each table's rows, and where each sequence stands. */
    private static Map<String, String> contents(TestDatabase database) throws SQLException {
        Map<String, String> contents = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl())) {
            for (Manifest.Table table : Schema.tables(connection)) {
                String name = Schema.quoted(table.name());
                contents.put(
                        table.name(),
                        query(
                                database,
                                "SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, ',' ORDER BY t::text)), '') FROM "
                                        + name + " t"));
            }
            List<Manifest.Sequence> sequences = new ArrayList<>(Schema.sequences(connection));
            sequences.forEach(each -> contents.put(each.name(), each.last() + " " + each.called()));
        }
        return contents;
    }

    private static String query(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void update(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl());
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
