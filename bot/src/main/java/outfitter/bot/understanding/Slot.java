package outfitter.bot.understanding;

/**
 * A value found in a text.
 *
 * @param name one of {@link Slots}
 * @param value in its canonical form, which {@link Slots} tells for each name
 * @param start where it begins in the text, in {@code char}s
 * @param end where it ends, exclusive
 */
public record Slot(String name, String value, int start, int end) {
    public Slot {
        if (start < 0 || end < start) throw new IllegalArgumentException(name + " at " + start + " to " + end);
    }

    boolean overlaps(Slot other) {
        return start < other.end && other.start < end;
    }
}
