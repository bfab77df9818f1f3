package outfitter.server.shop;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import outfitter.models.shop.Catalogue;
import outfitter.models.shop.Category;
import outfitter.models.shop.Hit;
import outfitter.models.shop.Money;
import outfitter.models.shop.Product;
import outfitter.models.shop.ProductCard;
import outfitter.models.shop.ProductCards;
import outfitter.models.shop.Review;
import outfitter.models.shop.Reviews;
import outfitter.models.shop.SizeTable;
import outfitter.models.shop.VariantCard;
import outfitter.server.http.Api;
import outfitter.server.http.Operation;
import outfitter.server.http.Requests;

/** Categories, lists of products, and single products, for everybody. */
final class ShelfRoutes {
    private static final int USUAL_PAGE = 24;
    private static final int LARGEST_PAGE = 100;
    private static final int MOST_FOUND = 500;
    private static final int LONGEST_SEARCH = 200;
    private static final int REVIEWS = 20;

    private final Supplier<Catalogue> catalogue;
    private final ProductCards cards;
    private final Reviews reviews;

    ShelfRoutes(Supplier<Catalogue> catalogue, ProductCards cards, Reviews reviews) {
        this.catalogue = catalogue;
        this.cards = cards;
        this.reviews = reviews;
    }

    void mount(Api api) {
        api.get(
                "/api/shop/categories",
                Operation.of("Lists the shop's categories, parents before their children")
                        .returns(Shelf[].class),
                this::categories);
        api.get(
                "/api/shop/products",
                Operation.of("Lists what is sold, in shop order or by how well it fits what is searched for")
                        .query("category", String.class, "only what lies in this category or below it")
                        .query("q", String.class, "words to search for; misspellings are forgiven")
                        .query("limit", Integer.class, "how many to list, 24 unless told otherwise, at most 100")
                        .query("offset", Integer.class, "how many to pass over")
                        .returns(Page.class),
                this::products);
        api.get(
                "/api/shop/products/:id",
                Operation.of("Shows one product with everything that can be bought of it")
                        .returns(Details.class),
                this::product);
    }

    /** A category; {@code count} is how many products lie in it and below it. */
    record Shelf(String id, @Nullable String parent, String name, int count) {}

    /** Some of {@code total} products. */
    record Page(int total, List<ProductCard> products) {}

    /** What a customer wrote; {@code author} is a first name and an initial. */
    record Opinion(@Nullable String author, int stars, String title, String body, Instant at) {
        static Opinion of(Review review) {
            return new Opinion(review.author(), review.stars(), review.title(), review.body(), review.at());
        }
    }

    /** A card, and all there is to know of the product. */
    record Details(
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
            String description,
            String care,
            @Nullable SizeTable sizeTable,
            List<VariantCard> variants,
            List<Opinion> reviewList) {
        static Details of(ProductCards.Detailed seen, Product product, @Nullable SizeTable sizes, List<Review> said) {
            ProductCard card = seen.card();
            return new Details(
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
                    product.description(),
                    product.care(),
                    sizes,
                    seen.variants(),
                    said.stream().map(Opinion::of).toList());
        }
    }

    private Future<Shelf[]> categories(RoutingContext ctx) {
        Catalogue now = catalogue.get();
        return Future.succeededFuture(now.categories().stream()
                .map(each -> new Shelf(
                        each.id(), each.parent(), each.name(), now.in(each.id()).size()))
                .toArray(Shelf[]::new));
    }

    private Future<Page> products(RoutingContext ctx) {
        int limit = Requests.number(ctx, "limit", USUAL_PAGE, 1, LARGEST_PAGE);
        int offset = Requests.number(ctx, "offset", 0, 0, Integer.MAX_VALUE);
        List<String> all = wanted(ctx).stream().map(Product::id).toList();
        return cards.of(all.stream().skip(offset).limit(limit).toList()).map(page -> new Page(all.size(), page));
    }

    private List<Product> wanted(RoutingContext ctx) {
        Catalogue now = catalogue.get();
        Optional<String> category = Requests.query(ctx, "category");
        List<Product> shelf = category.map(now::in).orElseGet(now::products);
        return Requests.query(ctx, "q")
                .map(words ->
                        now.search(words.substring(0, Math.min(words.length(), LONGEST_SEARCH)), MOST_FOUND).stream()
                                .map(Hit::product)
                                .filter(product -> category.isEmpty() || shelf.contains(product))
                                .toList())
                .orElse(shelf);
    }

    private Future<Details> product(RoutingContext ctx) {
        Product product = catalogue
                .get()
                .product(Requests.text(ctx, "id"))
                .filter(Product::active)
                .orElseThrow(ShelfRoutes::unknown);
        SizeTable sizes = Optional.ofNullable(product.category())
                .flatMap(catalogue.get()::category)
                .map(Category::sizeTable)
                .orElse(null);
        return cards.detailed(List.of(product.id()))
                .compose(seen -> reviews.ofProduct(product.id(), REVIEWS)
                        .map(said -> Details.of(
                                seen.stream().findFirst().orElseThrow(ShelfRoutes::unknown), product, sizes, said)));
    }

    private static HttpException unknown() {
        return new HttpException(404, "The shop has no such product");
    }
}
