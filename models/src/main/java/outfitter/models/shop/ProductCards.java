package outfitter.models.shop;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** Puts together what customers see of products: the catalogue of now with the stock of now. Thread-safe. */
public final class ProductCards {
    private final Supplier<Catalogue> catalogue;
    private final Stocks stocks;

    public ProductCards(Supplier<Catalogue> catalogue, Stocks stocks) {
        this.catalogue = catalogue;
        this.stocks = stocks;
    }

    /** What the shop calls the product with this id, or of the variant with this sku; empty when it has none such. */
    public Optional<String> title(String skuOrId) {
        Catalogue now = catalogue.get();
        return now.product(skuOrId).or(() -> now.productOf(skuOrId)).map(Product::title);
    }

    /** The cards of these products in their order; those that are unknown or without variants are left out. */
    public Future<List<ProductCard>> of(List<String> products) {
        return detailed(products).map(all -> all.stream().map(Detailed::card).toList());
    }

    /** Cards with everything that can be bought of each, in the order given, unknown ones left out. */
    public Future<List<Detailed>> detailed(List<String> products) {
        Catalogue now = catalogue.get();
        List<Product> known = products.stream()
                .map(now::product)
                .flatMap(Optional::stream)
                .filter(product -> !product.variants().isEmpty())
                .toList();
        return stocks.of(skus(known))
                .map(stock -> known.stream()
                        .map(product -> detailed(now, product, stock))
                        .toList());
    }

    /** A card with its variants, in shop order. */
    public record Detailed(ProductCard card, List<VariantCard> variants) {
        public Detailed {
            variants = List.copyOf(variants);
        }
    }

    private static Detailed detailed(Catalogue now, Product product, Map<String, Stock> stock) {
        List<VariantCard> variants = product.variants().stream()
                .map(variant -> variant(product, variant, stock))
                .toList();
        return new Detailed(card(now, product, variants), variants);
    }

    private static VariantCard variant(Product product, Variant variant, Map<String, Stock> stocks) {
        Stock stock = stocks.getOrDefault(variant.sku(), new Stock(variant.sku(), 0, null));
        boolean few = stock.level() == Stock.Level.LOW;
        return new VariantCard(
                variant.sku(),
                variant.size(),
                variant.colour(),
                variant.colourCode(),
                variant.price(),
                stock.level(),
                few ? stock.quantity() : null,
                product.picture(variant));
    }

    private static ProductCard card(Catalogue now, Product product, List<VariantCard> variants) {
        String category = Objects.requireNonNullElse(product.category(), "");
        Rating rating = now.rating(product.id());
        return new ProductCard(
                product.id(),
                product.title(),
                product.brand(),
                category,
                now.category(category).map(Category::name).orElse(""),
                product.price().orElseThrow(),
                colours(product),
                product.active() && variants.stream().anyMatch(variant -> variant.stock() != Stock.Level.OUT),
                Math.round(rating.stars() * 10) / 10.0,
                rating.reviews(),
                product.picture());
    }

    private static List<ProductCard.Colour> colours(Product product) {
        return product.variants().stream()
                .filter(variant -> variant.colour() != null)
                .map(variant -> new ProductCard.Colour(
                        Objects.requireNonNullElse(variant.colour(), ""),
                        Objects.requireNonNullElse(variant.colourCode(), "")))
                .distinct()
                .toList();
    }

    private static List<String> skus(List<Product> products) {
        return products.stream()
                .flatMap(product -> product.variants().stream())
                .map(Variant::sku)
                .toList();
    }
}
