package outfitter.models.intake;

import com.fasterxml.jackson.databind.JsonNode;
import outfitter.models.conversation.ConversationId;

/**
 * Something that happened to an order and is still to be told to its customer's conversation.
 *
 * @param conversation one of the person's; when it was absorbed, the survivor takes what it is told
 * @param order the order's number, or the cart's reference
 * @param what 'placed', 'cancelled', 'parcel', 'return', 'cart' or 'cart-left'
 * @param detail of a parcel: reference, carrier, tracking, state, expectedOn; of a return: number, sku, quantity, state
 */
public record Happening(long id, ConversationId conversation, String order, String what, JsonNode detail) {}
