package outfitter.assist.handoff;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.models.conversation.Card;
import outfitter.models.conversation.Conversation;
import outfitter.models.conversation.ConversationId;
import outfitter.models.conversation.ConversationState;
import outfitter.models.conversation.Conversations;
import outfitter.models.conversation.EntryBody;
import outfitter.models.journal.Advance;
import outfitter.models.journal.Cause;
import outfitter.models.journal.Causes;
import outfitter.models.journal.Timeline;
import outfitter.models.merchandising.Impression;
import outfitter.models.merchandising.Impressions;

/**
 * What agents do with conversations. Every act carries a key of the caller's: repeated with the same key by the same
 * agent it has one effect, and the answer of a success. Acts on an absorbed conversation reach the one that it lives on
 * in. Futures fail only when something broke. Thread-safe.
 */
public final class Desk {
    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);
    private static final String SOURCE = "desk";

    private final Timeline timeline;
    private final Conversations conversations;
    private final Causes causes;
    private final Shelf shelf;
    private final Impressions impressions;
    private final Clock clock;

    public Desk(
            Timeline timeline,
            Conversations conversations,
            Causes causes,
            Shelf shelf,
            Impressions impressions,
            Clock clock) {
        this.timeline = timeline;
        this.conversations = conversations;
        this.causes = causes;
        this.shelf = shelf;
        this.impressions = impressions;
        this.clock = clock;
    }

    /** Takes the conversation; the first agent wins. */
    public Future<Act> claim(ConversationId id, Agent agent, String key) {
        return act("claim", id, agent, key, state -> DeskRules.claim(state, agent));
    }

    /** Gives the conversation back to the queue, at its old place. */
    public Future<Act> release(ConversationId id, Agent agent, String key) {
        return act("release", id, agent, key, state -> DeskRules.release(state, agent));
    }

    /** Writes to the customer. Each card is checked once more: sold, in stock, and not held by an open problem. */
    public Future<Act> reply(ConversationId id, Agent agent, String key, String text, List<Card> cards) {
        Future<Act> written = objection(id, cards)
                .compose(objection -> act(
                        "reply",
                        id,
                        agent,
                        key,
                        state -> allowedOnly(DeskRules.reply(state, agent, text, cards), objection)));
        return written.onSuccess(act -> act.match(done -> settleAccepted(cards), refused -> null));
    }

    /** A private note among staff. */
    public Future<Act> note(ConversationId id, Agent agent, String key, String text) {
        return act("note", id, agent, key, state -> DeskRules.note(agent, text));
    }

    /** Ends the matter. */
    public Future<Act> solve(ConversationId id, Agent agent, String key) {
        return act("solve", id, agent, key, state -> DeskRules.solve(state, agent));
    }

    /** Lets the bot go on. */
    public Future<Act> returnToBot(ConversationId id, Agent agent, String key) {
        return act("return-to-bot", id, agent, key, state -> DeskRules.returnToBot(state, agent));
    }

    /** Notes that something is not right. */
    public Future<Act> openProblem(
            ConversationId id,
            Agent agent,
            String key,
            String kind,
            int severity,
            String title,
            @Nullable String order,
            @Nullable String product) {
        return act(
                "open-problem",
                id,
                agent,
                key,
                state -> DeskRules.openProblem(state, agent, kind, severity, title, order, product));
    }

    /** Notes that something was put right; {@code how} in words for colleagues. */
    public Future<Act> closeProblem(ConversationId id, Agent agent, String key, int problem, String how) {
        return act("close-problem", id, agent, key, state -> DeskRules.closeProblem(state, agent, problem, how));
    }

    /** Turns a suggestion down, which teaches the ranking and keeps it from coming back soon. */
    public Future<Act> decline(ConversationId id, Agent agent, String key, UUID impression, String reason) {
        return shownIn(id, impression).compose(shown -> {
            if (shown.isEmpty()) return unknownSuggestion();
            EntryBody.SuggestionDeclined declined =
                    new EntryBody.SuggestionDeclined(impression, shown.get().product(), reason, agent.account());
            return act("decline", id, agent, key, state -> DeskRules.decline(state, agent, declined))
                    .onSuccess(act -> act.match(done -> settleDeclined(impression, reason), refused -> null));
        });
    }

    private static Future<Act> unknownSuggestion() {
        return Future.succeededFuture(
                new Act.Refused(Act.Reason.UNKNOWN, "There is no such suggestion in this conversation"));
    }

    private static Ruling allowedOnly(Ruling ruling, Optional<Act.Refused> objection) {
        boolean writes = ruling.refusal() == null;
        return objection
                .filter(refused -> writes)
                .map(refused -> Ruling.refuse(refused.reason(), refused.why()))
                .orElse(ruling);
    }

    private Future<Act> act(
            String name, ConversationId id, Agent agent, String key, Function<ConversationState, Ruling> rule) {
        Cause cause = Cause.inner(SOURCE, agent.account() + ":" + key);
        AtomicReference<Act.@Nullable Refused> refusal = new AtomicReference<>();
        return timeline.advance(id, cause, (now, at) -> {
                    Ruling ruling = rule.apply(now.state());
                    refusal.set(ruling.refusal());
                    return Future.succeededFuture(ruling.bodies());
                })
                .compose(advance -> answer(advance, cause, refusal.get()))
                .onSuccess(act -> log(name, id, agent, act));
    }

    private Future<Act> answer(Advance advance, Cause cause, Act.@Nullable Refused refusal) {
        return advance.match(
                appended -> Future.succeededFuture(
                        new Act.Done(appended.after().id(), appended.after().head(), appended.entries())),
                duplicate -> soBefore(duplicate.conversation()),
                nothing -> refusal == null
                        ? Future.succeededFuture(
                                new Act.Done(nothing.now().id(), nothing.now().head(), List.of()))
                        : refuseUnlessDone(nothing.now(), cause, refusal));
    }

    // What is refused now may have been done by the same key before: a reply that is repeated after "solved".
    private Future<Act> refuseUnlessDone(Conversation now, Cause cause, Act.Refused refusal) {
        return causes.isKnown(now, cause).map(known -> known ? new Act.Done(now.id(), now.head(), List.of()) : refusal);
    }

    private Future<Act> soBefore(ConversationId id) {
        return conversations
                .find(id)
                .map(Optional::orElseThrow)
                .map(now -> new Act.Done(now.id(), now.head(), List.of()));
    }

    private Future<Optional<Act.Refused>> objection(ConversationId id, List<Card> cards) {
        if (cards.isEmpty()) return Future.succeededFuture(Optional.empty());
        return conversations.find(id).compose(found -> {
            if (found.isEmpty()) return Future.succeededFuture(Optional.empty());
            List<Future<Optional<Act.Refused>>> checks =
                    cards.stream().map(card -> objection(found.get(), card)).toList();
            return Future.all(checks)
                    .map(all -> checks.stream()
                            .flatMap(check -> check.result().stream())
                            .findFirst());
        });
    }

    private Future<Optional<Act.Refused>> objection(Conversation to, Card card) {
        UUID suggestion = card.suggestion();
        Future<Boolean> genuine = suggestion == null
                ? Future.succeededFuture(true)
                : shownIn(to.id(), suggestion)
                        .map(shown -> shown.filter(one -> one.product().equals(card.product()))
                                .isPresent());
        return genuine.compose(known -> known
                ? shelf.objection(to, card).map(why -> why.map(text -> new Act.Refused(Act.Reason.NOT_SELLABLE, text)))
                : unknownSuggestion().map(refused -> Optional.of((Act.Refused) refused)));
    }

    /** The impression, if this conversation or one that it absorbed saw it. */
    private Future<Optional<Impression>> shownIn(ConversationId id, UUID impression) {
        return impressions.find(impression).compose(shown -> {
            if (shown.isEmpty() || shown.get().conversation().equals(id)) return Future.succeededFuture(shown);
            return conversations
                    .find(id)
                    .map(now ->
                            shown.filter(one -> now.filter(live -> live.linked().contains(one.conversation()))
                                    .isPresent()));
        });
    }

    // The entry is committed; the table beside it only makes counting quick, and can be folded anew.
    private @Nullable Void settleAccepted(List<Card> cards) {
        Set.copyOf(cards.stream()
                        .map(Card::suggestion)
                        .filter(suggestion -> suggestion != null)
                        .toList())
                .forEach(id -> impressions.accept(id, clock.instant()).onFailure(lost -> noteUnsettled(id, lost)));
        return null;
    }

    private @Nullable Void settleDeclined(UUID id, String reason) {
        impressions.decline(id, reason, clock.instant()).onFailure(lost -> noteUnsettled(id, lost));
        return null;
    }

    private static void noteUnsettled(UUID impression, Throwable failure) {
        LOG.warn("impression not settled id={}", impression, failure);
    }

    private static void log(String name, ConversationId id, Agent agent, Act act) {
        act.match(
                done -> {
                    if (!done.entries().isEmpty()) LOG.info("{} conversation={} agent={}", name, id, agent.account());
                    return null;
                },
                refused -> {
                    LOG.debug(
                            "{} refused conversation={} agent={} why={}", name, id, agent.account(), refused.reason());
                    return null;
                });
    }
}
