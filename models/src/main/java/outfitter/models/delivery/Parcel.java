package outfitter.models.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import outfitter.models.conversation.ConversationId;

/**
 * A reply that somebody claimed to bring it.
 *
 * @param id names the row; parcels of one address are brought in the order of their ids
 * @param conversation where the reply stands, as {@code seq} of it
 * @param attempts this one included
 * @param pieces how many of its parts the channel has taken
 * @param leads whether the address still leads to the person to whom it was said
 * @param heardAt when the customer last wrote from there; null when never
 * @param invitedAt when a template asked them to write; null when none did
 * @param lease what shows that the claim is still ours
 */
public record Parcel(
        long id,
        ConversationId conversation,
        long seq,
        String address,
        int attempts,
        int pieces,
        Instant postedAt,
        boolean leads,
        @Nullable Instant heardAt,
        @Nullable Instant invitedAt,
        Instant lease) {}
