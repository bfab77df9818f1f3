package outfitter.models.intake;

import org.jspecify.annotations.Nullable;
import outfitter.models.shop.Money;

/**
 * One thing that can be bought.
 *
 * @param size null when there is only one
 * @param colour null when there is only one
 * @param cost what it costs the shop; null when not told
 * @param quantity pieces in the store room, {@link #NOT_COUNTED} where there is always some, null when not told; what
 *     was sold beyond the last piece is nought
 */
public record VariantFact(
        String sku,
        @Nullable String size,
        @Nullable String colour,
        Money price,
        @Nullable Money cost,
        @Nullable Integer quantity) {
    /** The shop does not count these pieces: they never run out. */
    public static final int NOT_COUNTED = Integer.MAX_VALUE;

    private static final int LONGEST = 255;

    public VariantFact {
        sku = Told.needed("the sku", sku, LONGEST);
        size = Told.optional("the size", size, LONGEST);
        colour = Told.optional("the colour", colour, LONGEST);
        if (price.minor() < 0) throw new IllegalArgumentException("the price is below nought");
        if (cost != null && cost.minor() < 0) throw new IllegalArgumentException("the cost is below nought");
        if (quantity != null) quantity = Math.max(0, quantity);
    }
}
