package outfitter.server.channel.service;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import outfitter.models.delivery.DeliveryState;

/** One thing that a service tells at its hook. */
public sealed interface Happening {
    /**
     * A customer wrote, pressed a button (its title is the text), or sent something.
     *
     * @param address 'whatsapp:447700900123'; the service vouches for it
     * @param id the message's id there
     * @param sender what the customer calls themselves there; null when nobody said
     * @param text what they wrote, of any length; null when they wrote nothing
     * @param thing what they sent; null for words alone
     * @param about the sku that they asked about; null when the service did not say
     */
    record Said(
            String address,
            String id,
            @Nullable String sender,
            @Nullable String text,
            @Nullable Thing thing,
            @Nullable String about)
            implements Happening {
        public Said {
            if (text == null && thing == null) throw new IllegalArgumentException("nothing was said");
        }
    }

    /** Something that asks for no answer; {@code kind} as in {@link outfitter.models.conversation.EntryBody.Signal}. */
    record Signalled(String address, String id, String kind, String text) implements Happening {}

    /**
     * How far a part that the service took has come.
     *
     * @param message the service's id of it
     * @param state 'sent' or beyond
     * @param reason why it failed, for staff; null when it did not
     * @param key as given with the part; null when the service does not repeat it
     */
    record Told(
            String message,
            DeliveryState state,
            Instant at,
            @Nullable String reason,
            @Nullable String key) implements Happening {}
}
