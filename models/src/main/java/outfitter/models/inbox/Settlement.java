package outfitter.models.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a delivery that was tried. Its body is kept until it was applied, or for some days if it never can be.
 *
 * @param awaits the name that it waits for; null when it is settled
 * @param retryAt when to try again, even if that name is never taught; null when it is settled
 * @param reason why it cannot be applied, without a value of the body; null when it was applied, or waits
 */
public record Settlement(
        Delivery delivery,
        @Nullable ForeignName awaits,
        @Nullable Instant retryAt,
        @Nullable String reason) {

    /** It is applied, or says nothing that concerns us. */
    public static Settlement applied(Delivery delivery) {
        return new Settlement(delivery, null, null, null);
    }

    /** It speaks of something that we have not heard of yet. */
    public static Settlement waiting(Delivery delivery, ForeignName awaits, Instant retryAt) {
        return new Settlement(delivery, awaits, retryAt, null);
    }

    /** It can never be applied. */
    public static Settlement refused(Delivery delivery, String reason) {
        return new Settlement(delivery, null, null, reason);
    }
}
