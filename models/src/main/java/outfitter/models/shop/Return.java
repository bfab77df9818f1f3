package outfitter.models.shop;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Pieces of one order line on their way back.
 *
 * @param number as printed for the customer, 'RT-20114'
 * @param order the order's number
 * @param line which line of it
 * @param faulty whether the piece itself was at fault; such a product is not offered to this customer again
 * @param settledAt when it was refunded or rejected; null before
 */
public record Return(
        String number,
        String order,
        int line,
        int quantity,
        ReturnReason reason,
        boolean faulty,
        ReturnState state,
        Instant startedAt,
        @Nullable Instant settledAt) {}
