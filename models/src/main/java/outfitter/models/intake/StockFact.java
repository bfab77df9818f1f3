package outfitter.models.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How many pieces of one variant lie in the store room. One about a sku that nobody knows yet waits for its product.
 *
 * @param quantity or {@link VariantFact#NOT_COUNTED}; what was sold beyond the last piece is nought
 */
public record StockFact(String sku, int quantity, @Nullable Instant changedAt) implements Fact {
    public StockFact {
        sku = Told.needed("the sku", sku, 255);
        quantity = Math.max(0, quantity);
    }
}
