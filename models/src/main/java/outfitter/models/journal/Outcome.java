package outfitter.models.journal;

import org.jspecify.annotations.Nullable;
import outfitter.models.conversation.ConversationId;
import outfitter.models.conversation.ConversationState;

/** What the journal answered to one turn. Unknown is none of them: the journal repeats until it knows, or fails. */
sealed interface Outcome {
    /** Committed; {@code retried} when an earlier try ended unknown. */
    record Stored() implements Outcome {}

    /** The cause is known: its turn began at {@code seq} of {@code conversation}. */
    record Duplicate(ConversationId conversation, long seq) implements Outcome {}

    /**
     * Another turn came first, the address leads elsewhere now, or the conversation was absorbed: decide again.
     *
     * @param route where the address leads now, null for an unknown address or an inner cause
     */
    record Conflict(
            long head,
            ConversationState state,
            @Nullable ConversationId route,
            @Nullable ConversationId mergedInto) implements Outcome {}

    /** There is no such conversation. */
    record Gone() implements Outcome {}
}
