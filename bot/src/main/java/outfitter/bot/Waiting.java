package outfitter.bot;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import outfitter.bot.dialogue.Line;
import outfitter.bot.dialogue.Memory;
import outfitter.bot.dialogue.Policy;
import outfitter.bot.dialogue.Say;
import outfitter.bot.routine.Routines;
import outfitter.bot.understanding.Intents;
import outfitter.bot.understanding.Slots;
import outfitter.models.conversation.EntryBody;

/** What is answered to a customer who waits for a person, or is asked where that person can answer. */
final class Waiting {
    /** The slot, and the stand-in for a routine, of asking where to answer. */
    static final String CONTACT = "contact";

    private static final Line CONTACT_LEFT = Line.of("contact.left", CONTACT);
    private static final Line BACK = Line.of("waiting.back-to-bot");
    static final List<Line> LINES = List.of(CONTACT_LEFT, BACK);

    private final Handover handover;
    private final Scribe scribe;

    Waiting(Handover handover, Scribe scribe) {
        this.handover = handover;
        this.scribe = scribe;
    }

    /** What is not clear is passed on; that is said once and not after every sentence. */
    Future<List<EntryBody>> passOn(Request request, Memory memory) {
        if (memory.misses() > 0 || saysNothing(request)) return Future.succeededFuture(scribe.silent(request, memory));
        return handover.passedOn(
                        request.conversation().id(), request.conversation().state(), request.at())
                .map(told -> scribe.told(request, memory.missed(List.of()), told));
    }

    // "ok", "hm"
    private static boolean saysNothing(Request request) {
        boolean brief = request.heard().text().strip().split("\\s+", -1).length <= 2;
        return brief
                && request.heard().slots().isEmpty()
                && request.heard().best().intent().equals(Intents.UNFINISHED);
    }

    /** Where one stands, and whether a person is still wanted. */
    Future<List<EntryBody>> stand(Request request, Memory memory) {
        return handover.waiting(
                        request.conversation().id(), request.conversation().state(), request.at())
                .map(told -> scribe.told(request, memory, told));
    }

    /** The customer does without a person. */
    List<EntryBody> backToBot(Request request, Memory memory) {
        List<EntryBody> acts = List.of(new EntryBody.ReturnedToBot(request.episode(), null));
        Say say = Say.of(BACK).offering(Routines.usual());
        return scribe.notice(request, memory.atRest(), acts, List.of(say));
    }

    /** Whether the customer says where to answer, rather than naming it for another matter. */
    static boolean leavesContact(Request request, Memory memory) {
        boolean asked = CONTACT.equals(memory.asked());
        boolean waits = request.isWaiting() && memory.pending().isEmpty();
        boolean given = request.heard().slot(Slots.EMAIL).isPresent()
                || request.heard().slot(Slots.PHONE).isPresent();
        boolean other = request.heard().best().probability() >= Policy.SURE
                && Intents.isMatter(request.heard().best().intent())
                && !request.heard().best().intent().equals(Intents.PERSON);
        return given && (asked || waits) && !(other && !asked);
    }

    /** Keeps where to answer. */
    Future<List<EntryBody>> contact(Request request, Memory memory) {
        Optional<String> email = request.heard().slot(Slots.EMAIL);
        String value = email.or(() -> request.heard().slot(Slots.PHONE)).orElseThrow();
        List<EntryBody> acts = List.of(new EntryBody.ContactLeft(email.isPresent() ? "email" : "phone", value));
        Say say = Say.of(CONTACT_LEFT).with(CONTACT, value);
        return Future.succeededFuture(scribe.notice(request, memory.atRest(), acts, List.of(say)));
    }
}
