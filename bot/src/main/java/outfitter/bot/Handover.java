package outfitter.bot;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import outfitter.bot.dialogue.Button;
import outfitter.bot.dialogue.Line;
import outfitter.bot.dialogue.Say;
import outfitter.models.conversation.ConversationId;
import outfitter.models.conversation.ConversationState;

/** What a customer who goes to a person, or waits for one, is told: place and promise, or that nobody is here. */
final class Handover {
    static final String KEEP = "waiting-keep";
    static final String LEAVE = "waiting-leave";

    private static final Line COMING = Line.of("handoff.coming");
    private static final Line PLACE = Line.of("handoff.place", "position");
    private static final Line PROMISE = Line.of("handoff.promise", "position", "minutes");
    private static final Line NOBODY = Line.of("handoff.nobody", "hours");
    private static final Line NOBODY_UNTIL = Line.of("handoff.nobody-until", "hours", "opens");
    private static final Line LEAVE_CONTACT = Line.of("handoff.leave-contact");
    private static final Line WILL_WRITE = Line.of("handoff.will-write", "contact");
    private static final Line PASSED_ON = Line.of("waiting.passed-on");
    private static final Line STILL = Line.of("waiting.still-want-a-person");
    private static final Line KEEP_BUTTON = Line.of("button.keep-my-place");
    private static final Line LEAVE_BUTTON = Line.of("button.no-person");
    static final List<Line> LINES = List.of(
            COMING,
            PLACE,
            PROMISE,
            NOBODY,
            NOBODY_UNTIL,
            LEAVE_CONTACT,
            WILL_WRITE,
            PASSED_ON,
            STILL,
            KEEP_BUTTON,
            LEAVE_BUTTON);

    private final Escalations escalations;

    Handover(Escalations escalations) {
        this.escalations = escalations;
    }

    /**
     * What is said.
     *
     * @param asksContact whether it ends with asking where to answer
     */
    record Told(List<Say> says, boolean asksContact) {}

    /** For somebody who is handed off now. Never fails: without figures it says only that somebody comes. */
    Future<Told> arriving(ConversationId conversation, ConversationState state, Instant at) {
        return whereabouts(conversation, state, List.of(Say.of(COMING)), at)
                .otherwise(broken -> new Told(List.of(Say.of(COMING)), false));
    }

    /** For somebody who waits and wrote something that was passed on. */
    Future<Told> passedOn(ConversationId conversation, ConversationState state, Instant at) {
        return whereabouts(conversation, state, List.of(Say.of(PASSED_ON)), at).map(Handover::stillWanted);
    }

    /** For somebody who waits and asks for it. */
    Future<Told> waiting(ConversationId conversation, ConversationState state, Instant at) {
        return whereabouts(conversation, state, List.of(), at).map(Handover::stillWanted);
    }

    private static Told stillWanted(Told told) {
        List<Say> says = new ArrayList<>(told.says());
        says.add(Say.of(STILL)
                .offering(
                        new Button(KEEP_BUTTON, Map.of(), KEEP, Map.of(Button.ANSWER, "yes")),
                        new Button(LEAVE_BUTTON, Map.of(), LEAVE, Map.of(Button.ANSWER, "no"))));
        return new Told(says, told.asksContact());
    }

    private Future<Told> whereabouts(
            ConversationId conversation, ConversationState state, List<Say> before, Instant at) {
        return escalations.staffing().compose(staffing -> {
            if (!staffing.somebodyThere()) return Future.succeededFuture(nobody(staffing, state, at));
            return escalations.standing(conversation).map(standing -> {
                List<Say> says = new ArrayList<>(before);
                says.add(place(standing));
                return new Told(says, false);
            });
        });
    }

    private static Say place(Standing standing) {
        if (standing.promiseMinutes().isEmpty()) return Say.of(PLACE).with("position", standing.position());
        return Say.of(PROMISE)
                .with("position", standing.position())
                .with("minutes", standing.promiseMinutes().getAsInt());
    }

    private static Told nobody(Staffing staffing, ConversationState state, Instant at) {
        List<Say> says = new ArrayList<>();
        says.add(staffing.opensAt()
                .filter(at::isBefore)
                .map(opens ->
                        Say.of(NOBODY_UNTIL).with("hours", staffing.hours()).with("opens", opens))
                .orElseGet(() -> Say.of(NOBODY).with("hours", staffing.hours())));
        String contact = state.contact();
        if (contact != null) {
            says.add(Say.of(WILL_WRITE).with("contact", contact.substring(contact.indexOf(':') + 1)));
            return new Told(says, false);
        }
        says.add(Say.of(LEAVE_CONTACT));
        return new Told(says, true);
    }
}
