package outfitter.models.shop;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Why a customer sends something back. */
public enum ReturnReason {
    TOO_SMALL,
    TOO_LARGE,
    CHANGED_MIND,
    NOT_AS_DESCRIBED,
    FAULTY,
    WRONG_ITEM;

    /** As stored, 'too-small'. */
    @JsonValue
    public String code() {
        return Codes.of(this);
    }

    /** The constant stored as {@code code}; throws {@link IllegalArgumentException} for any other text. */
    @JsonCreator
    public static ReturnReason of(String code) {
        return Codes.read(ReturnReason.class, code);
    }

    /** Whether the shop is to blame for the piece itself. */
    public boolean faulty() {
        return this == FAULTY;
    }
}
