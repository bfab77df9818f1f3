package outfitter.models.shop;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A parcel on its way to a customer.
 *
 * @param shippedAt null until it has left
 * @param expectedOn the day it should arrive, or should have
 * @param deliveredAt null until it has arrived
 */
public record Shipment(
        long id,
        String carrier,
        String tracking,
        ShipmentState state,
        @Nullable Instant shippedAt,
        @Nullable LocalDate expectedOn,
        @Nullable Instant deliveredAt) {}
