package outfitter.models.conversation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A product put before a customer. Only its name travels: price and stock are read when it is shown, so that an old card
 * never lies.
 *
 * @param product the product's handle
 * @param sku the variant meant, null when the customer is to choose
 * @param suggestion the impression that it came from, null when a person or the bot chose it freely
 * @param note why it is shown, in words for the customer; null for none
 */
public record Card(
        String product,
        @Nullable String sku,
        @Nullable UUID suggestion,
        @Nullable String note) {}
