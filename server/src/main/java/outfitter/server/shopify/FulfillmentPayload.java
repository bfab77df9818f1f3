package outfitter.server.shopify;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import outfitter.models.intake.ShipmentFact;
import outfitter.models.shop.ShipmentState;

/** A parcel, also as part of an order. */
@JsonNaming(SnakeCaseStrategy.class)
record FulfillmentPayload(
        @Nullable Long id,
        @Nullable Long orderId,
        @Nullable String status,
        @Nullable String shipmentStatus,
        @Nullable String trackingCompany,
        @Nullable String trackingNumber,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt)
        implements Payload {
    private static final Set<String> NEVER_SENT = Set.of("cancelled", "error", "failure");

    @Override
    public Reading read(Instant toldAt, String currency) {
        Payload.needed("id", id);
        return Reading.about(
                Payload.order(Payload.needed("order_id", orderId)),
                order -> List.copyOf(fact(order, toldAt).stream().toList()));
    }

    /** Empty for one that was given up before it was sent. */
    Optional<ShipmentFact> fact(String order, Instant toldAt) {
        if (id == null || NEVER_SENT.contains(Objects.requireNonNullElse(status, ""))) return Optional.empty();
        ShipmentState state = state();
        boolean delivered = state == ShipmentState.DELIVERED;
        Instant arrived = updatedAt == null ? toldAt : updatedAt;
        return Optional.of(new ShipmentFact(
                order,
                id.toString(),
                Objects.requireNonNullElse(trackingCompany, ""),
                Objects.requireNonNullElse(trackingNumber, ""),
                state,
                state == ShipmentState.LABEL ? null : Objects.requireNonNullElse(createdAt, toldAt),
                null,
                delivered ? arrived : null,
                toldAt));
    }

    private ShipmentState state() {
        return switch (Objects.requireNonNullElse(shipmentStatus, "").toLowerCase(Locale.ROOT)) {
            case "label_printed", "label_purchased", "confirmed", "ready_for_pickup" -> ShipmentState.LABEL;
            case "out_for_delivery", "attempted_delivery" -> ShipmentState.OUT_FOR_DELIVERY;
            case "delivered" -> ShipmentState.DELIVERED;
            case "delayed" -> ShipmentState.LATE;
            default ->
                Set.of("pending", "open").contains(Objects.requireNonNullElse(status, ""))
                        ? ShipmentState.LABEL
                        : ShipmentState.IN_TRANSIT;
        };
    }
}
