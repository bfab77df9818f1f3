package outfitter.server.shop;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outfitter.models.shop.Cart;
import outfitter.models.shop.CartLine;
import outfitter.models.shop.Catalogue;
import outfitter.models.shop.Money;
import outfitter.models.shop.Product;
import outfitter.models.shop.Variant;

/**
 * A cart as its owner sees it, at today's prices.
 *
 * @param total of all lines, in minor units, without delivery
 */
record CartView(List<Line> items, long total, String currency) {
    private static final String USUAL_CURRENCY = "GBP";

    /** {@code price} is that of one piece. */
    record Line(
            String sku,
            String product,
            String title,
            @Nullable String size,
            @Nullable String colour,
            int quantity,
            Money price,
            String picture) {}

    static CartView of(Optional<Cart> cart, Catalogue catalogue) {
        List<Line> items = cart.map(Cart::lines).orElse(List.of()).stream()
                .flatMap(line -> line(line, catalogue).stream())
                .toList();
        String currency =
                items.isEmpty() ? USUAL_CURRENCY : items.get(0).price().currency();
        long total = items.stream()
                .mapToLong(line -> line.price().times(line.quantity()).minor())
                .sum();
        return new CartView(items, total, currency);
    }

    private static Optional<Line> line(CartLine line, Catalogue catalogue) {
        return catalogue
                .variant(line.sku())
                .flatMap(variant -> catalogue.product(variant.product()).map(product -> line(line, variant, product)));
    }

    private static Line line(CartLine line, Variant variant, Product product) {
        return new Line(
                line.sku(),
                product.id(),
                product.title(),
                variant.size(),
                variant.colour(),
                line.quantity(),
                variant.price(),
                product.picture(variant));
    }
}
