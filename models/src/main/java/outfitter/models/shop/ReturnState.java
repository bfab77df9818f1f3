package outfitter.models.shop;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** How far a return has come. */
public enum ReturnState {
    STARTED,
    IN_TRANSIT,
    RECEIVED,
    REFUNDED,
    REJECTED;

    /** As stored, 'started'. */
    @JsonValue
    public String code() {
        return Codes.of(this);
    }

    /** The constant stored as {@code code}; throws {@link IllegalArgumentException} for any other text. */
    @JsonCreator
    public static ReturnState of(String code) {
        return Codes.read(ReturnState.class, code);
    }
}
