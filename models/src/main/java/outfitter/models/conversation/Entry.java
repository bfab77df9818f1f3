package outfitter.models.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened in a conversation; never changed, never moved.
 *
 * @param seq place in the conversation, gapless from 1
 * @param key the id of what caused the turn that this entry begins, for a message its id at its address; null for a
 *     turn's further entries
 */
public record Entry(
        ConversationId conversation,
        long seq,
        Instant at,
        EntryBody body,
        @Nullable String key) {
    public Entry {
        if (seq < 1) throw new IllegalArgumentException("seq " + seq);
    }

    /** An entry that begins no turn. */
    public Entry(ConversationId conversation, long seq, Instant at, EntryBody body) {
        this(conversation, seq, at, body, null);
    }

    /** Whether {@code reader} may ever see this entry. */
    public boolean isFor(Audience reader) {
        return EntryKind.of(body).audience().allows(reader);
    }
}
