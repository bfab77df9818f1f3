package outfitter.models.language;

import java.time.Instant;

/**
 * An utterance with the intent that a person gave it.
 *
 * @param text masked
 * @param at when it was given
 */
public record Lesson(String text, String intent, Instant at) {}
