package outfitter.models.shop;

import org.jspecify.annotations.Nullable;

/**
 * A variant as customers see it when they choose size and colour.
 *
 * @param stock whether it can be bought now
 * @param quantity how many are left, told only when few; null otherwise
 */
public record VariantCard(
        String sku,
        @Nullable String size,
        @Nullable String colour,
        @Nullable String colourCode,
        Money price,
        Stock.Level stock,
        @Nullable Integer quantity,
        String picture) {}
