package outfitter.server.postgres;

import java.util.Arrays;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import outfitter.server.StartFailure;

/** Brings a database's schema up to date with the migrations on the class path; several servers may do so at once. */
public final class Migrations {
    private Migrations() {}

    /** Throws {@link StartFailure} when the schema is of a newer version than ours, or cannot be brought up to date. */
    public static void apply(DatabaseAddress address) {
        applyUpTo(address, "latest");
    }

    /** The same, and no further than {@code version}; a schema that is there is never taken back. */
    public static void applyUpTo(DatabaseAddress address, String version) {
        try {
            Flyway flyway = Flyway.configure()
                    .dataSource(address.jdbcUrl(), address.user(), address.password())
                    .jdbcProperties(java.util.Map.of(
                            "sslmode", address.jdbcProperties(10).getProperty("sslmode")))
                    .locations("classpath:db/migration")
                    .loggers("slf4j")
                    .target(version)
                    .load();
            refuseNewer(flyway.info());
            flyway.migrate();
        } catch (FlywayException e) {
            throw new StartFailure("the schema of " + address + " cannot be brought up to date: " + firstLine(e), e);
        }
    }

    private static void refuseNewer(MigrationInfoService info) {
        Optional<MigrationInfo> newer = Arrays.stream(info.applied())
                .filter(Migrations::isFromTheFuture)
                .findFirst();
        newer.ifPresent(found -> {
            throw new StartFailure("the database's schema is of version " + found.getVersion()
                    + ", from a newer Outfitter; this one knows " + newestOf(info) + ": start the newer one");
        });
    }

    private static boolean isFromTheFuture(MigrationInfo each) {
        return each.getState() == MigrationState.FUTURE_SUCCESS || each.getState() == MigrationState.FUTURE_FAILED;
    }

    private static String newestOf(MigrationInfoService info) {
        return Arrays.stream(info.all())
                .filter(each -> !isFromTheFuture(each))
                .map(MigrationInfo::getVersion)
                .filter(java.util.Objects::nonNull)
                .max(MigrationVersion::compareTo)
                .map(version -> "versions up to " + version)
                .orElse("none");
    }

    private static String firstLine(FlywayException e) {
        return String.valueOf(e.getMessage())
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("no reason given");
    }
}
