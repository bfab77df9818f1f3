package outfitter.models.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something of the customer's that is not yet put right. While one is open, suggestions are held.
 *
 * @param number counts the conversation's problems from 1
 * @param severity 1 (small) to 3 (grave)
 * @param seq the entry that opened it
 */
public record Problem(
        int number,
        String kind,
        int severity,
        String title,
        @Nullable String order,
        @Nullable String product,
        long seq,
        Instant openedAt) {}
