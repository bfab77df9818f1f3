package outfitter.bot;

import java.util.List;
import org.jspecify.annotations.Nullable;
import outfitter.models.conversation.EntryBody;

/**
 * A customer's message on its way to the bot.
 *
 * @param id its id at the address; the same one again has no second effect
 * @param text what the customer said, or what a person reads of it where they said nothing
 * @param network where it comes from, null when unknown
 */
public record Message(
        String address,
        String id,
        String text,
        List<EntryBody.Attachment> attachments,
        Form form,
        @Nullable String network) {
    public Message {
        attachments = List.copyOf(attachments);
    }

    /** How a message is to be taken. */
    public enum Form {
        /** The customer's own words. */
        WORDS,
        /** Something sent without a word: the text only names it. */
        THING,
        /** Something that nobody here can read. */
        UNREADABLE
    }
}
