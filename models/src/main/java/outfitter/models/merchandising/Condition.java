package outfitter.models.merchandising;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One thing that must be so: of a product, or of the conversation. What is not known is not so.
 *
 * @param any the values of which one must fit; empty for a range
 * @param from the least, null for no limit: minor units of a price, percent of a margin, pieces of a stock
 * @param to the most, itself included; null for no limit
 */
public record Condition(
        Kind is,
        List<String> any,
        @Nullable Long from,
        @Nullable Long to) {
    private static final int MOST_VALUES = 200;

    public Condition {
        any = List.copyOf(any);
        if (is.isRange()) {
            if (!any.isEmpty() || (from == null && to == null)) throw wrong(is, "needs a least, a most, or both");
            if (from != null && to != null && from > to) throw wrong(is, "the least is above the most");
            if (is != Kind.MARGIN && ((from != null && from < 0) || (to != null && to < 0))) {
                throw wrong(is, "is never below nought");
            }
        } else {
            if (any.isEmpty() || from != null || to != null) throw wrong(is, "needs at least one value");
            if (any.size() > MOST_VALUES) throw wrong(is, "at most " + MOST_VALUES + " values");
            if (any.stream().anyMatch(String::isBlank)) throw wrong(is, "a value is empty");
        }
    }

    /** As stored, where {@code any} may be left out of a range. */
    @JsonCreator
    static Condition read(
            @JsonProperty("is") Kind is,
            @JsonProperty("any") @Nullable List<String> any,
            @JsonProperty("from") @Nullable Long from,
            @JsonProperty("to") @Nullable Long to) {
        return new Condition(is, any == null ? List.of() : any, from, to);
    }

    public static Condition of(Kind is, String... any) {
        return new Condition(is, List.of(any), null, null);
    }

    public static Condition range(Kind is, @Nullable Long from, @Nullable Long to) {
        return new Condition(is, List.of(), from, to);
    }

    /** Whether {@code value} lies within the limits. */
    public boolean spans(double value) {
        return (from == null || value >= from) && (to == null || value <= to);
    }

    private static IllegalArgumentException wrong(Kind is, String rule) {
        return new IllegalArgumentException("condition '" + is.code + "': " + rule);
    }

    /** What a condition looks at. */
    public enum Kind {
        PRODUCT("product", true, false),
        /** A category or anything below it. */
        CATEGORY("category", true, false),
        BRAND("brand", true, false),
        TAG("tag", true, false),
        /** A set curated by hand. */
        SET("set", true, false),
        PRICE("price", true, true),
        /** What the shop keeps of the price, in percent; unknown where no cost was imported. */
        MARGIN("margin", true, true),
        /** Pieces of all variants; unknown where nobody counts them. */
        STOCK("stock", true, true),
        /** Of the customer: a tier, 'new' or 'returning'. */
        SEGMENT("segment", false, false),
        /** The matter that the conversation is about. */
        INTENT("intent", false, false),
        CHANNEL("channel", false, false),
        SEASON("season", false, false);

        private final String code;
        private final boolean aboutProduct;
        private final boolean range;

        Kind(String code, boolean aboutProduct, boolean range) {
            this.code = code;
            this.aboutProduct = aboutProduct;
            this.range = range;
        }

        /** As stored and as spelt in JSON. */
        @JsonValue
        public String code() {
            return code;
        }

        /** Whether it is about a product, rather than about the conversation. */
        public boolean isAboutProduct() {
            return aboutProduct;
        }

        /** Whether it has limits instead of values. */
        public boolean isRange() {
            return range;
        }

        /** The kind spelt {@code code}; throws {@link IllegalArgumentException} for any other text. */
        @JsonCreator
        public static Kind named(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code.equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("condition '" + code + "': one of "
                            + Arrays.stream(values()).map(Kind::code).collect(Collectors.joining(", "))));
        }
    }
}
