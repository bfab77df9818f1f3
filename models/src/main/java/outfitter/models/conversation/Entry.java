package outfitter.models.conversation;

import java.time.Instant;

/**
 * One thing that happened in a conversation; never changed, never moved.
 *
 * @param seq place in the conversation, gapless from 1
 */
public record Entry(ConversationId conversation, long seq, Instant at, EntryBody body) {
    public Entry {
        if (seq < 1) throw new IllegalArgumentException("seq " + seq);
    }

    /** Whether {@code reader} may ever see this entry. */
    public boolean isFor(Audience reader) {
        return EntryKind.of(body).audience().allows(reader);
    }
}
