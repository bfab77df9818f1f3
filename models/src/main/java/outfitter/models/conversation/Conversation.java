package outfitter.models.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import outfitter.models.customer.CustomerId;

/**
 * A conversation as a decision reads it.
 *
 * @param head seq of the newest entry, 0 before the first
 * @param mergedInto the survivor, when this one was absorbed
 * @param linked every conversation ever merged with this one, itself included; empty when never merged
 */
public record Conversation(
        ConversationId id,
        CustomerId customer,
        long head,
        ConversationState state,
        @Nullable ConversationId mergedInto,
        List<ConversationId> linked) {
    public Conversation {
        linked = List.copyOf(linked);
    }

    /** This conversation after the merge that had closed it was undone. */
    public Conversation live() {
        return new Conversation(id, customer, head, state, null, linked);
    }
}
