package outfitter.assist.handoff;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import outfitter.models.conversation.ConversationId;

/** What became of the suggestions that agents saw. */
public interface ImpressionBook {
    /** A suggestion as it was shown. */
    record Shown(UUID id, ConversationId conversation, String product) {}

    Future<Optional<Shown>> find(UUID impression);

    /** It was sent to the customer. */
    Future<Void> accepted(UUID impression, Instant at);

    /** It was turned down. */
    Future<Void> declined(UUID impression, String reason, Instant at);
}
