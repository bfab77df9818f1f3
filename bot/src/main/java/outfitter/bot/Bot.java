package outfitter.bot;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.bot.dialogue.Button;
import outfitter.bot.dialogue.Choice;
import outfitter.bot.dialogue.Decision;
import outfitter.bot.dialogue.Later;
import outfitter.bot.dialogue.Line;
import outfitter.bot.dialogue.Memory;
import outfitter.bot.dialogue.Move;
import outfitter.bot.dialogue.Policy;
import outfitter.bot.dialogue.Say;
import outfitter.bot.routine.Matter;
import outfitter.bot.routine.Routine;
import outfitter.bot.routine.Routines;
import outfitter.bot.texts.Texts;
import outfitter.bot.understanding.Intents;
import outfitter.bot.understanding.Understanding;
import outfitter.models.conversation.EntryBody;

/**
 * Decides what a turn says to a customer: takes the policy's move, lets the routine settle it, and writes it down with
 * its reasons. A routine that breaks becomes an apology and a handoff, so that nothing the customer wrote is lost.
 */
final class Bot {
    private static final Logger LOG = LoggerFactory.getLogger(Bot.class);
    private static final int LONGEST_HEADLINE = 120;

    private static final Line WHICH = Line.of("fallback.which");
    private static final Line INVITE = Line.of("fallback.invite");
    private static final Line REPEAT = Line.of("fallback.repeat");
    private static final Line PERSON_THEN = Line.of("fallback.person");
    private static final Line FAILED = Line.of("fallback.failed");
    private static final Line NOT_UNDERSTOOD = Line.of("headline.not-understood", "text");
    private static final Line ALSO = Line.of("headline.also", "headline", "matter");
    private static final Line PERSON_BUTTON = Line.of("button.person");
    private static final Line CANNOT_READ = Line.of("channel.cannot-read");
    private static final Line GOT_IT = Line.of("channel.got-it");
    private static final List<Line> OWN = List.of(
            WHICH, INVITE, REPEAT, PERSON_THEN, FAILED, NOT_UNDERSTOOD, ALSO, PERSON_BUTTON, CANNOT_READ, GOT_IT);

    private final Routines routines;
    private final Policy policy;
    private final Speaker speaker;
    private final Handover handover;
    private final Scribe scribe;
    private final Waiting waiting;

    Bot(Routines routines, Texts texts, Escalations escalations) {
        this.routines = routines;
        this.policy = routines.policy();
        this.speaker = new Speaker(texts);
        this.handover = new Handover(escalations);
        this.scribe = new Scribe(speaker);
        this.waiting = new Waiting(handover, scribe);
    }

    /** All that a bot with these routines may say. */
    static Set<Line> lines(Routines routines) {
        Set<Line> lines = new LinkedHashSet<>(routines.lines());
        lines.addAll(OWN);
        lines.addAll(Speaker.LINES);
        lines.addAll(Handover.LINES);
        lines.addAll(Waiting.LINES);
        return lines;
    }

    /** Whether the newest text presses a button that was offered, and so is nobody's own words. */
    boolean isPressed(Request request) {
        Memory memory = Memory.from(request.conversation().state().dialogue());
        return speaker.pressed(request.lastText(), memory, request.at()).isPresent();
    }

    /** What to write after the customer's words; empty when there is nothing to say yet. */
    Future<List<EntryBody>> answer(Request request) {
        return answer(request, Message.Form.WORDS);
    }

    /** The same, the newest message being of this form. */
    Future<List<EntryBody>> answer(Request request, Message.Form form) {
        try {
            Memory memory = Memory.from(request.conversation().state().dialogue());
            Optional<Line> aside = wordless(request, memory, form);
            if (aside.isPresent()) return Future.succeededFuture(ask(request, memory, aside.get()));
            return decide(request, memory).recover(failure -> apologise(request, failure));
        } catch (RuntimeException e) {
            return apologise(request, e);
        }
    }

    private Future<List<EntryBody>> decide(Request request, Memory left) {
        Memory memory = unasked(left);
        Optional<Choice> pressed = speaker.pressed(request.lastText(), left, request.at());
        if (Waiting.leavesContact(request, left)) return waiting.contact(request, memory);
        if (pressed.filter(choice -> Handover.LEAVE.equals(choice.intent())).isPresent() && request.isWaiting()) {
            return Future.succeededFuture(waiting.backToBot(request, memory));
        }
        if (pressed.filter(choice -> isAboutWaiting(choice.intent())).isPresent())
            return waiting.stand(request, memory);
        Move move = policy.next(request.heard(), memory, pressed, request.mayWait());
        return take(request, memory, move);
    }

    // What was sent without a word answers an open question, or says nothing yet.
    private static Optional<Line> wordless(Request request, Memory memory, Message.Form form) {
        if (form == Message.Form.UNREADABLE) return Optional.of(CANNOT_READ);
        boolean alone = request.answers().size() == 1 && memory.pending().isEmpty() && !request.isWaiting();
        return form == Message.Form.THING && alone ? Optional.of(GOT_IT) : Optional.empty();
    }

    private List<EntryBody> ask(Request request, Memory memory, Line line) {
        Say say = request.isWaiting() ? Say.of(line) : Say.of(line).offering(Routines.usual());
        return scribe.notice(request, memory, List.of(), List.of(say));
    }

    private static boolean isAboutWaiting(@Nullable String intent) {
        return Handover.KEEP.equals(intent) || Handover.LEAVE.equals(intent);
    }

    // The open question where to answer is no routine's: any other matter may be begun beside it.
    private static Memory unasked(Memory memory) {
        return Waiting.CONTACT.equals(memory.asked()) ? memory.atRest() : memory;
    }

    private Future<List<EntryBody>> take(Request request, Memory memory, Move move) {
        if (move instanceof Move.Listen) return Future.succeededFuture(List.of());
        if (move instanceof Move.Pursue pursue) return pursue(request, memory, pursue);
        if (move instanceof Move.Both both) {
            Understanding first = request.heard().matters().get(0);
            return pursue(request.hearing(first), memory.keeping(both.second()), both.first());
        }
        if (request.isWaiting()) return waiting.passOn(request, memory);
        if (move instanceof Move.Clarify clarify) return Future.succeededFuture(clarify(request, memory, clarify));
        if (move instanceof Move.Invite) {
            return Future.succeededFuture(
                    scribe.missed(request, memory, Say.of(INVITE).offering(Routines.usual())));
        }
        if (move instanceof Move.Repeat) return repeat(request, memory);
        return giveUp(request, memory);
    }

    private Future<List<EntryBody>> pursue(Request request, Memory memory, Move.Pursue pursue) {
        boolean merelyPerson =
                pursue.routine().equals(Intents.PERSON) || pursue.routine().equals(Intents.GREETING);
        if (request.isWaiting() && merelyPerson) return waiting.stand(request, memory);
        Optional<Routine> routine = routines.named(pursue.routine());
        if (routine.isEmpty()) return request.isWaiting() ? waiting.passOn(request, memory) : giveUp(request, memory);
        return routine.get()
                .settle(matter(request, memory, pursue.slots()))
                .compose(decision -> write(request, memory, routine.get().id(), decision, pursue.aside()));
    }

    private static Matter matter(Request request, Memory memory, Map<String, String> slots) {
        Map<String, String> plain = new HashMap<>(slots);
        plain.remove(Button.ANSWER);
        return new Matter(
                request.conversation(),
                request.at(),
                request.heard(),
                plain,
                memory,
                request.cause(),
                request.network());
    }

    private Future<List<EntryBody>> write(
            Request request, Memory memory, String routine, Decision decision, boolean aside) {
        return decision.match(
                reply -> aside && reply.ends() == null && memory.pending().isPresent()
                        ? resume(request, memory, routine, reply)
                        : goOn(request, memory, routine, reply),
                ask -> Future.succeededFuture(scribe.ask(request, memory, routine, ask, List.of())),
                escalate -> escalateBoth(request, memory, routine, escalate));
    }

    // The first matter is settled: a second one of the same message is taken up in the same turn.
    private Future<List<EntryBody>> goOn(Request request, Memory memory, String routine, Decision.Reply reply) {
        Optional<Later> later = later(memory).filter(second -> Intents.isMatter(routine) && reply.ends() == null);
        if (later.isEmpty()) return Future.succeededFuture(scribe.reply(request, memory, routine, reply));
        Memory settled = memory.settled(routine, reply.slots(), List.of());
        return settle(request, settled, later.get())
                .compose(decision -> second(request, settled, later.get(), decision, reply));
    }

    private Future<List<EntryBody>> second(
            Request request, Memory memory, Later later, Decision decision, Decision.Reply first) {
        return decision.match(
                reply -> Future.succeededFuture(scribe.reply(request, memory, later.intent(), joined(first, reply))),
                ask -> Future.succeededFuture(
                        scribe.ask(request, memory, later.intent(), ask.after(first.acts()), first.says())),
                escalate -> escalate(request, memory, later.intent(), escalate.after(first.acts()), first.says()));
    }

    private static Decision.Reply joined(Decision.Reply first, Decision.Reply second) {
        List<Say> says = new ArrayList<>(first.says());
        says.addAll(second.says());
        return new Decision.Reply(says, List.of(), second.slots(), second.ends())
                .after(second.acts())
                .after(first.acts());
    }

    // The first matter goes to a person. What can be told of the second is told at once; else the person hears of it
    // too.
    private Future<List<EntryBody>> escalateBoth(
            Request request, Memory memory, String routine, Decision.Escalate first) {
        Optional<Later> later = later(memory);
        if (later.isEmpty()) return escalate(request, memory, routine, first, List.of());
        return settle(request, memory.keeping(null), later.get())
                .compose(decision -> decision instanceof Decision.Reply reply && reply.ends() == null
                        ? escalate(request, memory, routine, first.after(reply.acts()), reply.says())
                        : escalate(request, memory, routine, alsoAbout(first, later.get()), List.of()));
    }

    private static Decision.Escalate alsoAbout(Decision.Escalate first, Later later) {
        Say headline =
                Say.of(ALSO).with("headline", first.headline()).with("matter", Say.of(Routines.label(later.intent())));
        Map<String, String> slots = new HashMap<>(later.slots());
        slots.putAll(first.slots());
        return new Decision.Escalate(first.reason(), headline, first.first(), first.acts(), slots);
    }

    private Optional<Later> later(Memory memory) {
        return Optional.ofNullable(memory.later())
                .filter(later -> routines.named(later.intent()).isPresent());
    }

    private Future<Decision> settle(Request request, Memory memory, Later later) {
        Understanding again = request.heard().matters().stream()
                .filter(each -> each.text().equals(later.text()))
                .findFirst()
                .orElseGet(() -> Understanding.again(later.text(), later.intent(), later.slots()));
        return routines.named(later.intent())
                .orElseThrow()
                .settle(matter(request.hearing(again), memory, later.slots()));
    }

    // The digression is answered; the question that was open is asked again.
    private Future<List<EntryBody>> resume(Request request, Memory memory, String routine, Decision.Reply reply) {
        String pending = memory.pending().orElseThrow();
        return routines.named(pending)
                .orElseThrow()
                .settle(matter(request, memory, memory.slots()))
                .map(next -> next.match(
                        other -> scribe.reply(request, memory, routine, reply),
                        ask -> scribe.ask(request, memory, pending, ask.after(reply.acts()), reply.says()),
                        other -> scribe.reply(request, memory, routine, reply)));
    }

    private Future<List<EntryBody>> repeat(Request request, Memory memory) {
        String pending = memory.pending().orElseThrow();
        return routines.named(pending)
                .orElseThrow()
                .settle(matter(request, memory, memory.slots()))
                .compose(decision -> decision.match(
                        reply -> Future.succeededFuture(scribe.reply(request, memory, pending, reply)),
                        ask -> Future.succeededFuture(
                                scribe.ask(request, memory, pending, ask, List.of(Say.of(REPEAT)))),
                        escalate -> escalate(request, memory, pending, escalate)));
    }

    private List<EntryBody> clarify(Request request, Memory memory, Move.Clarify clarify) {
        return scribe.missed(
                request,
                memory,
                Say.of(WHICH)
                        .offering(
                                Button.toward(Routines.label(clarify.likeliest()), clarify.likeliest()),
                                Button.toward(Routines.label(clarify.second()), clarify.second()),
                                Button.toward(PERSON_BUTTON, Intents.PERSON)));
    }

    private Future<List<EntryBody>> giveUp(Request request, Memory memory) {
        return escalateBoth(request, memory, "", notUnderstood(request, memory, PERSON_THEN, "not-understood"));
    }

    private static Decision.Escalate notUnderstood(Request request, Memory memory, Line first, String reason) {
        String text = request.heard().text().replace('\n', ' ');
        String shown = text.length() > LONGEST_HEADLINE ? text.substring(0, LONGEST_HEADLINE) + "…" : text;
        return new Decision.Escalate(
                reason,
                Say.of(NOT_UNDERSTOOD).with("text", shown),
                Say.of(first),
                List.of(),
                memory.slotsWith(request.heard().slots()));
    }

    private Future<List<EntryBody>> escalate(
            Request request, Memory memory, String routine, Decision.Escalate escalate) {
        return escalate(request, memory, routine, escalate, List.of());
    }

    private Future<List<EntryBody>> escalate(
            Request request, Memory memory, String routine, Decision.Escalate escalate, List<Say> before) {
        boolean waits = request.isWaiting();
        var state = request.conversation().state();
        var id = request.conversation().id();
        Future<Handover.Told> told =
                waits ? handover.passedOn(id, state, request.at()) : handover.arriving(id, state, request.at());
        return told.map(says -> scribe.escalate(request, memory, routine, escalate, before, says, !waits));
    }

    private Future<List<EntryBody>> apologise(Request request, Throwable failure) {
        LOG.error("routine failed conversation={}", request.conversation().id(), failure);
        Memory memory = Memory.from(request.conversation().state().dialogue()).atRest();
        Decision.Escalate escalate = notUnderstood(request, memory, FAILED, "failed");
        if (request.isWaiting()) {
            List<EntryBody> entries =
                    new ArrayList<>(scribe.notice(request, memory, List.of(), List.of(Say.of(FAILED))));
            return Future.succeededFuture(entries);
        }
        return handover.arriving(
                        request.conversation().id(), request.conversation().state(), request.at())
                .map(told -> scribe.escalate(request, memory, "", escalate, List.of(), told, true));
    }
}
