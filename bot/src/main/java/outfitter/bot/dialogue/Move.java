package outfitter.bot.dialogue;

import java.util.Map;

/** What a text calls for, before any facts are read. */
public sealed interface Move {
    /**
     * Go on with a matter, or begin one.
     *
     * @param slots what is known of it, the text's own values included
     * @param aside whether another question stays open meanwhile
     */
    record Pursue(String routine, Map<String, String> slots, boolean aside) implements Move {
        public Pursue {
            slots = Map.copyOf(slots);
        }
    }

    /** Begin two matters, one after the other. */
    record Both(Pursue first, Later second) implements Move {}

    /** Ask which of two is meant. */
    record Clarify(String likeliest, String second) implements Move {}

    /** Ask what is wanted: nothing was asked for yet. */
    record Invite() implements Move {}

    /** Repeat the open question: the text did not answer it. */
    record Repeat() implements Move {}

    /** A person: it is none of the bot's matters, or was not understood twice. */
    record GiveUp() implements Move {}

    /** Say nothing yet: more may follow at once. */
    record Listen() implements Move {}
}
