package outfitter.server.shopify;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import outfitter.models.intake.ProductGone;

/** A product that is no more. One that we have not heard of may still be told of, late: it waits. */
record ProductGonePayload(@Nullable Long id) implements Payload {
    @Override
    public Reading read(Instant toldAt, String currency) {
        return Reading.about(
                Payload.product(Payload.needed("id", id)), product -> List.of(new ProductGone(product, toldAt)));
    }
}
