package outfitter.server.intake;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import outfitter.server.StartFailure;
import outfitter.server.command.Outcome;
import outfitter.server.command.ShopData;
import outfitter.server.intake.table.BadTable;
import outfitter.server.intake.table.Format;
import outfitter.server.intake.table.Kind;
import outfitter.server.intake.table.Source;
import outfitter.server.intake.table.Survey;
import outfitter.server.postgres.Database;
import outfitter.server.postgres.Postgres;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code outfitter import}: a file into the shop, whether its server is running or not. Safe to repeat and to stop. */
@Command(
        name = "import",
        description = "Imports products, orders or customers from a CSV file; safe to repeat.",
        mixinStandardHelpOptions = true)
public final class ImportCommand implements Callable<Integer> {
    private static final long PATIENCE_SECONDS = 60;

    @Parameters(index = "0", paramLabel = "products|orders|customers", description = "What the file tells of.")
    private @Nullable String kind;

    @Parameters(index = "1", paramLabel = "FILE", description = "CSV, may be gzipped.")
    private @Nullable Path file;

    @Option(
            names = "--format",
            paramLabel = "shopify|plain",
            description = "Whose columns it has; found out unless given.")
    private @Nullable String format;

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            description = "Of amounts that name none; that of the shop's products unless given.")
    private @Nullable String currency;

    @Mixin
    private ShopData data = new ShopData();

    @Mixin
    private Outcome outcome = new Outcome();

    private volatile boolean stopping;

    @Override
    public Integer call() {
        Import.Task task = task();
        CountDownLatch ended = new CountDownLatch(1);
        Thread hook = new Thread(() -> stop(ended), "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            Imported imported = run(task);
            outcome.print(imported, words(imported));
            return 0;
        } catch (Import.Stopped e) {
            System.err.printf(
                    "%noutfitter: stopped after %,d rows, which are kept; run it again to go on%n", e.settled());
            return 1;
        } catch (BadTable e) {
            throw new StartFailure(task.file() + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new StartFailure(task.file() + " cannot be read or its rejected rows not be written: " + e, e);
        } finally {
            ended.countDown();
            removeHook(hook);
        }
    }

    private Imported run(Import.Task task) throws IOException {
        Survey.check(new Source(task.file()), task.kind(), Optional.ofNullable(task.format()));
        Postgres postgres = data.open();
        try {
            return run(task, postgres);
        } finally {
            postgres.close();
        }
    }

    private Imported run(Import.Task task, Postgres postgres) throws IOException {
        Vertx vertx = Vertx.vertx();
        Database database = new Database(vertx, postgres);
        Progress progress =
                ProgressBar.onStandardError("importing " + task.kind().code());
        try {
            return new Import(database.pool(), Clock.systemUTC()).run(task, progress, () -> stopping);
        } finally {
            progress.end();
            closed(database, vertx);
        }
    }

    private Import.Task task() {
        Path path = file == null ? Path.of("") : file;
        if (!Files.exists(path)) throw new StartFailure("there is no file " + path);
        if (!Files.isRegularFile(path) || !Files.isReadable(path))
            throw new StartFailure(path + " is no file that can be read");
        Kind of = choice("what to import", kind == null ? "" : kind, Kind.values());
        Format columns = format == null ? null : choice("--format", format, Format.values());
        String code = currency == null ? null : currency.toUpperCase(Locale.ROOT);
        if (code != null && !Survey.isCurrency(code))
            throw new StartFailure("--currency: " + currency + " is no currency; write GBP, EUR, USD …");
        return new Import.Task(path, of, columns, code, path.resolveSibling(path.getFileName() + ".rejected.csv"));
    }

    private static <E extends Enum<E>> E choice(String what, String given, E[] choices) {
        for (E each : choices) if (each.name().equalsIgnoreCase(given)) return each;
        StringBuilder known = new StringBuilder();
        for (E each : choices)
            known.append(known.isEmpty() ? "" : ", ").append(each.name().toLowerCase(Locale.ROOT));
        throw new StartFailure(what + ": must be one of " + known + ", not \"" + given + "\"");
    }

    private static String words(Imported imported) {
        String rejected = imported.rejectedFile() == null ? "" : "; see " + imported.rejectedFile();
        return "read as %s%n%,d rows read: %,d stored, %,d unchanged, %,d rejected, in %.1f s%s"
                .formatted(
                        imported.reading(),
                        imported.read(),
                        imported.stored(),
                        imported.unchanged(),
                        imported.rejected(),
                        imported.seconds(),
                        rejected);
    }

    /** Ctrl-C: the batch under way is committed, PostgreSQL stopped in order, before the process ends. */
    private void stop(CountDownLatch ended) {
        stopping = true;
        try {
            if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS))
                System.err.println("outfitter: stopping takes too long");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already, and waits for us.
        }
    }

    private static void closed(Database database, Vertx vertx) {
        database.close()
                .eventually(vertx::close)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }
}
