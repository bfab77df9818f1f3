package outfitter.models.shop;

import org.jspecify.annotations.Nullable;

/**
 * One thing that can be bought: a product in a size and colour.
 *
 * @param size as the size table names it; null when there is only one
 * @param colour in words; null when there is only one
 * @param colourCode '#2f5d50', for the drawing
 * @param picture address of the shop's own picture, beginning with https://; null where we draw it
 */
public record Variant(
        String sku,
        String product,
        @Nullable String size,
        @Nullable String colour,
        @Nullable String colourCode,
        Money price,
        @Nullable String picture) {
    /** One whose picture we draw. */
    public Variant(
            String sku,
            String product,
            @Nullable String size,
            @Nullable String colour,
            @Nullable String colourCode,
            Money price) {
        this(sku, product, size, colour, colourCode, price, null);
    }
}
