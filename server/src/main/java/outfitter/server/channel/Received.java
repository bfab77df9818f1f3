package outfitter.server.channel;

import outfitter.models.conversation.ConversationId;

/** Where a customer's message stands now that it is committed. */
public record Received(ConversationId conversation, long seq) {}
