package outfitter.models.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import outfitter.models.shop.ReturnReason;
import outfitter.models.shop.ReturnState;

/**
 * Pieces of one order line that came back, or whose money went back. It is put together with a return of that line that
 * the customer started here. One of an order that nobody knows yet waits for it.
 *
 * @param reference its id where it comes from, unique within the order
 * @param order the order's number
 * @param quantity at least 1; never more is returned than was bought
 * @param reason null when not told
 */
public record ReturnFact(
        String reference,
        String order,
        String sku,
        int quantity,
        @Nullable ReturnReason reason,
        ReturnState state,
        Instant startedAt,
        @Nullable Instant settledAt,
        @Nullable Instant changedAt)
        implements Fact {
    public ReturnFact {
        reference = Told.needed("the return's reference", reference, 255);
        order = Told.needed("the order's number", order, 64);
        sku = Told.needed("the sku", sku, 255);
        if (quantity < 1) throw new IllegalArgumentException("the quantity is below 1");
    }
}
