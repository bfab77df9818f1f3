/**
 * One customer, one conversation, for life: an append-only, gapless sequence of {@link
 * outfitter.models.conversation.Entry entries}, each with a kind that fixes who may ever see it. What the entries add up
 * to is the {@link outfitter.models.conversation.ConversationState state}, made by {@link
 * outfitter.models.conversation.Fold} and by nothing else. This package reads; the journal beside it writes.
 */
@NullMarked
package outfitter.models.conversation;

import org.jspecify.annotations.NullMarked;
