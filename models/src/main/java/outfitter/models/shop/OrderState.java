package outfitter.models.shop;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** How far an order has come. */
public enum OrderState {
    PLACED,
    PAID,
    PACKED,
    SHIPPED,
    DELIVERED,
    CANCELLED;

    /** As stored, 'shipped'. */
    @JsonValue
    public String code() {
        return Codes.of(this);
    }

    /** The constant stored as {@code code}; throws {@link IllegalArgumentException} for any other text. */
    @JsonCreator
    public static OrderState of(String code) {
        return Codes.read(OrderState.class, code);
    }
}
