package outfitter.server.channel.directline;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import outfitter.models.conversation.Conversation;
import outfitter.models.conversation.ConversationId;
import outfitter.models.conversation.Conversations;
import outfitter.models.conversation.Entry;

/**
 * Reads on in a person's conversations from where a client stopped, those that were absorbed first. Thread-safe.
 */
final class History {
    /** Entries at a time: what is in memory for one reader. */
    static final int PAGE = 100;

    private final Conversations conversations;

    History(Conversations conversations) {
        this.conversations = conversations;
    }

    /** The conversations that a person's history runs through, in order of reading. */
    Future<List<ConversationId>> parts(Conversation live) {
        return conversations.lineage(live);
    }

    /** The next entries in {@code parts} that {@code seen} has not; fewer than {@link #PAGE} at the present end. */
    Future<List<Entry>> after(List<ConversationId> parts, Watermark seen) {
        return collect(parts, 0, seen, new ArrayList<>());
    }

    private Future<List<Entry>> collect(List<ConversationId> parts, int at, Watermark seen, List<Entry> found) {
        if (at == parts.size() || found.size() == PAGE) return Future.succeededFuture(found);
        ConversationId part = parts.get(at);
        return conversations.entries(part, seen.of(part), PAGE - found.size()).compose(more -> {
            found.addAll(more);
            return collect(parts, at + 1, seen, found);
        });
    }
}
