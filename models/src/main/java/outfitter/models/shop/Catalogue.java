package outfitter.models.shop;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the shop sells, at one moment: products, variants, categories, prices and ratings, but not stock. Immutable,
 * shared freely between threads; every question is answered from memory.
 */
public final class Catalogue {
    public static final Catalogue EMPTY = of(List.of(), List.of(), Map.of());

    private final Map<String, Category> categories;
    private final Map<String, Product> products;
    private final List<Product> active;
    private final Map<String, Variant> variants;
    private final Map<String, List<Product>> shelves;
    private final Map<String, Rating> ratings;
    private final ProductSearch search;

    private Catalogue(List<Category> categories, List<Product> products, Map<String, Rating> ratings) {
        this.categories = inOrder(categories, Category::id);
        this.products = inOrder(products, Product::id);
        this.active = products.stream().filter(Product::active).toList();
        this.variants = products.stream()
                .flatMap(product -> product.variants().stream())
                .collect(toUnmodifiableMap(Variant::sku, Function.identity()));
        this.shelves = active.stream().collect(groupingBy(product -> shelf(product.category())));
        this.ratings = Map.copyOf(ratings);
        this.search = new ProductSearch(this);
    }

    /** A catalogue of these, which keep their order. */
    public static Catalogue of(List<Category> categories, List<Product> products, Map<String, Rating> ratings) {
        return new Catalogue(categories, products, ratings);
    }

    /** Every category, in shop order. */
    public List<Category> categories() {
        return List.copyOf(categories.values());
    }

    public Optional<Category> category(String id) {
        return Optional.ofNullable(categories.get(id));
    }

    /** From the root to {@code category}, itself included; empty when it is unknown. */
    public List<Category> path(String category) {
        Deque<Category> path = new ArrayDeque<>();
        for (Category at = categories.get(category); at != null; at = parent(at)) path.addFirst(at);
        return List.copyOf(path);
    }

    /** Every product that is sold, in shop order. */
    public List<Product> products() {
        return active;
    }

    /** Every product that was ever sold, in shop order. */
    public List<Product> everything() {
        return List.copyOf(products.values());
    }

    /** A product, whether it is still sold or not. */
    public Optional<Product> product(String id) {
        return Optional.ofNullable(products.get(id));
    }

    /** A variant, whether its product is still sold or not. */
    public Optional<Variant> variant(String sku) {
        return Optional.ofNullable(variants.get(sku));
    }

    /** The product that {@code sku} is a variant of. */
    public Optional<Product> productOf(String sku) {
        return variant(sku).flatMap(variant -> product(variant.product()));
    }

    /** What is sold in {@code category} and below it, in shop order. */
    public List<Product> in(String category) {
        return categories.values().stream()
                .filter(each -> lies(each, category))
                .flatMap(each -> shelves.getOrDefault(each.id(), List.of()).stream())
                .toList();
    }

    /** What customers think of each product that has reviews. */
    public Map<String, Rating> ratings() {
        return ratings;
    }

    public Rating rating(String product) {
        return ratings.getOrDefault(product, Rating.NONE);
    }

    /**
     * What is sold and fits {@code words}, best first, at most {@code limit}. Forgives plurals, accents, words run
     * together and typing errors; words that say nothing ("a", "for") are passed over. Empty when nothing fits.
     */
    public List<Hit> search(String words, int limit) {
        return search.find(words, limit);
    }

    private boolean lies(Category category, String within) {
        return path(category.id()).stream().anyMatch(step -> step.id().equals(within));
    }

    private @Nullable Category parent(Category of) {
        return of.parent() == null ? null : categories.get(of.parent());
    }

    private static String shelf(@Nullable String category) {
        return category == null ? "" : category;
    }

    private static <T> Map<String, T> inOrder(List<T> all, Function<T, String> id) {
        return all.stream().collect(toMap(id, Function.identity(), (first, again) -> first, LinkedHashMap::new));
    }
}
