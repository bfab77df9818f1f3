package outfitter.recommender.visit;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.models.visit.VisitLog;

/**
 * Brings {@link Visits} over a restart: what happened is written every ten seconds, and read at the start beside everything
 * else; learns from them, and keeps what was learned. What cannot be written waits for the next time. Thread-safe.
 */
public final class VisitKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(VisitKeeper.class);
    private static final Duration WRITTEN = Duration.ofSeconds(10);

    private final Vertx vertx;
    private final VisitLog log;
    private final Visits visits;
    private final @Nullable Path file;
    private final Clock clock;
    private @Nullable Long timer;
    private boolean writing;
    private boolean closed;
    private @Nullable Future<Optional<VisitLesson>> learning;

    /** @param file where what was learned is kept; null for nowhere */
    public VisitKeeper(Vertx vertx, Pool db, @Nullable Path file, Clock clock) {
        this.vertx = vertx;
        this.file = file;
        this.clock = clock;
        log = new VisitLog(db);
        visits = new Visits(clock, work -> vertx.executeBlocking(Executors.callable(work), false));
    }

    public Visits visits() {
        return visits;
    }

    /**
     * Takes up what was under way, then, beside everything else, the visits that ended and what was learned from them. Does
     * not fail: what cannot be read is told in the log, and done without.
     */
    public Future<Void> open() {
        return log.underWay(clock.instant())
                .onSuccess(found -> found.forEach(visits::takeUp))
                .onFailure(failure -> LOG.warn("visits under way not read", failure))
                .onComplete(done -> {
                    readEnded();
                    arm();
                })
                .<Void>mapEmpty()
                .otherwiseEmpty();
    }

    /** Writes what is left. */
    public Future<Void> close() {
        synchronized (this) {
            closed = true;
            if (timer != null) vertx.cancelTimer(timer);
        }
        return write();
    }

    /** Writes what happened since the last time. */
    public Future<Void> write() {
        synchronized (this) {
            if (writing) return Future.succeededFuture();
            writing = true;
        }
        Visits.Changes changes = visits.changes();
        return log.write(changes.ended(), changes.changed(), changes.gone())
                .onFailure(failure -> {
                    visits.notWritten(changes);
                    LOG.warn("visits not written, to be tried again", failure);
                })
                .onComplete(done -> written())
                .otherwiseEmpty();
    }

    /**
     * Deletes what is too old, and learns from all visits what is looked at next; empty when there are too few. What is not
     * better than the best signal alone changes nothing.
     */
    public synchronized Future<Optional<VisitLesson>> learn() {
        if (learning != null) return learning;
        learning = log.forgetOld(clock.instant())
                .compose(done -> vertx.executeBlocking(this::learnAndSave, false))
                .onComplete(done -> learned());
        return learning;
    }

    private Optional<VisitLesson> learnAndSave() throws Exception {
        ForkJoinPool one = new ForkJoinPool(1); // leaves room for customers
        try {
            Optional<VisitLesson> lesson = one.submit(visits.follows()::learn).get();
            lesson.ifPresent(learned -> LOG.info("visits learned from: {}", learned.verdict()));
            Path to = file;
            if (to != null && lesson.filter(VisitLesson::accepted).isPresent()) LessonFile.write(to, lesson.get());
            return lesson;
        } finally {
            one.shutdown();
        }
    }

    private void readEnded() {
        WhatFollows follows = visits.follows();
        follows.loading();
        log.ended(follows::ended)
                .onComplete(done -> follows.loaded())
                .compose(read -> vertx.executeBlocking(this::takeUpLesson, false))
                .onFailure(failure -> LOG.warn("visits not read", failure))
                .onSuccess(lesson -> LOG.info("visits loaded ended={} lesson={}", follows.visits(), lesson));
    }

    private boolean takeUpLesson() {
        Path from = file;
        if (from == null) return false;
        try {
            Optional<VisitLesson> lesson = LessonFile.readIfThere(from);
            lesson.ifPresent(visits.follows()::use);
            return lesson.isPresent();
        } catch (IOException e) {
            LOG.warn("what was learned from visits not loaded, to be learned anew: {}", e.getMessage());
            return false;
        }
    }

    private synchronized void arm() {
        if (!closed) timer = vertx.setTimer(WRITTEN.toMillis(), due -> write().onComplete(done -> arm()));
    }

    private synchronized void written() {
        writing = false;
    }

    private synchronized void learned() {
        learning = null;
    }
}
