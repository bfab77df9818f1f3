package outfitter.models.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that the outside tells us about the shop. Immutable; refuses nonsense when built, with words for the teller. */
public sealed interface Fact
        permits ProductFact, ProductGone, StockFact, CustomerFact, OrderFact, ShipmentFact, ReturnFact, CartFact {
    /** When it became so where it comes from, to be told from older news of the same thing; null when nobody knows. */
    @Nullable
    Instant changedAt();
}
