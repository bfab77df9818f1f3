package outfitter.recommender.ranking;

import com.fasterxml.jackson.annotation.JsonValue;
import outfitter.models.merchandising.Rule;
import outfitter.models.merchandising.SuggestionList;

/** A product that a pin or a bundle would have placed but that cannot be shown, and why. */
public record HiddenPin(Rule rule, SuggestionList list, String product, Why why) {
    /** Why a product is not shown, the firmest reason first. */
    public enum Why {
        UNKNOWN("unknown"),
        INACTIVE("inactive"),
        SOLD_OUT("sold-out"),
        EXCLUDED("excluded"),
        ONLY_WITH("only-with"),
        QUOTA("quota"),
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
