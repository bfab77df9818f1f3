package outfitter.models.intake;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What lies in a customer's cart at the shop; it is their open cart here. Skus that nobody knows yet become products without a
 * category.
 *
 * @param reference its id where it comes from
 * @param customer whose it is, only to find or know them
 * @param lines empty when it was emptied
 * @param ordered whether it became an order: then it is closed, whatever its lines
 */
public record CartFact(
        String reference,
        CustomerFact customer,
        List<LineFact> lines,
        boolean ordered,
        @Nullable Instant changedAt) implements Fact {
    public CartFact {
        reference = Told.needed("the cart's reference", reference, 255);
        lines = List.copyOf(lines);
    }
}
