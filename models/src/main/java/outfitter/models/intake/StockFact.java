package outfitter.models.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How many pieces of one variant lie in the store room. One about a sku that nobody knows yet waits for its product.
 *
 * @param place which of several store rooms this is about: what can be sold is the sum of those told so far; null for all of
 *     them together
 * @param quantity null when nobody counts them; what was sold beyond the last piece is nought
 */
public record StockFact(
        String sku,
        @Nullable String place,
        @Nullable Integer quantity,
        @Nullable Instant changedAt) implements Fact {
    public StockFact {
        sku = Told.needed("the sku", sku, 255);
        place = Told.optional("the place", place, 255);
        if (quantity != null)
            quantity = quantity == VariantFact.NOT_COUNTED ? null : Integer.valueOf(Math.max(0, quantity));
    }

    /** All store rooms together. */
    public StockFact(String sku, @Nullable Integer quantity, @Nullable Instant changedAt) {
        this(sku, null, quantity, changedAt);
    }

    /** What this supersedes, and is superseded by. */
    String subject() {
        return place == null ? sku : sku + "@" + place;
    }
}
