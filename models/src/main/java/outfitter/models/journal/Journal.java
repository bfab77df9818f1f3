package outfitter.models.journal;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Timer;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.models.conversation.ConversationId;

/**
 * Appends turns, grouped: whatever queued up while the last commits were on their way goes into the next one, without
 * added wait when idle. A turn's future completes only after the commit that wrote it.
 *
 * <p>To begin a commit and to make it durable costs as much as some ten turns in it, so groups are let grow where that
 * costs nobody much: turns that arrive in one sweep of the event loop go together, a second commit is begun beside a first
 * one only for a group that is worth it or that waited {@link #GATHER_MILLIS}, and while groups come out large the next one
 * is given that time as well.
 *
 * <p>A lost connection leaves a batch's outcome unknown; the same batch is then repeated, which its causes make safe. A
 * batch that the database rejects for what one turn says is halved until that turn is alone, so that no other suffers.
 * Everything runs on one context; {@link #append} may be called from any thread.
 */
final class Journal {
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

    static final int BATCH = 250;
    static final int QUEUE = 20_000;
    static final int LANES = 2;
    /** So many are worth a commit of their own beside the one under way. */
    static final int WORTH_A_LANE = 48;
    /** Groups of so many mean that there is a crowd, and that the next one is worth waiting for. */
    private static final int CROWD = 8;

    private static final long GATHER_MILLIS = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Vertx vertx;
    private final Context context;
    private final Deque<Pending> queue = new ArrayDeque<>();
    private final Set<ConversationId> inFlight = new HashSet<>();
    private final List<Lane> idle = new ArrayList<>();
    private final List<Lane> lanes = new ArrayList<>();
    private int lastGroup;
    private boolean sweeping;
    private @Nullable Timer gathering;
    private boolean closed;

    /** A turn and who waits for it. */
    private record Pending(Turn turn, Promise<Outcome> answer, long deadline) {
        boolean isOverdue() {
            return System.nanoTime() - deadline > 0;
        }
    }

    Journal(Vertx vertx, Context context, Supplier<PgConnectOptions> options) {
        this.vertx = vertx;
        this.context = context;
        for (int i = 0; i < LANES; i++) lanes.add(new Lane(vertx, options));
        idle.addAll(lanes);
    }

    /** Makes ready what the first turn would wait for; to be called before it. */
    Future<Void> open() {
        Promise<Void> opened = Promise.promise();
        context.runOnContext(
                nothing -> Future.all(lanes.stream().map(Lane::open).toList())
                        .<Void>mapEmpty()
                        .onComplete(opened));
        return opened.future();
    }

    /** Appends {@code turn}; fails with {@link JournalUnavailable} when nobody can say whether it is stored. */
    Future<Outcome> append(Turn turn) {
        Promise<Outcome> answer = Promise.promise();
        context.runOnContext(nothing -> accept(new Pending(turn, answer, System.nanoTime() + PATIENCE.toNanos())));
        return answer.future();
    }

    private void accept(Pending pending) {
        if (closed) {
            pending.answer().fail(new JournalUnavailable("the journal is closed"));
        } else if (queue.size() >= QUEUE) {
            pending.answer().fail(new JournalUnavailable("too many turns are waiting"));
        } else {
            queue.add(pending);
            sweep();
        }
    }

    // Whatever else arrived in the same sweep of the event loop has its place in the context's queue before this.
    private void sweep() {
        if (sweeping) return;
        sweeping = true;
        context.runOnContext(nothing -> {
            sweeping = false;
            dispatch();
        });
    }

    private void dispatch() {
        if (queue.isEmpty() || idle.isEmpty()) return;
        boolean quiet = idle.size() == lanes.size() && lastGroup < CROWD;
        if (quiet || queue.size() >= WORTH_A_LANE) commit();
        else gather();
    }

    private void gather() {
        if (gathering != null) return;
        Timer timer = vertx.timer(GATHER_MILLIS, TimeUnit.MILLISECONDS);
        gathering = timer;
        timer.onSuccess(tick -> context.runOnContext(nothing -> {
            if (gathering == timer) commit();
        }));
    }

    private void commit() {
        if (gathering != null) gathering.cancel();
        gathering = null;
        while (!idle.isEmpty()) {
            List<Pending> batch = nextBatch();
            if (batch.isEmpty()) return;
            lastGroup = batch.size();
            Lane lane = idle.remove(idle.size() - 1);
            send(lane, batch).onComplete(done -> {
                batch.forEach(pending -> inFlight.remove(pending.turn().conversation()));
                idle.add(lane);
                sweep();
            });
        }
    }

    // At most one turn a conversation in flight; later ones of the same keep their order in the queue.
    private List<Pending> nextBatch() {
        List<Pending> batch = new ArrayList<>();
        Set<ConversationId> passed = new HashSet<>();
        for (Iterator<Pending> waiting = queue.iterator(); waiting.hasNext() && batch.size() < BATCH; ) {
            Pending pending = waiting.next();
            ConversationId conversation = pending.turn().conversation();
            if (inFlight.contains(conversation) || !passed.add(conversation)) continue;
            inFlight.add(conversation);
            batch.add(pending);
            waiting.remove();
        }
        return batch;
    }

    /** Completes, never fails, when every turn of the batch has its answer. */
    private Future<Void> send(Lane lane, List<Pending> batch) {
        List<Turn> turns = batch.stream().map(Pending::turn).toList();
        return lane.execute(turns)
                .compose(
                        outcomes -> outcomes.isEmpty() ? again(lane, batch, null) : answer(batch, outcomes),
                        failure -> isPoison(failure) ? halve(lane, batch, failure) : again(lane, batch, failure));
    }

    private static Future<Void> answer(List<Pending> batch, List<Outcome> outcomes) {
        for (int i = 0; i < batch.size(); i++) batch.get(i).answer().complete(outcomes.get(i));
        return Future.succeededFuture();
    }

    private Future<Void> halve(Lane lane, List<Pending> batch, Throwable failure) {
        if (batch.size() == 1) {
            batch.get(0).answer().fail(failure);
            return Future.succeededFuture();
        }
        int middle = batch.size() / 2;
        return send(lane, batch.subList(0, middle)).compose(done -> send(lane, batch.subList(middle, batch.size())));
    }

    // Unknown: the same turns once more, for as long as their callers are willing to wait.
    private Future<Void> again(Lane lane, List<Pending> batch, @Nullable Throwable failure) {
        List<Pending> patient = new ArrayList<>();
        for (Pending pending : batch) {
            if (closed || pending.isOverdue()) pending.answer().fail(unknown(failure));
            else patient.add(pending);
        }
        if (patient.isEmpty()) return Future.succeededFuture();
        LOG.warn("journal repeats turns={} cause={}", patient.size(), failure == null ? "answer" : failure.toString());
        return vertx.timer(lane.backOffMillis(), TimeUnit.MILLISECONDS).compose(tick -> send(lane, patient));
    }

    private static JournalUnavailable unknown(@Nullable Throwable failure) {
        String why = "the outcome is unknown; repeat the same message later";
        return failure == null ? new JournalUnavailable(why) : new JournalUnavailable(why, failure);
    }

    // Class 22 and 23 are about the data of a turn; 53, 57, 58 and a lost connection are about the server.
    private static boolean isPoison(Throwable failure) {
        if (failure instanceof PgException pg) {
            String state = String.valueOf(pg.getSqlState());
            return !(state.startsWith("53")
                    || state.startsWith("57")
                    || state.startsWith("58")
                    || state.startsWith("08")
                    || state.startsWith("25")
                    || state.startsWith("40")
                    || state.startsWith("55"));
        }
        return failure instanceof IllegalArgumentException;
    }

    Future<Void> close() {
        closed = true;
        return Future.all(lanes.stream().map(Lane::close).toList()).mapEmpty();
    }
}
