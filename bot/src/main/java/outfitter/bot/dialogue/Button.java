package outfitter.bot.dialogue;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer that the customer may press instead of typing.
 *
 * @param title its words
 * @param filled values for the title's slots
 * @param intent what pressing it means; null when it only fills slots of the matter under way
 * @param slots what pressing it fills
 */
public record Button(
        Line title, Map<String, Object> filled, @Nullable String intent, Map<String, String> slots) {
    /** The slot by which a button says that a plain "yes" or "no" means it. */
    public static final String ANSWER = "_answer";

    public Button {
        filled = Map.copyOf(filled);
        slots = Map.copyOf(slots);
    }

    /** Begins a matter. */
    public static Button toward(Line title, String intent) {
        return new Button(title, Map.of(), intent, Map.of());
    }

    /** Fills one slot of the matter under way. */
    public static Button filling(Line title, String slot, String value) {
        return new Button(title, Map.of(), null, Map.of(slot, value));
    }
}
