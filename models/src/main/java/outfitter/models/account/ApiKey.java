package outfitter.models.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A program that may tell us facts of the shop. The key itself is known to its holder only.
 *
 * @param usedAt when it last told us something, to the hour; null if never
 * @param revokedAt null while it is good
 */
public record ApiKey(
        long id,
        String name,
        Instant createdAt,
        @Nullable Instant usedAt,
        @Nullable Instant revokedAt) {}
