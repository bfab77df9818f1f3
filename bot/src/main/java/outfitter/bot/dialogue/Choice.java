package outfitter.bot.dialogue;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A button as it was offered: its words and what they mean when they come back. */
public record Choice(String title, @Nullable String intent, Map<String, String> slots) {
    public Choice {
        slots = slots == null ? Map.of() : Map.copyOf(slots);
    }
}
