package outfitter.bot.training;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.bot.understanding.Means;
import outfitter.bot.understanding.TrainedLanguage;
import outfitter.models.json.Json;
import outfitter.models.language.HeardUtterances;
import outfitter.models.language.LanguageVersion;
import outfitter.models.language.LanguageVersions;
import outfitter.models.language.TrainingJob;
import outfitter.models.language.TrainingJobs;

/**
 * Trains the shop's language with what people corrected, lets the {@link Gate} decide, and reads with what is live,
 * whichever server made it so. One training at a time, on a thread of its own. Thread-safe.
 */
public final class TrainingRoom {
    private static final Logger LOG = LoggerFactory.getLogger(TrainingRoom.class);
    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final long LONGEST_MINUTES = 30;
    private static final int VERSIONS = 20;
    private static final int MISREAD = 12;

    private final Vertx vertx;
    private final Clock clock;
    private final String language;
    private final Schooling schooling;
    private final String build;
    private final List<Consumer<TrainedLanguage>> speakers = new CopyOnWriteArrayList<>();
    private final HeardUtterances heard;
    private final LanguageVersions versions;
    private final TrainingJobs jobs;
    private final WorkerExecutor worker;
    private final Object order = new Object();
    private volatile Stage stage = new Stage("corrections", 0);
    private volatile Live live;
    private volatile boolean fromAnotherBuild;
    private volatile boolean closed;
    private Future<Void> following = Future.succeededFuture();
    private @Nullable Future<?> judging;

    /** A room for {@code language} that reads with the build's own model at first. Takes a moment: not on an event loop. */
    public TrainingRoom(Vertx vertx, Pool db, Clock clock, String language, Collection<String> intents, Means means) {
        this.vertx = vertx;
        this.clock = clock;
        this.language = language;
        schooling = new Schooling(language, intents, means);
        build = schooling.build();
        live = new Live(schooling.shipped(), null);
        heard = new HeardUtterances(db);
        versions = new LanguageVersions(db);
        jobs = new TrainingJobs(db);
        worker = vertx.createSharedWorkerExecutor("language-training", 1, LONGEST_MINUTES, TimeUnit.MINUTES);
    }

    private record Stage(String name, double share) {}

    /** What is read with; {@code version} is null for the build's own. */
    private record Live(TrainedLanguage language, @Nullable Long version) {}

    /**
     * How things stand.
     *
     * @param versions newest first
     * @param reading which of them reads here now; null while the build's own has not been judged
     * @param build the build's fingerprint: only its own versions can go live
     * @param fromAnotherBuild whether what was live was trained for another build and so is not read with
     * @param job the training under way, or the last one
     * @param misread which intents were taken for which others, by what people corrected
     */
    public record Overview(
            List<LanguageVersion> versions,
            @Nullable Long reading,
            String build,
            boolean fromAnotherBuild,
            HeardUtterances.Counts counts,
            Optional<TrainingJob> job,
            List<HeardUtterances.Misread> misread) {
        public Overview {
            versions = List.copyOf(versions);
            misread = List.copyOf(misread);
        }
    }

    /** What is read with. */
    public TrainedLanguage language() {
        return live.language();
    }

    /** Which version that is; null for the build's own. */
    public @Nullable Long version() {
        return live.version();
    }

    /** What can be told apart. */
    public Set<String> intents() {
        return schooling.intents();
    }

    /** Tells {@code speaker} what to read with, now and whenever that changes. */
    public void teach(Consumer<TrainedLanguage> speaker) {
        speakers.add(speaker);
        speaker.accept(live.language());
    }

    /** Reads with what is marked as live from now on; one after the other, and a failure leaves all as it was. */
    public Future<Void> follow() {
        synchronized (order) {
            following = following.transform(before -> load());
            return following;
        }
    }

    /** Begins a training; empty when another one is under way. */
    public Future<Optional<TrainingJob>> train(long account) {
        UUID id = UUID.randomUUID();
        stage = new Stage("corrections", 0);
        return jobs.begin(language, id, stage.name(), account, clock.instant()).compose(begun -> {
            if (!begun) return Future.succeededFuture(Optional.empty());
            run(id, account);
            return job();
        });
    }

    /** Whether anybody corrected anything that can be learned. */
    public Future<Boolean> hasLessons() {
        return heard.counts(language, Instant.EPOCH).map(counts -> counts.fresh() > 0);
    }

    /** The training under way, or the last one. */
    public Future<Optional<TrainingJob>> job() {
        return jobs.last(language);
    }

    /** Whether {@code job} goes on. */
    public boolean isUnderWay(TrainingJob job) {
        return job.isUnderWay(clock.instant());
    }

    /** Makes another version live, here before the Future completes; false when it is not to be had. */
    public Future<Boolean> goLive(long version) {
        return versions.goLive(language, build, version, clock.instant())
                .compose(done -> follow().map(followed -> done));
    }

    /** How things stand; judges the build's own model if nobody has, which shows later. */
    public Future<Overview> overview() {
        Future<List<LanguageVersion>> all = versions.list(language, VERSIONS);
        Future<Optional<LanguageVersion>> own =
                versions.ofBuild(language, build).onSuccess(this::judgeOwn);
        Future<Optional<TrainingJob>> job = job();
        Future<List<HeardUtterances.Misread>> misread = heard.misread(language, MISREAD);
        return Future.all(all, own, job, misread).compose(ready -> {
            @Nullable Long version = version();
            Long reading = version != null
                    ? version
                    : own.result().map(LanguageVersion::id).orElse(null);
            Instant since = all.result().stream()
                    .filter(each -> Long.valueOf(each.id()).equals(version))
                    .map(LanguageVersion::trainedAt)
                    .findFirst()
                    .orElse(Instant.EPOCH);
            return heard.counts(language, since)
                    .map(counts -> new Overview(
                            all.result(), reading, build, fromAnotherBuild, counts, job.result(), misread.result()));
        });
    }

    /** Whatever is trained now broke off. */
    public Future<?> close() {
        closed = true;
        return worker.close();
    }

    private void run(UUID id, long account) {
        long started = System.nanoTime();
        long beating = vertx.setPeriodic(BEAT.toMillis(), tick -> beat(id));
        follow().compose(followed -> heard.lessons(language))
                .map(all -> Lessons.of(all, intents()))
                .compose(lessons ->
                        worker.executeBlocking(() -> schooling.candidate(language(), lessons, this::reached)))
                .compose(candidate -> keep(id, account, candidate, (System.nanoTime() - started) / 1e9))
                .onComplete(ended -> vertx.cancelTimer(beating))
                .onFailure(failure -> {
                    if (closed) return;
                    LOG.error("language training failed", failure);
                    jobs.end(id, null, "The training broke off; the live model stays. Try again.", clock.instant());
                });
    }

    // Whoever closes the room does not wait for what takes long.
    private void reached(String name, double share) {
        goOn();
        stage = new Stage(name, share);
    }

    private void goOn() {
        if (closed) throw new CancellationException("the training room was closed");
    }

    private Future<Boolean> keep(UUID id, long account, Schooling.Candidate candidate, double seconds) {
        boolean refused = !candidate.verdict().passed();
        LanguageVersions.Trained trained = new LanguageVersions.Trained(
                language,
                build,
                account,
                candidate.lessons(),
                seconds,
                Json.tree(candidate.figures()),
                Json.tree(candidate.verdict()),
                refused,
                Buffer.buffer(refused ? new byte[0] : candidate.language().bytes()));
        return jobs.beat(id, "deciding", 1, clock.instant())
                .compose(mine -> mine
                        ? versions.trained(trained, clock.instant())
                        : Future.failedFuture(new IllegalStateException("taken for broken off")))
                .compose(version -> follow().compose(followed -> jobs.end(id, version, null, clock.instant()))
                        .onSuccess(ended -> LOG.info(
                                "language trained version={} lessons={} live={} seconds={}",
                                version,
                                candidate.lessons(),
                                !refused,
                                Math.round(seconds))));
    }

    private void beat(UUID id) {
        Stage now = stage;
        jobs.beat(id, now.name(), now.share(), clock.instant())
                .onFailure(failure -> LOG.warn("training cannot tell how far it is cause={}", failure.toString()));
    }

    private Future<Void> load() {
        return versions.live(language).compose(marked -> {
            LanguageVersion version = marked.orElse(null);
            fromAnotherBuild = version != null && !version.build().equals(build) && !version.ofBuild();
            if (version == null || version.ofBuild() || fromAnotherBuild) return readWithOwn(version);
            if (Long.valueOf(version.id()).equals(version())) return Future.succeededFuture();
            return versions.weights(version.id())
                    .compose(weights -> vertx.executeBlocking(
                            () -> weights.flatMap(bytes -> schooling.school().read(bytes.getBytes()))))
                    .compose(trained ->
                            trained.isPresent() ? readWith(trained.get(), version.id()) : readWithOwn(version));
        });
    }

    private Future<Void> readWith(TrainedLanguage trained, long version) {
        read(new Live(trained, version));
        LOG.info("language is read with version={}", version);
        return Future.succeededFuture();
    }

    private Future<Void> readWithOwn(@Nullable LanguageVersion instead) {
        if (instead != null && !instead.ofBuild()) {
            LOG.warn("language version does not fit this build, reading with the build's own version={}", instead.id());
        }
        read(new Live(schooling.shipped(), null));
        return Future.succeededFuture();
    }

    private void read(Live next) {
        if (next.language() == live.language()) return;
        live = next;
        speakers.forEach(speaker -> speaker.accept(next.language()));
    }

    private void judgeOwn(Optional<LanguageVersion> judged) {
        synchronized (order) {
            if (judged.isPresent() || (judging != null && !judging.isComplete())) return;
            judging = worker.executeBlocking(() -> schooling.ofBuild((stage, share) -> goOn()))
                    .compose(figures -> versions.judged(language, build, Json.tree(figures), clock.instant()))
                    .onFailure(failure -> {
                        if (!closed) LOG.warn("the build's language was not judged", failure);
                    });
        }
    }
}
