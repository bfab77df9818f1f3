package outfitter.server.channel;

import io.vertx.core.Future;
import outfitter.models.conversation.ConversationId;

/** What channels hand customers' messages to. Thread-safe. */
public interface Reception {
    /**
     * Takes in a message; completes after its commit, and a second time with the same place for the same message. Fails
     * with {@link outfitter.models.journal.JournalUnavailable} when the sender should try again.
     */
    Future<Received> receive(Incoming message);

    /** The customer is typing: whoever owes an answer may wait a moment for the rest. */
    void typing(ConversationId conversation);
}
