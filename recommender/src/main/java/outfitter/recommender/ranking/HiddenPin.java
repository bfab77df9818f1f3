package outfitter.recommender.ranking;

import com.fasterxml.jackson.annotation.JsonValue;
import outfitter.models.merchandising.Rule;

/** A pin that spoke but whose product cannot be shown, and why. */
public record HiddenPin(Rule rule, Why why) {
    /** Why a product is not shown, the firmest reason first. */
    public enum Why {
        UNKNOWN("unknown"),
        INACTIVE("inactive"),
        SOLD_OUT("sold-out"),
        EXCLUDED("excluded"),
        RETURNED_FOR_FAULT("returned-for-fault"),
        OWNED("owned"),
        IN_CART("in-cart"),
        AT_HAND("at-hand"),
        DECLINED("declined");

        private final String code;

        Why(String code) {
            this.code = code;
        }

        @JsonValue
        public String code() {
            return code;
        }
    }
}
