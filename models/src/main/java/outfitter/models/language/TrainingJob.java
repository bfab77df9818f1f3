package outfitter.models.language;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A training under way, or the last one.
 *
 * @param stage what is being done
 * @param share how much of it is done, from 0 to 1
 * @param by the colleague's name; null when the account is gone
 * @param beatAt when whoever trains was last heard of
 * @param version what came of it
 * @param problem why nothing came of it, in words
 */
public record TrainingJob(
        UUID id,
        String stage,
        double share,
        Instant startedAt,
        @Nullable String by,
        Instant beatAt,
        @Nullable Instant finishedAt,
        @Nullable Long version,
        @Nullable String problem) {
    /** Whoever trains and is silent for so long does not train any more. */
    public static final Duration SILENCE = Duration.ofSeconds(30);

    /** Whether it still goes on. */
    public boolean isUnderWay(Instant now) {
        return finishedAt == null && beatAt.plus(SILENCE).isAfter(now);
    }
}
