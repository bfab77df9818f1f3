package outfitter.server.channel;

import io.vertx.core.Future;
import java.util.function.Function;
import outfitter.models.conversation.Conversation;
import outfitter.models.conversation.ConversationId;

/** What channels hand customers' messages to. Thread-safe. */
public interface Reception {
    /**
     * Takes in a message; completes after its commit, and a second time with the same place for the same message. Fails
     * with {@link outfitter.models.journal.JournalUnavailable} when the sender should try again.
     */
    default Future<Received> receive(Incoming message) {
        return receive(message, into -> Future.succeededFuture());
    }

    /**
     * As {@link #receive(Incoming)}, provided that {@code admission} lets the sender into the very conversation that the
     * message would be written to; else fails as it does, and nothing is written.
     */
    Future<Received> receive(Incoming message, Function<Conversation, Future<Void>> admission);

    /** The customer is typing: whoever owes an answer may wait a moment for the rest. */
    void typing(ConversationId conversation);
}
