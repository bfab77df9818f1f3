package outfitter.models.shop;

import org.jspecify.annotations.Nullable;

/**
 * One thing that can be bought: a product in a size and colour.
 *
 * @param size as the size table names it; null when there is only one
 * @param colour in words; null when there is only one
 * @param colourCode '#2f5d50', for the drawing
 */
public record Variant(
        String sku,
        String product,
        @Nullable String size,
        @Nullable String colour,
        @Nullable String colourCode,
        Money price) {}
