package outfitter.models.language;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A model of the shop's language, without its weights.
 *
 * @param build fingerprint of all that it depends on beside the corrections
 * @param ofBuild whether it came with the build and was not trained here
 * @param by the colleague's name; null when the account is gone, or for the build's
 * @param lessons how many corrections it was trained with
 * @param figures what it reached on what it had not seen
 * @param verdict of the gate; null for the build's
 * @param refused whether the gate kept it out
 * @param isKept whether its weights are still there
 * @param liveSince when it last went live; null for never
 */
public record LanguageVersion(
        long id,
        String build,
        boolean ofBuild,
        Instant trainedAt,
        @Nullable String by,
        int lessons,
        double seconds,
        JsonNode figures,
        @Nullable JsonNode verdict,
        boolean refused,
        boolean isKept,
        boolean live,
        @Nullable Instant liveSince) {}
