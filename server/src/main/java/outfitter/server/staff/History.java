package outfitter.server.staff;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import outfitter.models.conversation.Conversation;
import outfitter.models.conversation.ConversationId;
import outfitter.models.conversation.Conversations;
import outfitter.models.conversation.Entry;
import outfitter.models.conversation.EntryBody;
import outfitter.models.conversation.Position;

/** Reads a person's stream backwards, through the conversations that were absorbed. */
final class History {
    /** How far the reason for an entry may stand from it. */
    private static final int NEAR = 50;

    private final Conversations conversations;

    History(Conversations conversations) {
        this.conversations = conversations;
    }

    /** The newest {@code limit} entries before {@code position}, oldest first; of the whole stream when it is empty. */
    Future<List<Entry>> before(Conversation live, Optional<Position> position, int limit) {
        return conversations.lineage(live).compose(parts -> {
            int at = position.map(place -> parts.indexOf(place.conversation())).orElse(parts.size() - 1);
            long seq = position.map(Position::seq).orElse(Long.MAX_VALUE);
            return at < 0 ? Future.succeededFuture(List.of()) : collect(parts, at, seq, limit, List.of());
        });
    }

    private Future<List<Entry>> collect(List<ConversationId> parts, int at, long seq, int limit, List<Entry> newer) {
        return conversations
                .entriesBefore(parts.get(at), seq, limit - newer.size())
                .compose(older -> {
                    List<Entry> all = new ArrayList<>(older);
                    all.addAll(newer);
                    return at == 0 || all.size() >= limit
                            ? Future.succeededFuture(all)
                            : collect(parts, at - 1, Long.MAX_VALUE, limit, all);
                });
    }

    /** Why the bot wrote this entry, or what it made of this message; empty when the bot had no part in it. */
    Future<Optional<EntryBody.BotTrace>> why(ConversationId conversation, long seq) {
        return conversations
                .entries(conversation, Math.max(0, seq - NEAR), 2 * NEAR)
                .map(near -> why(near, seq));
    }

    private static Optional<EntryBody.BotTrace> why(List<Entry> near, long seq) {
        Optional<EntryBody> asked = near.stream()
                .filter(entry -> entry.seq() == seq)
                .map(Entry::body)
                .findFirst();
        if (asked.isEmpty()) return Optional.empty();
        boolean said = asked.get() instanceof EntryBody.CustomerMessage;
        EntryBody.BotTrace found = null;
        for (Entry entry : near) {
            if (!(entry.body() instanceof EntryBody.BotTrace trace)) continue;
            if (said ? trace.answers().contains(seq) : entry.seq() <= seq) found = trace;
        }
        return Optional.ofNullable(found);
    }
}
