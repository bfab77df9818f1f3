package outfitter.server.backup;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyInputStream;
import outfitter.server.StartFailure;
import outfitter.server.postgres.DatabaseAddress;

/** A database as it is now: one transaction that sees nothing of what is written meanwhile, and keeps nobody waiting. */
final class DatabaseSnapshot implements Snapshot {
    private static final int PATIENCE_SECONDS = 10;

    private final Connection connection;
    private final Manifest manifest;

    private DatabaseSnapshot(Connection connection, Manifest manifest) {
        this.connection = connection;
        this.manifest = manifest;
    }

    /** Throws {@link StartFailure} when nobody answers there. */
    static DatabaseSnapshot of(DatabaseAddress address, Clock clock) {
        try {
            Connection connection =
                    DriverManager.getConnection(address.jdbcUrl(), address.jdbcProperties(PATIENCE_SECONDS));
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            Manifest manifest = new Manifest(
                    Manifest.FORMAT,
                    Schema.version(connection),
                    clock.instant(),
                    Schema.tables(connection),
                    Schema.sequences(connection));
            return new DatabaseSnapshot(connection, manifest);
        } catch (SQLException e) {
            throw new StartFailure("cannot read the database " + address + ": " + e.getMessage(), e);
        }
    }

    @Override
    public Manifest manifest() {
        return manifest;
    }

    @Override
    public InputStream rows(Manifest.Table table) throws IOException {
        String columns = table.columns().stream().map(Schema::quoted).collect(Collectors.joining(", "));
        String copy = "COPY (SELECT " + columns + " FROM " + Schema.quoted(table.name()) + ") TO STDOUT";
        try {
            return new PGCopyInputStream(connection.unwrap(PGConnection.class), copy);
        } catch (SQLException e) {
            throw new IOException("cannot read the table " + table.name(), e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // Nothing was written that could be lost.
        }
    }
}
