package outfitter.server.intake;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import io.vertx.sqlclient.Pool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.models.account.Account;
import outfitter.models.account.AuditLog;
import outfitter.server.http.Access;
import outfitter.server.http.Answer;
import outfitter.server.http.Api;
import outfitter.server.http.Operation;
import outfitter.server.http.Requests;
import outfitter.server.intake.table.BadTable;
import outfitter.server.intake.table.Kind;
import outfitter.server.intake.table.Source;
import outfitter.server.intake.table.Survey;

/**
 * Imports a file that a merchandiser drops on the studio, one at a time on this server. The file goes to disk as it comes
 * and is gone once it is imported; its rejected rows stay until the next one. For one event loop, beside the thread that
 * imports.
 */
public final class StudioImport {
    private static final Logger LOG = LoggerFactory.getLogger(StudioImport.class);
    private static final String PATH = "/api/studio/import";
    /** Larger ones are for the command line, which reads them where they lie. */
    static final long LARGEST = 512L << 20;

    private static final int LONGEST_NAME = 200;
    private static final long PATIENCE_SECONDS = 120;

    private final Vertx vertx;
    private final Path folder;
    private final Import importing;
    private final AuditLog audit;
    private final Function<RoutingContext, Account> signedIn;
    private final Supplier<Future<?>> shown;
    private volatile @Nullable Job job;
    private volatile boolean isStopping;

    /**
     * @param folder where uploads lie meanwhile; emptied now
     * @param signedIn who sent a request that passed the guard
     * @param shown lets the pages see what was imported; an import is done only after it
     */
    public StudioImport(
            Vertx vertx,
            Pool db,
            Path folder,
            Clock clock,
            Function<RoutingContext, Account> signedIn,
            Supplier<Future<?>> shown) {
        this.shown = shown;
        this.vertx = vertx;
        this.folder = folder;
        this.signedIn = signedIn;
        importing = new Import(db, clock);
        audit = new AuditLog(db, clock);
        empty(folder);
    }

    public void mount(Api api) {
        api.post(
                PATH,
                Operation.of("Imports a CSV file, the request's body; may be gzipped")
                        .by(Access.MERCHANDISER)
                        .query("name", String.class, "what the file is called")
                        .query(
                                "kind",
                                Kind.class,
                                "products, orders or customers; found out from its columns unless given")
                        .returns(202, Job.class)
                        .fails(409, "another import is under way")
                        .fails(413, "the file is larger than 512 MB"),
                this::upload);
        api.get(
                PATH,
                Operation.of("Tells how far the latest import is, or what came of it")
                        .by(Access.MERCHANDISER)
                        .returns(Latest.class),
                ctx -> Future.succeededFuture(new Latest(job)));
        api.raw(
                HttpMethod.GET,
                PATH + "/:id/rejected",
                Operation.of("Hands out the rows that were not taken, with line and reason")
                        .by(Access.MERCHANDISER)
                        .returnsMedia("text/csv"),
                this::rejected);
    }

    /** @param job null when nothing was imported since the start */
    record Latest(@Nullable Job job) {}

    /** Lets the batch under way end. */
    public void close() {
        isStopping = true;
    }

    private Future<Answer> upload(RoutingContext ctx) {
        HttpServerRequest request = ctx.request();
        Account account = signedIn.apply(ctx);
        String name = Requests.query(ctx, "name").orElse("file.csv");
        Optional<Kind> kind = Requests.choice(ctx, "kind", Kind.class);
        if (name.length() > LONGEST_NAME) throw Requests.malformed("name", "is too long");
        Job before = job;
        if (before != null && before.isUnderWay()) throw new HttpException(409, "Another import is under way");
        if (length(request) > LARGEST) throw tooLarge();
        Job begun = new Job(
                UUID.randomUUID().toString(), name, kind.map(Kind::code).orElse(null), "looking", 0, null, null);
        job = begun;
        empty(folder);
        Path file = folder.resolve(begun.id() + ".csv");
        return receive(request, file)
                .onFailure(failure -> job = before)
                .compose(done ->
                        audit.record("account:" + account.id(), "import", "file:" + begun.id(), Map.of("name", name)))
                .map(done -> {
                    Thread thread = new Thread(() -> work(begun, kind, file), "import");
                    thread.setDaemon(true);
                    thread.start();
                    return new Answer(202, begun);
                });
    }

    private Future<Void> receive(HttpServerRequest request, Path file) {
        request.pause();
        return vertx.fileSystem()
                .open(file.toString(), new OpenOptions().setCreateNew(true).setWrite(true))
                .compose(out -> copy(request, out)
                        .eventually(out::close)
                        .onFailure(failure -> vertx.fileSystem().delete(file.toString())));
    }

    private static Future<Void> copy(HttpServerRequest request, AsyncFile out) {
        Promise<Void> copied = Promise.promise();
        long[] size = {0};
        request.exceptionHandler(copied::tryFail);
        request.endHandler(end -> copied.tryComplete());
        request.handler(bytes -> {
            size[0] += bytes.length();
            if (size[0] > LARGEST) {
                copied.tryFail(tooLarge());
                return;
            }
            out.write(bytes).onFailure(copied::tryFail);
            if (out.writeQueueFull()) {
                request.pause();
                out.drainHandler(drained -> request.resume());
            }
        });
        request.resume();
        return copied.future();
    }

    private void work(Job begun, Optional<Kind> asked, Path file) {
        try {
            Kind kind = asked.isPresent() ? asked.get() : Survey.kindOf(new Source(file));
            job = begun.as(kind.code());
            Imported imported = importing.run(
                    new Import.Task(file, kind, null, null, rejectedOf(begun.id())),
                    progress(begun.as(kind.code())),
                    () -> isStopping);
            show();
            job = begun.as(kind.code()).done(imported);
            LOG.info("imported kind={} stored={} rejected={}", kind.code(), imported.stored(), imported.rejected());
        } catch (BadTable e) {
            job = begun.failed(begun.file() + ": " + e.getMessage());
        } catch (Import.Stopped e) {
            job = begun.failed("The server was stopped; drop the file again to go on");
        } catch (IOException | RuntimeException e) {
            LOG.error("import failed", e);
            job = begun.failed("The import broke off; what was imported before stays. Drop the file again to go on");
        } finally {
            delete(file);
        }
    }

    private void show() {
        try {
            shown.get().toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("what was imported shows later", e);
        }
    }

    private Progress progress(Job begun) {
        return new Progress() {
            @Override
            public void looking(double share) {
                job = begun.with("looking", Math.min(1, share));
            }

            @Override
            public void settled(long count, long rows) {
                job = begun.with("running", rows == 0 ? 1 : Math.min(1, (double) count / rows));
            }
        };
    }

    private void rejected(RoutingContext ctx) {
        Job now = job;
        Path file = rejectedOf(Requests.text(ctx, "id"));
        if (now == null || !now.id().equals(Requests.text(ctx, "id")) || !Files.exists(file))
            throw new HttpException(404, "There are no rejected rows of this import");
        String name = now.file().replaceAll("[^\\p{L}\\p{N}. _-]", "_") + ".rejected.csv";
        ctx.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/csv; charset=utf-8")
                .putHeader("content-disposition", "attachment; filename=\"" + name.replaceAll("[^ -~]", "_") + "\"")
                .sendFile(file.toString())
                .onFailure(ctx::fail);
    }

    private Path rejectedOf(String id) {
        return folder.resolve(id.replaceAll("[^0-9a-f-]", "") + ".rejected.csv");
    }

    private static long length(HttpServerRequest request) {
        String given = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return given == null ? 0 : Long.parseLong(given);
    }

    private static HttpException tooLarge() {
        return new HttpException(413, "The file is larger than 512 MB; use ./outfitter import");
    }

    private static void empty(Path folder) {
        try {
            Files.createDirectories(folder);
            try (Stream<Path> left = Files.list(folder)) {
                for (Path each : left.toList()) Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no place for uploads in " + folder, e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("an upload stays behind file={}", file.getFileName());
        }
    }
}
