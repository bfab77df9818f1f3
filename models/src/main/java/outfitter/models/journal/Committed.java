package outfitter.models.journal;

import java.util.List;
import outfitter.models.conversation.Conversation;
import outfitter.models.conversation.Entry;

/** News of a committed turn: its entries, and the conversation as they leave it. */
public record Committed(Conversation after, List<Entry> entries) {
    public Committed {
        entries = List.copyOf(entries);
    }
}
