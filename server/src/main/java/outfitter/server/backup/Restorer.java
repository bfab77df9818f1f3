package outfitter.server.backup;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import outfitter.server.StartFailure;
import outfitter.server.postgres.DatabaseAddress;
import outfitter.server.postgres.Migrations;

/**
 * Puts a snapshot into a database: the schema as the snapshot has it, then every row in one transaction, then the
 * migrations that are newer. Whatever fails, the database holds what it held.
 */
final class Restorer {
    private static final int PATIENCE_SECONDS = 10;
    /** Tables in which a shop that was ever used has rows. */
    private static final List<String> TELLING = List.of("account", "customer", "product", "order", "entry");

    private static final String OTHERS = """
            SELECT count(*) FROM pg_stat_activity
            WHERE datname = current_database() AND application_name = 'outfitter' AND pid <> pg_backend_pid()
              AND backend_type = 'client backend'
            """;

    private final DatabaseAddress address;
    private final boolean replacing;
    private final Progress progress;

    /** @param replacing whether data that is there may go */
    Restorer(DatabaseAddress address, boolean replacing, Progress progress) {
        this.address = address;
        this.replacing = replacing;
        this.progress = progress;
    }

    /** What is there now. Throws {@link StartFailure} when it may not, or the snapshot does not fit. */
    Manifest restore(Snapshot from) throws IOException {
        Manifest manifest = from.manifest();
        Migrations.applyUpTo(address, manifest.schema());
        try (Connection to = DriverManager.getConnection(address.jdbcUrl(), address.jdbcProperties(PATIENCE_SECONDS))) {
            refuseCompany(to);
            to.setAutoCommit(false);
            refuseOtherSchema(to, manifest);
            refuseLoss(to);
            Manifest written = copy(from, manifest, to);
            to.commit();
            to.setAutoCommit(true);
            run(to, "ANALYZE");
            Migrations.apply(address);
            return written;
        } catch (SQLException e) {
            throw new IOException(
                    "the database " + address + " does not take it, and is as it was: " + e.getMessage(), e);
        }
    }

    private Manifest copy(Snapshot from, Manifest manifest, Connection to) throws SQLException, IOException {
        run(to, "TRUNCATE " + names(manifest.tables()) + " CASCADE");
        List<Manifest.Table> written = new ArrayList<>();
        for (Manifest.Table table : manifest.tables()) {
            progress.at(table.name());
            long rows = copy(from, table, to);
            if (table.rows() != Manifest.Table.UNCOUNTED && rows != table.rows())
                throw new StartFailure("the table " + table.name() + " has " + rows + " rows, and the backup promised "
                        + table.rows());
            written.add(table.counted(rows));
        }
        for (Manifest.Sequence sequence : manifest.sequences()) set(to, sequence);
        return manifest.with(written);
    }

    private static long copy(Snapshot from, Manifest.Table table, Connection to) throws SQLException, IOException {
        String columns = table.columns().stream().map(Schema::quoted).collect(Collectors.joining(", "));
        String copy = "COPY " + Schema.quoted(table.name()) + " (" + columns + ") FROM STDIN";
        try (InputStream rows = from.rows(table)) {
            return to.unwrap(PGConnection.class).getCopyAPI().copyIn(copy, rows);
        }
    }

    private static void set(Connection to, Manifest.Sequence sequence) throws SQLException {
        try (PreparedStatement statement = to.prepareStatement("SELECT setval(?::regclass, ?, ?)")) {
            statement.setString(1, Schema.quoted(sequence.name()));
            statement.setLong(2, sequence.last());
            statement.setBoolean(3, sequence.called());
            statement.execute();
        }
    }

    private void refuseCompany(Connection to) throws SQLException {
        if (count(to, OTHERS) > 0) throw new StartFailure("a server uses the database " + address + "; stop it first");
    }

    private void refuseLoss(Connection to) throws SQLException {
        if (replacing) return;
        for (String table : TELLING) {
            if (count(to, "SELECT count(*) FROM (SELECT FROM " + Schema.quoted(table) + " LIMIT 1) any_row") > 0)
                throw new StartFailure("the database " + address + " holds a shop already (it has rows in " + table
                        + "); --replace puts the other in its place");
        }
    }

    private void refuseOtherSchema(Connection to, Manifest manifest) throws SQLException {
        String here = Schema.version(to);
        if (!here.equals(manifest.schema()))
            throw new StartFailure("the database " + address + " has a schema of version " + here
                    + " and the backup one of " + manifest.schema()
                    + ": restore it into a database, or --data directory, that was never used");
    }

    private static String names(List<Manifest.Table> tables) {
        return tables.stream().map(each -> Schema.quoted(each.name())).collect(Collectors.joining(", "));
    }

    private static long count(Connection to, String query) throws SQLException {
        try (Statement statement = to.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void run(Connection to, String sql) throws SQLException {
        try (Statement statement = to.createStatement()) {
            statement.execute(sql);
        }
    }
}
