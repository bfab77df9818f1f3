package outfitter.models.journal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import outfitter.models.conversation.Conversation;
import outfitter.models.conversation.ConversationId;
import outfitter.models.conversation.Conversations;
import outfitter.models.conversation.Entry;

/**
 * The way everything enters a conversation: a cause, a decision on the newest state, one turn, the news.
 *
 * <p>Turns of one conversation run one after another; those of different ones side by side. When another node's turn
 * came first, the decision is taken again on the state that the refusal brought. Expected outcomes are {@link Advance}s;
 * the Future fails with what the decision failed with, with {@link JournalUnavailable} when nobody can say whether the
 * turn is stored, or when the database rejects the turn itself. Thread-safe.
 */
public final class Timeline {
    private static final int TRIES = 500;
    private static final int LONGEST_WAIT_MILLIS = 60;
    private static final int REMEMBERED = 50_000;
    private static final int CATCH_UP = 500;

    private final Vertx vertx;
    private final Context context;
    private final Clock clock;
    private final Conversations conversations;
    private final Journal journal;
    private final News news;
    private final Mailboxes<ConversationId> mailboxes;
    // The newest conversations as this node knows them. A stale one costs a conflict, never a wrong turn.
    private final Cache<ConversationId, Conversation> known =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private final Cache<String, ConversationId> routes =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    /** A timeline in the database at {@code options}, which {@code conversations} reads. */
    public Timeline(Vertx vertx, PgConnectOptions options, Conversations conversations, News news, Clock clock) {
        this(vertx, () -> options, conversations, news, clock);
    }

    /**
     * {@code options} lead to the database that {@code conversations} reads; the journal opens connections of its own, and
     * asks anew for each, since a PostgreSQL that died may come back on another port.
     */
    public Timeline(
            Vertx vertx, Supplier<PgConnectOptions> options, Conversations conversations, News news, Clock clock) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.clock = clock;
        this.conversations = conversations;
        this.news = news;
        this.journal = new Journal(vertx, context, options);
        this.mailboxes = new Mailboxes<>(context);
    }

    /** A message from {@code address}, with its id there; opens a conversation for an address that nobody knows yet. */
    public Future<Advance> receive(String address, String messageId, Decider decider) {
        return route(address).compose(id -> advance(id, Cause.message(address, messageId), decider));
    }

    /** Something that concerns a conversation. One that was absorbed passes it on to the survivor. */
    public Future<Advance> advance(ConversationId id, Cause cause, Decider decider) {
        return mailboxes
                .inTurn(id, () -> newest(id).compose(now -> attempt(now, cause, decider, 1)))
                .compose(step -> step.elsewhere() == null
                        ? Future.succeededFuture(step.advance().orElseThrow())
                        : advance(step.elsewhere(), cause, decider));
    }

    /** Opens the journal's connections, which else the first turn does; to be called before it. */
    public Future<Void> open() {
        return journal.open();
    }

    /** Ends the journal's connections; what is still queued fails as unknown. */
    public Future<Void> close() {
        return journal.close();
    }

    /** Learns, and tells, what something else than a turn made of a conversation. */
    void changedElsewhere(Conversation after, List<Entry> entries) {
        context.runOnContext(nothing -> publish(after, entries));
    }

    /** Either an answer, or the conversation that has to give it. */
    private record Step(Optional<Advance> advance, @Nullable ConversationId elsewhere) {
        static Future<Step> done(Advance advance) {
            return Future.succeededFuture(new Step(Optional.of(advance), null));
        }

        static Future<Step> at(ConversationId elsewhere) {
            return Future.succeededFuture(new Step(Optional.empty(), elsewhere));
        }
    }

    private Future<ConversationId> route(String address) {
        ConversationId remembered = routes.getIfPresent(address);
        if (remembered != null) return Future.succeededFuture(remembered);
        return conversations.openAt(address, "en", now()).map(conversation -> {
            routes.put(address, conversation.id());
            return conversation.id();
        });
    }

    private Future<Conversation> newest(ConversationId id) {
        Conversation remembered = known.getIfPresent(id);
        if (remembered != null) return Future.succeededFuture(remembered);
        return conversations
                .find(id)
                .map(found -> found.orElseThrow(() -> new IllegalArgumentException("no conversation " + id)));
    }

    private Future<Step> attempt(Conversation now, Cause cause, Decider decider, int attempt) {
        if (now.mergedInto() != null) return leave(now.id(), cause, now.mergedInto());
        Instant at = now();
        return decider.decide(now, at).compose(bodies -> {
            if (bodies.isEmpty()) return Step.done(new Advance.Nothing(now));
            Turn turn = Turn.of(now, cause, at, bodies);
            return journal.append(turn).compose(outcome -> settle(turn, outcome, decider, attempt));
        });
    }

    private Future<Step> settle(Turn turn, Outcome outcome, Decider decider, int attempt) {
        if (outcome instanceof Outcome.Stored) {
            return Step.done(publish(turn.after(), turn.entries()));
        } else if (outcome instanceof Outcome.Duplicate duplicate) {
            return duplicate(turn, duplicate);
        } else if (outcome instanceof Outcome.Conflict conflict) {
            return again(turn, conflict, decider, attempt);
        }
        known.invalidate(turn.conversation());
        return Future.failedFuture(new IllegalArgumentException("no conversation " + turn.conversation()));
    }

    // A cause that stands exactly where this turn would: a try whose outcome was unknown did commit it.
    private Future<Step> duplicate(Turn turn, Outcome.Duplicate duplicate) {
        boolean ours = duplicate.conversation().equals(turn.conversation()) && duplicate.seq() == turn.head() + 1;
        known.invalidate(turn.conversation());
        if (!ours) return Step.done(new Advance.Duplicate(duplicate.conversation(), duplicate.seq()));
        return conversations
                .entries(turn.conversation(), turn.head(), CATCH_UP)
                .compose(entries -> conversations
                        .find(turn.conversation())
                        .compose(after -> Step.done(publish(after.orElseThrow(), entries))));
    }

    private Future<Step> again(Turn turn, Outcome.Conflict conflict, Decider decider, int attempt) {
        ConversationId id = turn.conversation();
        if (conflict.mergedInto() != null) return leave(id, turn.cause(), conflict.mergedInto());
        if (turn.cause().routed()) {
            ConversationId route = conflict.route();
            if (route == null) return Future.failedFuture(new IllegalArgumentException("the address is gone"));
            if (!route.equals(id)) return leave(id, turn.cause(), route);
        }
        if (attempt >= TRIES) {
            return Future.failedFuture(new JournalUnavailable("the conversation is too busy; repeat later"));
        }
        return newer(turn, conflict, attempt).compose(now -> attempt(now, turn.cause(), decider, attempt + 1));
    }

    private Future<Step> leave(ConversationId id, Cause cause, ConversationId elsewhere) {
        known.invalidate(id);
        if (cause.routed()) routes.invalidate(cause.source());
        return Step.at(elsewhere);
    }

    // An unchanged head means that another node is about to commit here, or that somebody holds the row: a moment's
    // wait,
    // then longer ones, keep this from spinning.
    private Future<Conversation> newer(Turn turn, Outcome.Conflict conflict, int attempt) {
        Conversation before = turn.after();
        Conversation now = new Conversation(
                before.id(), before.customer(), conflict.head(), conflict.state(), null, before.linked());
        if (conflict.head() != turn.head()) return Future.succeededFuture(now);
        long wait = ThreadLocalRandom.current().nextLong(1, 6 + Math.min(attempt, LONGEST_WAIT_MILLIS));
        return vertx.timer(wait, TimeUnit.MILLISECONDS).map(tick -> now);
    }

    private Advance publish(Conversation after, List<Entry> entries) {
        known.put(after.id(), after);
        news.publish(new Committed(after, entries));
        return new Advance.Appended(after, entries);
    }

    // PostgreSQL keeps microseconds; what is told before and after a reload must be the same instant.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
