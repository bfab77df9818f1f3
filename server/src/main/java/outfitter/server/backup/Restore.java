package outfitter.server.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Callable;
import outfitter.server.ServerConfig;
import outfitter.server.command.Outcome;
import outfitter.server.command.ShopData;
import outfitter.server.postgres.Postgres;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code outfitter restore FILE}: puts a backup into an empty database, with its server stopped. */
@Command(
        name = "restore",
        description = "Puts a backup back. The server must be stopped.",
        mixinStandardHelpOptions = true)
public final class Restore implements Callable<Integer> {
    private final Clock clock = Clock.systemUTC();

    @Parameters(paramLabel = "FILE", description = "What backup wrote.")
    private Path file = Path.of("outfitter.backup");

    @Option(names = "--replace", description = "Even if there is a shop already: it is replaced.")
    private boolean replacing;

    @Mixin
    private final ShopData shop = new ShopData();

    @Mixin
    private final Outcome outcome = new Outcome();

    @Override
    public Integer call() throws IOException {
        Instant started = clock.instant();
        try (Snapshot snapshot = FileSnapshot.of(file)) {
            snapshot.manifest(); // what is no backup is refused before anything is started
            ServerConfig config = shop.config();
            Postgres postgres = Postgres.forServer(config.database(), config.data());
            try {
                Manifest restored = new Restorer(postgres.address(), replacing, Progress.printed()).restore(snapshot);
                Report report = Report.of(restored, file.toString(), Files.size(file), started, clock);
                outcome.print(report, "restored from " + file + ": " + report.words());
                return 0;
            } finally {
                postgres.close();
            }
        }
    }
}
