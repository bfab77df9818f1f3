package outfitter.server.channel;

import java.util.List;
import outfitter.bot.Message;
import outfitter.models.conversation.EntryBody;

/**
 * A customer's message as a channel understood it.
 *
 * @param address where it came from, 'site:…'
 * @param id its id there; the same id from the same address is the same message, however often it comes
 * @param network where the sender's machine is, as limits count it; empty when nobody knows
 * @param text what the customer said, or did; never blank, and without characters that nothing can store
 * @param attachments what came with it
 * @param form how the bot is to take it
 */
public record Incoming(
        String address,
        String id,
        String network,
        String text,
        List<EntryBody.Attachment> attachments,
        Message.Form form) {
    public Incoming {
        if (address.isEmpty() || id.isEmpty() || text.isBlank()) throw new IllegalArgumentException("incoming");
        attachments = List.copyOf(attachments);
    }

    /** Words alone. */
    public Incoming(String address, String id, String network, String text) {
        this(address, id, network, text, List.of(), Message.Form.WORDS);
    }
}
