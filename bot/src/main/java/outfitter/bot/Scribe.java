package outfitter.bot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import outfitter.bot.dialogue.Decision;
import outfitter.bot.dialogue.Memory;
import outfitter.bot.dialogue.Say;
import outfitter.bot.understanding.Doubt;
import outfitter.bot.understanding.Slots;
import outfitter.models.conversation.ConversationState;
import outfitter.models.conversation.EntryBody;
import outfitter.models.conversation.Proof;

/** Writes a decision down: the trace with its reasons and the memory it leaves, what was done, what was said. */
final class Scribe {
    static final String ASK = "ask";
    private static final String REPLY = "reply";
    static final String ESCALATE = "escalate";
    /** The likeliest few tell why; the rest would only fill the journal. */
    private static final int READINGS = 5;

    private final Speaker speaker;

    Scribe(Speaker speaker) {
        this.speaker = speaker;
    }

    List<EntryBody> reply(Request request, Memory memory, String routine, Decision.Reply reply) {
        Speaker.Spoken spoken = speaker.speak(reply.says(), routine, request.at());
        Memory next = memory.settled(routine, reply.slots(), spoken.choices());
        List<EntryBody> entries = entries(request, REPLY, routine, reply.slots(), next, reply.acts());
        entries.add(spoken.message());
        if (reply.ends() != null) entries.add(new EntryBody.EpisodeEnded(request.episode(), reply.ends(), null));
        return entries;
    }

    /** A question; {@code before} is said first. */
    List<EntryBody> ask(Request request, Memory memory, String routine, Decision.Ask ask, List<Say> before) {
        List<Say> says = new ArrayList<>(before);
        says.add(ask.question());
        Speaker.Spoken spoken = speaker.speak(says, routine, request.at());
        Memory next = memory.asking(routine, ask.slot(), ask.slots(), spoken.choices());
        List<EntryBody> entries = entries(request, ASK, routine, ask.slots(), next, ask.acts());
        entries.add(spoken.message());
        return entries;
    }

    /** A handoff, or, without {@code handsOff}, more for the person who is waited for; {@code before} is said first. */
    List<EntryBody> escalate(
            Request request,
            Memory memory,
            String routine,
            Decision.Escalate escalate,
            List<Say> before,
            Handover.Told told,
            boolean handsOff) {
        String headline = speaker.words(escalate.headline(), request.at());
        List<Say> says = new ArrayList<>(before);
        Optional.ofNullable(escalate.first()).ifPresent(says::add);
        says.addAll(told.says());
        Speaker.Spoken spoken = speaker.speak(says, routine, request.at());
        Memory next = told.asksContact()
                ? memory.atRest().asking(Waiting.CONTACT, spoken.choices())
                : memory.atRest().offering(spoken.choices());
        List<EntryBody> acts =
                escalate.acts().stream().map(act -> titled(act, headline)).toList();
        List<EntryBody> entries = entries(request, ESCALATE, routine, escalate.slots(), next, acts);
        if (handsOff) {
            entries.add(new EntryBody.HandedOff(
                    request.episode(), escalate.reason(), headline, shown(escalate.slots()), null));
        }
        entries.add(spoken.message());
        return entries;
    }

    /** A question after something that was not understood. */
    List<EntryBody> missed(Request request, Memory memory, Say question) {
        Speaker.Spoken spoken = speaker.speak(List.of(question), "", request.at());
        List<EntryBody> entries = entries(request, ASK, "", Map.of(), memory.missed(spoken.choices()), List.of());
        entries.add(spoken.message());
        return entries;
    }

    /** What somebody who waits is told. */
    List<EntryBody> told(Request request, Memory memory, Handover.Told told) {
        Speaker.Spoken spoken = speaker.speak(told.says(), "", request.at());
        Memory next = told.asksContact()
                ? memory.asking(Waiting.CONTACT, spoken.choices())
                : memory.offering(spoken.choices());
        List<EntryBody> entries = entries(request, REPLY, "", Map.of(), next, List.of());
        entries.add(spoken.message());
        return entries;
    }

    List<EntryBody> notice(Request request, Memory memory, List<EntryBody> acts, List<Say> says) {
        Speaker.Spoken spoken = speaker.speak(says, "", request.at());
        List<EntryBody> entries = entries(request, REPLY, "", Map.of(), memory.offering(spoken.choices()), acts);
        entries.add(spoken.message());
        return entries;
    }

    /** Nothing is said, and nothing is owed any more. */
    List<EntryBody> silent(Request request, Memory memory) {
        return entries(request, REPLY, "", Map.of(), memory, List.of());
    }

    private static List<EntryBody> entries(
            Request request,
            String decision,
            String routine,
            Map<String, String> slots,
            Memory next,
            List<EntryBody> acts) {
        List<EntryBody> entries = new ArrayList<>();
        entries.add(trace(request, decision, routine, slots, next));
        entries.addAll(acts);
        return entries;
    }

    private static EntryBody.BotTrace trace(
            Request request, String decision, String routine, Map<String, String> slots, Memory next) {
        Map<String, String> all = new HashMap<>(request.heard().slots());
        all.putAll(slots);
        return new EntryBody.BotTrace(
                request.answers(),
                readings(request),
                shown(all),
                proof(request.conversation().state()),
                decision,
                routine.isEmpty() ? null : routine,
                mentioned(request, slots),
                request.millis(),
                next.toJson(),
                code(request.heard().doubt()));
    }

    private static @Nullable String code(@Nullable Doubt doubt) {
        return doubt == null ? null : doubt.code();
    }

    private static List<EntryBody.Reading> readings(Request request) {
        return request.heard().readings().stream()
                .limit(READINGS)
                .map(reading ->
                        new EntryBody.Reading(reading.intent(), Math.round(reading.probability() * 10_000) / 10_000.0))
                .toList();
    }

    private static List<String> mentioned(Request request, Map<String, String> slots) {
        Set<String> products = new LinkedHashSet<>(request.heard().products());
        Optional.ofNullable(slots.get(Slots.PRODUCT)).ifPresent(products::add);
        return List.copyOf(products);
    }

    private static String proof(ConversationState state) {
        List<String> proofs = state.proofs().stream().map(Scribe::words).toList();
        return proofs.isEmpty() ? "none" : String.join(", ", proofs);
    }

    private static String words(Proof proof) {
        return switch (proof.kind()) {
            case SIGNED_IDENTITY -> "signed-identity";
            case VERIFIED_ADDRESS -> "verified-address";
            case ORDER -> "order " + proof.order();
        };
    }

    // A problem whose routine gave no title of its own has the headline's.
    private static EntryBody titled(EntryBody act, String headline) {
        if (!(act instanceof EntryBody.ProblemOpened problem)
                || !problem.title().isEmpty()) return act;
        return new EntryBody.ProblemOpened(
                problem.problem(),
                problem.kind(),
                problem.severity(),
                headline,
                problem.order(),
                problem.product(),
                problem.openedBy());
    }

    // Names that begin with an underscore are the dialogue's own.
    private static Map<String, String> shown(Map<String, String> slots) {
        Map<String, String> shown = new HashMap<>(slots);
        shown.keySet().removeIf(slot -> slot.startsWith("_"));
        return shown;
    }
}
