package outfitter.server.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Callable;
import outfitter.server.StartFailure;
import outfitter.server.command.Outcome;
import outfitter.server.command.ShopData;
import outfitter.server.postgres.Postgres;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code outfitter backup FILE}: everything as it is at this instant, while the server runs or not. */
@Command(
        name = "backup",
        description = "Writes all of the shop's data into one file, while the server runs or not.",
        mixinStandardHelpOptions = true)
public final class Backup implements Callable<Integer> {
    private final Clock clock = Clock.systemUTC();

    @Parameters(paramLabel = "FILE", description = "The file to write; it holds customers' data.")
    private Path file = Path.of("outfitter.backup");

    @Mixin
    private final ShopData shop = new ShopData();

    @Mixin
    private final Outcome outcome = new Outcome();

    @Override
    public Integer call() throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) throw new StartFailure("there is no folder for " + file);
        Instant started = clock.instant();
        Postgres postgres = shop.open();
        try (Snapshot snapshot = DatabaseSnapshot.of(postgres.address(), clock)) {
            Manifest written = new BackupWriter(Progress.printed()).write(snapshot, file.toAbsolutePath());
            Report report = Report.of(written, file.toString(), Files.size(file), started, clock);
            outcome.print(report, "written to " + file + ": " + report.words());
            return 0;
        } finally {
            postgres.close();
        }
    }
}
