package outfitter.server.studio;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import outfitter.models.shop.Money;
import outfitter.models.shop.ProductCard;
import outfitter.models.shop.ProductCards;
import outfitter.models.shop.Stock;

/**
 * A product as merchandisers see it: the customers' card, and whether it is still sold and how much is left.
 *
 * @param stock pieces of all variants; null where nobody counts them
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
        @Nullable Integer stock) {

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
                pieces(detailed, stock));
    }

    private static @Nullable Integer pieces(ProductCards.Detailed detailed, Map<String, Stock> stock) {
        int pieces = detailed.variants().stream()
                .map(variant -> stock.get(variant.sku()))
                .mapToInt(left -> left == null ? 0 : left.quantity())
                .sum();
        return Stock.isCounted(pieces) ? (Integer) pieces : null;
    }
}
