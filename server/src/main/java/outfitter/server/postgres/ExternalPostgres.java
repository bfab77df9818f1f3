package outfitter.server.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import outfitter.server.StartFailure;

/** A PostgreSQL that somebody else looks after. */
record ExternalPostgres(DatabaseAddress address) implements Postgres {
    private static final int OLDEST = 15;
    private static final int PATIENCE_SECONDS = 10;

    /** Throws {@link StartFailure}, which begins with {@code name}, when nobody answers there, we are not let in, or it is too old. */
    static ExternalPostgres checked(String name, DatabaseAddress address) {
        int version = version(name, address);
        if (version / 10_000 < OLDEST) {
            throw new StartFailure(name + ": " + address + " is PostgreSQL " + version / 10_000 + "; version " + OLDEST
                    + " or newer is needed");
        }
        return new ExternalPostgres(address);
    }

    @Override
    public boolean isOurs() {
        return false;
    }

    @Override
    public void close() {
        // Not ours to stop.
    }

    private static int version(String name, DatabaseAddress address) {
        try (Connection connection =
                        DriverManager.getConnection(address.jdbcUrl(), address.jdbcProperties(PATIENCE_SECONDS));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT current_setting('server_version_num')::int")) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new StartFailure(name + ": " + reason(address, e), e);
        }
    }

    private static String reason(DatabaseAddress address, SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        if (state.startsWith("28")) return address + " does not let this user and password in";
        if (state.equals("3D000")) return "there is no database " + address.database() + " at " + address;
        if (state.startsWith("08")) return "nobody answers at " + address.host() + ":" + address.port();
        return address + " cannot be used ("
                + String.valueOf(e.getMessage()).lines().findFirst().orElse(state) + ")";
    }
}
