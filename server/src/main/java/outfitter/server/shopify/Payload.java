package outfitter.server.shopify;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outfitter.models.inbox.ForeignName;

/**
 * The fields of a webhook's body that matter here. Every one of them may be missing: what cannot do without it says so in
 * {@link #read}.
 */
interface Payload {
    /**
     * What it says. Pure.
     *
     * @param toldAt when it became true
     * @param currency of prices that come without one
     * @throws IllegalArgumentException for what makes no sense, in words that quote no value
     */
    Reading read(Instant toldAt, String currency);

    /** What a person has to do about it; empty for nearly everything. */
    default Optional<Duty> duty() {
        return Optional.empty();
    }

    /** {@code value}, which {@code field} must have. */
    static <T> T needed(String field, @Nullable T value) {
        if (value == null) throw new IllegalArgumentException(field + " is missing");
        return value;
    }

    static ForeignName order(long id) {
        return new ForeignName("order", Long.toString(id));
    }

    static ForeignName product(long id) {
        return new ForeignName("product", Long.toString(id));
    }

    /** A cart, that leads to whose it is. */
    static ForeignName cart(String token) {
        return new ForeignName("cart", token);
    }

    /** What Shopify counts in its store rooms. */
    static ForeignName item(long id) {
        return new ForeignName("item", Long.toString(id));
    }
}
