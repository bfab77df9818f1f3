package outfitter.models.language;

import org.jspecify.annotations.Nullable;

/**
 * Which heard utterances are looked for.
 *
 * @param words all of which must be in the text, the last one perhaps unfinished; null for any
 * @param intent as read or as corrected; null for any
 */
public record Sought(
        Which which, @Nullable String words, @Nullable String intent) {
    /** Whether people have looked, or should. */
    public enum Which {
        /** Doubtful, and nobody has looked. */
        TO_LOOK_AT,
        CORRECTED,
        ALL
    }
}
