package outfitter.models.intake;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import outfitter.models.shop.ShipmentState;

/**
 * A parcel of an order, and where it is. One of an order that nobody knows yet waits for it.
 *
 * @param order the order's number
 * @param reference its id where it comes from, unique within the order; the tracking number when there is no other
 * @param carrier empty when nobody knows
 * @param tracking empty when there is none
 * @param expectedOn null when not told
 */
public record ShipmentFact(
        String order,
        String reference,
        String carrier,
        String tracking,
        ShipmentState state,
        @Nullable Instant shippedAt,
        @Nullable LocalDate expectedOn,
        @Nullable Instant deliveredAt,
        @Nullable Instant changedAt)
        implements Fact {
    public ShipmentFact {
        order = Told.needed("the order's number", order, 64);
        reference = Told.needed("the parcel's reference", reference, 255);
        carrier = carrier.strip();
        tracking = tracking.strip();
    }
}
