package outfitter.assist.handoff;

import java.util.List;
import java.util.function.Function;
import outfitter.models.conversation.ConversationId;
import outfitter.models.conversation.Entry;

/** What came of an agent's act. */
public sealed interface Act {
    <T> T match(Function<Done, T> onDone, Function<Refused, T> onRefused);

    /**
     * It is so, by this act or by an earlier one with the same key.
     *
     * @param conversation where it was written: the survivor, if the one asked for was absorbed
     * @param head the newest seq after it
     * @param entries what this act wrote; empty when it had been so before
     */
    record Done(ConversationId conversation, long head, List<Entry> entries) implements Act {
        public Done {
            entries = List.copyOf(entries);
        }

        @Override
        public <T> T match(Function<Done, T> onDone, Function<Refused, T> onRefused) {
            return onDone.apply(this);
        }
    }

    /** It must not be, and nothing was written; {@code why} is a sentence for the agent. */
    record Refused(Reason reason, String why) implements Act {
        @Override
        public <T> T match(Function<Done, T> onDone, Function<Refused, T> onRefused) {
            return onRefused.apply(this);
        }
    }

    /** Why an act must not be. */
    enum Reason {
        /** Another agent has the conversation. */
        TAKEN,
        /** One must claim it first. */
        NOT_CLAIMED,
        /** No episode is open, or the step is not one that its present state has. */
        NOT_NOW,
        /** A problem is open: nothing is suggested until it is put right. */
        HELD,
        /** The product cannot be put before this customer now. */
        NOT_SELLABLE,
        /** There is no such conversation, problem or suggestion. */
        UNKNOWN
    }
}
