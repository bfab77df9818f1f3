package outfitter.models.shop;

import java.util.List;

/**
 * A product as customers see it in a list.
 *
 * @param price the lowest of its variants
 * @param colours each once, in shop order
 * @param inStock whether any variant can be bought now
 * @param stars mean of its reviews, 0 without
 * @param picture path of its picture
 */
public record ProductCard(
        String id,
        String title,
        String brand,
        String category,
        String categoryName,
        Money price,
        List<Colour> colours,
        boolean inStock,
        double stars,
        int reviews,
        String picture) {
    public ProductCard {
        colours = List.copyOf(colours);
    }

    /**
     * A colour to choose.
     *
     * @param code as on the variant, '#2f5d50'; empty when unknown
     */
    public record Colour(String name, String code) {}
}
