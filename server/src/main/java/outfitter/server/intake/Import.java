package outfitter.server.intake;

import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import outfitter.models.intake.Effect;
import outfitter.models.intake.Intake;
import outfitter.models.intake.Taken;
import outfitter.models.intake.Unmatched;
import outfitter.models.intake.Verdict;
import outfitter.server.intake.table.Format;
import outfitter.server.intake.table.Groups;
import outfitter.server.intake.table.Kind;
import outfitter.server.intake.table.Rejected;
import outfitter.server.intake.table.Row;
import outfitter.server.intake.table.Source;
import outfitter.server.intake.table.Survey;
import outfitter.server.intake.table.Tale;
import outfitter.server.intake.table.Told;

/**
 * Imports one file. Blocks the thread that calls it, for minutes if the file is large, and holds a few thousand rows at a
 * time. While one batch is being written the next one is read.
 */
final class Import {
    private static final int ROWS_AT_ONCE = 5_000;
    private static final int MANY = 10_000;
    private static final String FALLBACK_CURRENCY = "GBP";
    private static final String CURRENCY = """
            SELECT currency FROM variant GROUP BY currency ORDER BY count(*) DESC, currency LIMIT 1
            """;
    private static final String ANALYZE =
            "ANALYZE product, variant, stock, customer, \"order\", order_line, shipment, return";

    private final Pool db;
    private final Intake intake;
    private final Clock clock;

    Import(Pool db, Clock clock) {
        this.db = db;
        this.clock = clock;
        intake = new Intake(db, clock);
    }

    /**
     * What to import.
     *
     * @param format null to find out
     * @param currency of amounts that name none; null for what the shop's products cost
     * @param rejected where rows go that cannot be taken
     */
    record Task(
            Path file,
            Kind kind,
            @Nullable Format format,
            @Nullable String currency,
            Path rejected) {}

    /** A stop was asked for; what was settled before stays. */
    static final class Stopped extends RuntimeException {
        private final long settled;

        Stopped(long settled) {
            super("stopped");
            this.settled = settled;
        }

        long settled() {
            return settled;
        }
    }

    /**
     * Imports it. Throws {@link outfitter.server.intake.table.BadTable} when it is no such table, {@link Stopped} when
     * {@code stop} says so between two batches.
     */
    Imported run(Task task, Progress progress, BooleanSupplier stop) throws IOException {
        Instant began = clock.instant();
        Source source = new Source(task.file());
        long bytes = Math.max(1, source.bytes());
        String currency = task.currency() == null ? currency() : task.currency();
        Survey survey = Survey.of(
                source,
                task.kind(),
                Optional.ofNullable(task.format()),
                currency,
                began,
                passed -> progress.looking((double) passed / bytes));
        try (Groups groups = new Groups(survey, began, passed -> {});
                RejectedRows rejected =
                        new RejectedRows(task.rejected(), survey.header().names())) {
            Run run = new Run(survey, groups, rejected, progress, stop);
            run.all();
            if (run.stored > MANY) await(db.query(ANALYZE).execute());
            progress.end();
            return new Imported(
                    run.settled(),
                    run.stored,
                    run.unchanged,
                    rejected.count(),
                    Duration.between(began, clock.instant()).toMillis() / 1000.0,
                    rejected.file().map(Path::toString).orElse(null),
                    survey.words());
        }
    }

    private String currency() {
        var rows = await(db.query(CURRENCY).execute()).iterator();
        return rows.hasNext() ? rows.next().getString("currency") : FALLBACK_CURRENCY;
    }

    /** One file's way through. */
    private final class Run {
        private final Survey survey;
        private final Groups groups;
        private final RejectedRows rejected;
        private final Progress progress;
        private final BooleanSupplier stop;
        private long stored;
        private long unchanged;
        private List<Tale> batch = new ArrayList<>();
        private int rows;
        private List<Tale> underWay = List.of();
        private Future<Taken> taking = Future.succeededFuture(new Taken(List.of()));

        Run(Survey survey, Groups groups, RejectedRows rejected, Progress progress, BooleanSupplier stop) {
            this.survey = survey;
            this.groups = groups;
            this.rejected = rejected;
            this.progress = progress;
            this.stop = stop;
        }

        long settled() {
            return stored + unchanged + rejected.count();
        }

        void all() throws IOException {
            for (Optional<Told> told = groups.next(); told.isPresent(); told = groups.next()) {
                for (Rejected each : told.get().rejected()) rejected.add(each);
                for (Tale each : told.get().tales()) {
                    batch.add(each);
                    rows += each.rows().size();
                }
                if (rows >= ROWS_AT_ONCE) send();
            }
            send();
            settle();
        }

        private void send() throws IOException {
            settle();
            if (stop.getAsBoolean()) throw new Stopped(settled());
            underWay = batch;
            taking = take(batch);
            batch = new ArrayList<>();
            rows = 0;
        }

        private void settle() throws IOException {
            judge(underWay, taking);
            underWay = List.of();
            taking = Future.succeededFuture(new Taken(List.of()));
            progress.settled(settled(), survey.rows());
        }

        private void judge(List<Tale> tales, Future<Taken> outcome) throws IOException {
            try {
                judge(tales, await(outcome));
            } catch (DataRefused e) {
                if (tales.size() == 1) {
                    reject(tales.get(0), "the database refuses it (" + e.getMessage() + ")");
                    return;
                }
                // One bad fact fails all of them: halves find it.
                int half = tales.size() / 2;
                judge(tales.subList(0, half), take(tales.subList(0, half)));
                judge(tales.subList(half, tales.size()), take(tales.subList(half, tales.size())));
            }
        }

        private void judge(List<Tale> tales, Taken taken) throws IOException {
            for (int i = 0; i < tales.size(); i++) {
                Verdict verdict = taken.verdicts().get(i);
                int count = tales.get(i).rows().size();
                if (verdict.effect() == Effect.STORED) stored += count;
                else if (verdict.effect() == Effect.UNCHANGED) unchanged += count;
                else reject(tales.get(i), verdict.reason());
            }
        }

        private void reject(Tale tale, String reason) throws IOException {
            for (Row row : tale.rows()) rejected.add(new Rejected(row, reason));
        }

        private Future<Taken> take(List<Tale> tales) {
            return intake.take(tales.stream().map(Tale::fact).toList(), Unmatched.REFUSE);
        }
    }

    /** The database does not take what it was given; nothing is wrong with the database. */
    private static final class DataRefused extends RuntimeException {
        DataRefused(PgException cause) {
            super(cause.getSqlState(), cause);
        }
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stopped(0);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof PgException pg && isAboutData(pg)) throw new DataRefused(pg);
            throw new IllegalStateException("the database fails", e.getCause());
        }
    }

    private static boolean isAboutData(PgException failure) {
        String state = String.valueOf(failure.getSqlState());
        return state.startsWith("22") || state.startsWith("23") || state.startsWith("54");
    }
}
