package outfitter.bot.dialogue;

import static outfitter.bot.understanding.Intents.GREETING;
import static outfitter.bot.understanding.Intents.NONE;
import static outfitter.bot.understanding.Intents.PERSON;
import static outfitter.bot.understanding.Intents.UNFINISHED;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import outfitter.bot.understanding.Doubt;
import outfitter.bot.understanding.Intents;
import outfitter.bot.understanding.ShopUnderstander;
import outfitter.bot.understanding.Understanding;
import outfitter.models.conversation.EntryBody.Reading;

/**
 * Names the move that a text calls for. Pure.
 *
 * <p>In this order: a button means what it says; "a person" always works; an open question takes its answer; a clear
 * matter is begun; anything else gets one question, and after that a person.
 */
public final class Policy {
    /** From here on a reading is acted upon. */
    public static final double SURE = ShopUnderstander.SURE;

    private static final double PERSON_SURE = SURE;
    private static final int PATIENCE = 1;
    private static final int BRIEF = 3;
    private static final Set<String> NARROWING = Set.of("size", "colour", "budget", "country", "money");
    /** A person is offered anyway, and nobody chooses "harsh words" from a list. */
    private static final Set<String> NEVER_OFFERED = Set.of(PERSON, "abuse");

    private static final String PROOF = "proof";
    /** Short and with a digit: when a proof was asked for, it is a postcode of some country. */
    private static final Pattern FOREIGN_POSTCODE = Pattern.compile("\\s*(?=[^\\d]*\\d)[\\p{L}\\d -]{3,10}\\s*");

    /** Which slots alone carry each routine on ("and in blue?"), by routine. */
    private final Map<String, Set<String>> carried;

    private final Set<String> anyTextAnswers;

    /**
     * A policy for the routines there are.
     *
     * @param carried by routine, the slots that alone go on with it after it was settled
     * @param anyTextAnswers slots that take whatever the customer writes
     */
    public Policy(Map<String, Set<String>> carried, Set<String> anyTextAnswers) {
        this.carried = Map.copyOf(carried);
        this.anyTextAnswers = Set.copyOf(anyTextAnswers);
    }

    /**
     * The move for these texts.
     *
     * @param pressed the button that they press, if any
     * @param mayWait whether more messages may still join these
     */
    public Move next(Understanding heard, Memory memory, Optional<Choice> pressed, boolean mayWait) {
        if (pressed.isPresent()) return press(pressed.get(), memory);
        if (wantsPerson(heard)) return new Move.Pursue(PERSON, heard.slots(), false);
        if (memory.pending().isPresent())
            return goOn(heard, memory, memory.pending().get(), mayWait);
        if (heard.doubt() == Doubt.OTHER_LANGUAGE) return new Move.GiveUp();
        if (heard.matters().size() > 1)
            return both(heard.matters().get(0), heard.matters().get(1));
        return begin(heard, memory, mayWait);
    }

    private static Move both(Understanding first, Understanding second) {
        return new Move.Both(
                new Move.Pursue(first.best().intent(), first.slots(), false),
                new Later(second.best().intent(), second.text(), second.slots()));
    }

    private static boolean wantsPerson(Understanding heard) {
        boolean asBest = heard.best().intent().equals(PERSON) && heard.best().probability() >= PERSON_SURE;
        return asBest || heard.strongest().getOrDefault(PERSON, 0.0) >= 0.85;
    }

    private static Move press(Choice choice, Memory memory) {
        Map<String, String> slots = new HashMap<>(memory.slotsWith(choice.slots()));
        if (choice.intent() == null) {
            return new Move.Pursue(Optional.ofNullable(memory.routine()).orElse(PERSON), slots, false);
        }
        if (!choice.intent().equals(memory.routine())) slots.keySet().removeIf(slot -> slot.startsWith("_"));
        return new Move.Pursue(choice.intent(), slots, false);
    }

    private Move goOn(Understanding heard, Memory memory, String pending, boolean mayWait) {
        String asked = String.valueOf(memory.asked());
        Map<String, String> known = memory.slotsWith(heard.slots());
        boolean answered = heard.slots().containsKey(asked) || answersProof(asked, heard);
        if (answered) return new Move.Pursue(pending, known, false);
        if (asked.equals(PROOF) && FOREIGN_POSTCODE.matcher(heard.text()).matches()) {
            Map<String, String> proof = new HashMap<>(known);
            proof.put("postcode", heard.text());
            return new Move.Pursue(pending, proof, false);
        }
        Reading best = heard.best();
        boolean sure = best.probability() >= SURE;
        if (sure && best.intent().equals(pending)) return new Move.Pursue(pending, known, false);
        if (sure && isOther(best.intent())) {
            return new Move.Pursue(best.intent(), heard.slots(), !Intents.isMatter(best.intent()) || isAside(best));
        }
        if (anyTextAnswers.contains(asked)) {
            Map<String, String> told = new HashMap<>(known);
            told.put(asked, heard.text());
            return new Move.Pursue(pending, told, false);
        }
        if (!heard.slots().isEmpty() && carries(pending, heard)) return new Move.Pursue(pending, known, false);
        if (best.intent().equals(GREETING) && mayWait) return new Move.Listen();
        if (mayWait && best.intent().equals(UNFINISHED) && sure) return new Move.Listen();
        return memory.tries() >= PATIENCE ? new Move.GiveUp() : new Move.Repeat();
    }

    // A proof is asked for as one slot, and given as either of two.
    private static boolean answersProof(String asked, Understanding heard) {
        return asked.equals("proof")
                && (heard.slots().containsKey("postcode") || heard.slots().containsKey("email"));
    }

    private static boolean isOther(String intent) {
        return !intent.equals(NONE) && !intent.equals(UNFINISHED) && !intent.equals(GREETING);
    }

    private static boolean isAside(Reading best) {
        return !best.intent().equals(PERSON) && !best.intent().equals("complaint");
    }

    private boolean carries(String routine, Understanding heard) {
        return heard.slots().keySet().stream()
                .anyMatch(slot -> carried.getOrDefault(routine, Set.of()).contains(slot));
    }

    // "size L", "in brown", "under 150": no matter of its own after one that they narrow.
    private boolean merelyNarrows(String last, Understanding heard) {
        boolean brief = heard.text().strip().split("\\s+", -1).length <= BRIEF;
        return brief
                && carries(last, heard)
                && NARROWING.containsAll(heard.slots().keySet());
    }

    private Move begin(Understanding heard, Memory memory, boolean mayWait) {
        Reading best = heard.best();
        boolean sure = best.probability() >= SURE;
        if (sure && best.intent().equals(GREETING)) {
            return mayWait ? new Move.Listen() : new Move.Pursue(GREETING, Map.of(), false);
        }
        String last = memory.routine();
        if (last != null && merelyNarrows(last, heard)) {
            return new Move.Pursue(last, memory.slotsWith(heard.slots()), false);
        }
        if (sure && isOther(best.intent())) return new Move.Pursue(best.intent(), heard.slots(), false);
        if (last != null && !heard.slots().isEmpty() && carries(last, heard)) {
            return new Move.Pursue(last, memory.slotsWith(heard.slots()), false);
        }
        if (mayWait) return new Move.Listen();
        if (memory.misses() > 0) return new Move.GiveUp();
        if (best.intent().equals(UNFINISHED)) return new Move.Invite();
        if (best.intent().equals(NONE)) return new Move.GiveUp();
        List<String> matters = heard.readings().stream()
                .map(Reading::intent)
                .filter(intent -> Intents.isMatter(intent) && !NEVER_OFFERED.contains(intent))
                .limit(2)
                .toList();
        return matters.size() < 2 ? new Move.Invite() : new Move.Clarify(matters.get(0), matters.get(1));
    }
}
