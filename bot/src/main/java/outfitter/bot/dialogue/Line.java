package outfitter.bot.dialogue;

import java.util.Set;

/**
 * A sentence that the bot may say, by its key in the texts.
 *
 * @param slots what its text may mention in braces
 */
public record Line(String key, Set<String> slots) {
    public Line {
        slots = Set.copyOf(slots);
    }

    public static Line of(String key, String... slots) {
        return new Line(key, Set.of(slots));
    }
}
