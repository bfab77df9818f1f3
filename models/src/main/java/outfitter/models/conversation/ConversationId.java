package outfitter.models.conversation;

/** Names one conversation for life. Never shown to customers: the outside sees addresses and opaque watermarks. */
public record ConversationId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
