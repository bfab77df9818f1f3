package outfitter.server.backup;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Callable;
import outfitter.server.ServerConfig;
import outfitter.server.StartFailure;
import outfitter.server.command.Outcome;
import outfitter.server.command.ShopData;
import outfitter.server.postgres.DatabaseAddress;
import outfitter.server.postgres.Migrations;
import outfitter.server.postgres.Postgres;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code outfitter move URL}: from the embedded PostgreSQL to one of the operator's, with the server stopped. */
@Command(
        name = "move",
        description = "Copies the shop from its own PostgreSQL into one of yours. The server must be stopped.",
        mixinStandardHelpOptions = true)
public final class Move implements Callable<Integer> {
    private final Clock clock = Clock.systemUTC();

    @Parameters(paramLabel = "URL", description = "postgresql://user:password@host:5432/database, 15 or newer.")
    private String url = "";

    @Option(names = "--replace", description = "Even if there is a shop already: it is replaced.")
    private boolean replacing;

    @Mixin
    private final ShopData shop = new ShopData();

    @Mixin
    private final Outcome outcome = new Outcome();

    @Override
    public Integer call() throws IOException {
        Instant started = clock.instant();
        ServerConfig config = shop.config();
        if (config.database().isPresent())
            throw new StartFailure("OUTFITTER_DATABASE_URL is set: the shop is in a PostgreSQL of yours already;"
                    + " use backup and restore to take it further");
        Postgres target = Postgres.external("URL", target());
        Postgres own = Postgres.forServer(config.database(), config.data());
        try {
            Migrations.apply(own.address());
            Manifest moved = moved(own, target);
            Report report = Report.of(moved, null, null, started, clock);
            outcome.print(
                    report,
                    "moved: " + report.words() + "\nfrom now on, start with OUTFITTER_DATABASE_URL set to that address;"
                            + " " + config.data() + " stays as it is");
            return 0;
        } finally {
            own.close();
        }
    }

    private Manifest moved(Postgres own, Postgres target) throws IOException {
        try (Snapshot snapshot = DatabaseSnapshot.of(own.address(), clock)) {
            return new Restorer(target.address(), replacing, Progress.printed()).restore(snapshot);
        }
    }

    private DatabaseAddress target() {
        try {
            return DatabaseAddress.parse(url);
        } catch (IllegalArgumentException e) {
            throw new StartFailure("URL: " + e.getMessage(), e);
        }
    }
}
