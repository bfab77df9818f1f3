package outfitter.models.language;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A heard utterance and what a person said of it.
 *
 * @param id newer utterances have greater ones
 * @param correction null when nobody has looked at it
 */
public record Review(
        long id, HeardUtterance heard, @Nullable Correction correction) {
    /**
     * What a person said that an utterance means.
     *
     * @param intent null when nothing is to be learned from it
     * @param by the colleague's name; null when the account is gone
     */
    public record Correction(
            @Nullable String intent, @Nullable String by, Instant at) {}
}
