package outfitter.bot.training;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.bot.understanding.Masking;
import outfitter.models.conversation.ConversationId;
import outfitter.models.language.HeardUtterance;
import outfitter.models.language.HeardUtterances;

/**
 * Keeps what customers wrote, masked, beside the turns and never in their way: many at a time, and what comes faster than
 * it can be written is dropped and counted. May be told from any thread; the rest happens on one context.
 */
public final class UtteranceLog {
    /** How long something that nobody corrected is kept. */
    public static final Duration KEPT = Duration.ofDays(180);

    private static final Logger LOG = LoggerFactory.getLogger(UtteranceLog.class);
    private static final Duration SWEEP = Duration.ofHours(6);
    /** What is heard meanwhile goes together; with {@link #AT_ONCE} the most that a busy server spends on it. */
    private static final Duration GATHERING = Duration.ofMillis(250);

    private static final int AT_ONCE = 100;
    private static final int WAITING = 1_000;
    private static final int READINGS = 5;

    private final Context context;
    private final Vertx vertx;
    private final Clock clock;
    private final String language;
    private final HeardUtterances heard;
    private final Supplier<@Nullable Long> model;
    private final Deque<Hearing> waiting = new ArrayDeque<>();
    private final AtomicLong dropped = new AtomicLong();
    private final long sweeper;
    private Future<?> writing = Future.succeededFuture();
    private boolean gathering;

    /** A log in {@code heard}; {@code model} names the version that reads now, null for the one of the build. */
    public UtteranceLog(
            Vertx vertx, Clock clock, String language, HeardUtterances heard, Supplier<@Nullable Long> model) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.clock = clock;
        this.language = language;
        this.heard = heard;
        this.model = model;
        this.sweeper = vertx.setPeriodic(SWEEP.toMillis(), tick -> sweep());
    }

    /** Takes it to be kept, unless too much waits already. */
    public void heard(Hearing hearing) {
        context.runOnContext(nothing -> {
            if (waiting.size() >= WAITING) dropped.incrementAndGet();
            else waiting.add(hearing);
            gather();
        });
    }

    /** How many were not kept, since the start. */
    public long dropped() {
        return dropped.get();
    }

    /** Completes when what it was told of before is kept, or was dropped. */
    public Future<?> settled() {
        Promise<Void> settled = Promise.promise();
        context.runOnContext(nothing -> settle(settled));
        return settled.future();
    }

    /** Keeps what still waits, and ends. */
    public Future<?> close() {
        vertx.cancelTimer(sweeper);
        return settled();
    }

    private void settle(Promise<Void> settled) {
        write();
        if (writing.isComplete()) settled.complete();
        else writing.onComplete(written -> context.runOnContext(nothing -> settle(settled)));
    }

    private void gather() {
        if (gathering || waiting.isEmpty()) return;
        gathering = true;
        vertx.setTimer(
                GATHERING.toMillis(),
                gathered -> context.runOnContext(nothing -> {
                    gathering = false;
                    write();
                }));
    }

    // Masking takes longer than anything on an event loop should, so a worker does it.
    private void write() {
        if (!writing.isComplete() || waiting.isEmpty()) return;
        List<Hearing> batch = new ArrayList<>();
        while (batch.size() < AT_ONCE && !waiting.isEmpty()) batch.add(waiting.poll());
        writing = heard.names(batch.stream().map(Hearing::conversation).toList())
                .compose(names -> vertx.executeBlocking(() -> masked(batch, names)))
                .compose(heard::add)
                .recover(failure -> {
                    dropped.addAndGet(batch.size());
                    LOG.warn(
                            "utterances not kept count={} cause={}",
                            batch.size(),
                            failure.getClass().getSimpleName());
                    return Future.succeededFuture();
                });
        writing.onComplete(ended -> context.runOnContext(nothing -> gather()));
    }

    private List<HeardUtterance> masked(List<Hearing> batch, Map<ConversationId, String> names) {
        List<HeardUtterance> kept = new ArrayList<>();
        for (Hearing each : batch) {
            String name = names.get(each.conversation());
            String text = Masking.masked(each.text(), name == null ? List.of() : List.of(name));
            if (Masking.saysSomething(text)) kept.add(utterance(each, text));
        }
        return kept;
    }

    private HeardUtterance utterance(Hearing hearing, String text) {
        return new HeardUtterance(
                hearing.conversation(),
                hearing.seq(),
                hearing.at(),
                language,
                text,
                hearing.readings().stream().limit(READINGS).toList(),
                hearing.did(),
                hearing.routine(),
                model.get(),
                hearing.doubtful(),
                hearing.doubt());
    }

    private void sweep() {
        heard.clean(clock.instant().minus(KEPT)).onFailure(failure -> LOG.warn("old utterances stay for now", failure));
    }
}
