package outfitter.bot.dialogue;

import java.util.List;

/** A value for a slot that is itself several lines, each put into words on its own. */
public record Listing(List<Say> lines) {
    public Listing {
        lines = List.copyOf(lines);
    }
}
