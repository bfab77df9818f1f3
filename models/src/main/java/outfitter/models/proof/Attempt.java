package outfitter.models.proof;

import org.jspecify.annotations.Nullable;
import outfitter.models.conversation.ConversationId;

/**
 * Somebody gave a postcode or an e-mail address for an order.
 *
 * @param order the number as given, whether such an order exists or not
 * @param correct whether what was given fits; always false for an order that does not exist
 * @param network where it came from, null when unknown
 * @param cause what the try belongs to; the same cause counts once
 */
public record Attempt(
        ConversationId conversation,
        String order,
        boolean correct,
        @Nullable String network,
        String cause) {}
