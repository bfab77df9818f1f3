package outfitter.models.shop;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Where a parcel is. */
public enum ShipmentState {
    /** Announced to the carrier, not yet handed over. */
    LABEL,
    IN_TRANSIT,
    OUT_FOR_DELIVERY,
    DELIVERED,
    /** Past the promised day and not yet here. */
    LATE,
    LOST,
    /** On its way back because it could not be delivered. */
    RETURNED;

    /** As stored, 'in-transit'. */
    @JsonValue
    public String code() {
        return Codes.of(this);
    }

    /** The constant stored as {@code code}; throws {@link IllegalArgumentException} for any other text. */
    @JsonCreator
    public static ShipmentState of(String code) {
        return Codes.read(ShipmentState.class, code);
    }
}
