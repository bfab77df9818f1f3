package outfitter.server.channel.directline;

import io.vertx.core.Future;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outfitter.models.conversation.ConversationId;

/** Tells a waiting customer how long. The desk answers. */
@FunctionalInterface
public interface Standings {
    /** For a shop without a desk: nobody knows. */
    Standings UNKNOWN = conversation -> Future.succeededFuture(Optional.empty());

    /** The place of a conversation in the queue; empty when it does not wait. */
    Future<Optional<Standing>> of(ConversationId conversation);

    /**
     * A place in the queue.
     *
     * @param position from 1
     * @param promiseMinutes by when a person answers; null when nobody can say
     */
    record Standing(int position, @Nullable Integer promiseMinutes) {}
}
