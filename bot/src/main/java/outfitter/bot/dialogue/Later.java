package outfitter.bot.dialogue;

import java.util.Map;

/**
 * A second matter of one message, kept until the first is settled.
 *
 * @param intent what it is
 * @param text the customer's words for it
 * @param slots what they said of it
 */
public record Later(String intent, String text, Map<String, String> slots) {
    public Later {
        slots = slots == null ? Map.of() : Map.copyOf(slots);
    }
}
