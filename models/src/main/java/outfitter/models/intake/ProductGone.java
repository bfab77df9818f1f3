package outfitter.models.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A product is no longer sold. What was bought of it stays known.
 *
 * @param id its handle
 */
public record ProductGone(String id, @Nullable Instant changedAt) implements Fact {
    public ProductGone {
        id = Told.needed("the product's handle", id, 255);
    }
}
