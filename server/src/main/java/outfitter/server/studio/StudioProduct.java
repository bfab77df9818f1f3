package outfitter.server.studio;

import java.util.List;
import java.util.Map;
import outfitter.models.shop.Money;
import outfitter.models.shop.ProductCard;
import outfitter.models.shop.ProductCards;
import outfitter.models.shop.Stock;

/**
 * A product as merchandisers see it: the customers' card, and whether it is still sold and how much is left.
 *
 * @param stock pieces of all variants
 */
record StudioProduct(
        String id,
        String title,
        String brand,
        String category,
        String categoryName,
        Money price,
        List<ProductCard.Colour> colours,
        boolean inStock,
        double stars,
        int reviews,
        String picture,
        boolean active,
        int stock) {

    static StudioProduct of(ProductCards.Detailed detailed, boolean active, Map<String, Stock> stock) {
        ProductCard card = detailed.card();
        return new StudioProduct(
                card.id(),
                card.title(),
                card.brand(),
                card.category(),
                card.categoryName(),
                card.price(),
                card.colours(),
                card.inStock(),
                card.stars(),
                card.reviews(),
                card.picture(),
                active,
                detailed.variants().stream()
                        .map(variant -> stock.get(variant.sku()))
                        .mapToInt(left -> left == null ? 0 : left.quantity())
                        .sum());
    }
}
