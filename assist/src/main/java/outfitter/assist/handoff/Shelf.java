package outfitter.assist.handoff;

import io.vertx.core.Future;
import java.util.Optional;
import outfitter.models.conversation.Card;
import outfitter.models.conversation.Conversation;

/** Looks, at the last moment, whether a product may be put before a customer. */
@FunctionalInterface
public interface Shelf {
    /** Why {@code card} must not be sent now, a sentence for the agent; empty when it may. */
    Future<Optional<String>> objection(Conversation to, Card card);
}
