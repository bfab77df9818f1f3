package outfitter.bot;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.models.conversation.ConversationId;
import outfitter.models.conversation.ConversationState;
import outfitter.models.conversation.Unanswered;
import outfitter.models.journal.Committed;
import outfitter.models.journal.News;

/**
 * Answers that the bot owes a moment later, one timer a conversation. They stand in the conversation's state; this
 * only remembers when. All state lives on one context.
 */
final class OwedAnswers {
    /** How long a customer who is typing is waited for after the last word of it. */
    static final Duration TYPING = Duration.ofMillis(1_800);
    /** How long in all, counted from when the answer was due. */
    static final Duration LONGEST = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(OwedAnswers.class);
    private static final Duration LATER = Duration.ofSeconds(2);
    private static final int TRIES = 30;

    private final Vertx vertx;
    private final Context context;
    private final Clock clock;
    private final BiFunction<ConversationId, Long, Future<?>> answer;
    private final News.Subscription subscription;
    private final Map<ConversationId, Owed> owed = new HashMap<>();
    private boolean closed;

    OwedAnswers(Vertx vertx, Clock clock, News news, BiFunction<ConversationId, Long, Future<?>> answer) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.clock = clock;
        this.answer = answer;
        this.subscription = news.subscribeAll(this::heard);
    }

    /** @param upTo seq of the newest message to answer; 0 when only the database knows it */
    private record Owed(long upTo, Instant due, int tries, long timer) {}

    private void heard(Committed committed) {
        ConversationState state = committed.after().state();
        ConversationId id = committed.after().id();
        context.runOnContext(nothing -> {
            Instant due = state.answerDue();
            List<Unanswered> open = state.unanswered();
            if (due == null || open.isEmpty()) forget(id);
            else schedule(id, open.get(open.size() - 1).seq(), due, due, 0);
        });
    }

    /** An answer is owed that was not heard of by news. */
    void due(ConversationId conversation, Instant due, long upTo) {
        context.runOnContext(nothing -> {
            if (!owed.containsKey(conversation)) schedule(conversation, upTo, due, due, 0);
        });
    }

    void typing(ConversationId conversation) {
        context.runOnContext(nothing -> {
            Owed open = owed.get(conversation);
            if (open == null) return;
            Instant latest = open.due().plus(LONGEST);
            Instant wished = clock.instant().plus(TYPING);
            schedule(conversation, open.upTo(), open.due(), wished.isBefore(latest) ? wished : latest, open.tries());
        });
    }

    private void schedule(ConversationId id, long upTo, Instant due, Instant at, int tries) {
        if (closed) return;
        forget(id);
        long delay = Math.max(1, Duration.between(clock.instant(), at).toMillis());
        long timer = vertx.setTimer(delay, fired -> fire(id));
        owed.put(id, new Owed(upTo, due, tries, timer));
    }

    private void fire(ConversationId id) {
        Owed now = owed.remove(id);
        if (now == null || closed) return;
        answer.apply(id, now.upTo()).onFailure(failure -> {
            LOG.warn("owed answer failed conversation={} try={} cause={}", id, now.tries(), failure.toString());
            if (now.tries() < TRIES) {
                context.runOnContext(nothing ->
                        schedule(id, now.upTo(), now.due(), clock.instant().plus(LATER), now.tries() + 1));
            }
        });
    }

    private void forget(ConversationId id) {
        Owed known = owed.remove(id);
        if (known != null) vertx.cancelTimer(known.timer());
    }

    void close() {
        subscription.close();
        context.runOnContext(nothing -> {
            closed = true;
            List.copyOf(owed.keySet()).forEach(this::forget);
        });
    }
}
