package outfitter.recommender;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import outfitter.models.shop.Catalogue;
import outfitter.models.shop.Category;
import outfitter.models.shop.Hit;
import outfitter.models.shop.Product;
import outfitter.models.shop.Variant;
import outfitter.recommender.ranking.Shortlist;

/** Answers one {@link Wish}: what the words find, narrowed to what fits and is left, the liked before the others. */
final class Finder {
    private static final int LOOKED_AT = 60;
    private static final double LIKING = 0.25;

    private final Wish wish;
    private final Catalogue catalogue;
    private final List<Hit> hits;

    Finder(Wish wish, Catalogue catalogue) {
        this.wish = wish;
        this.catalogue = catalogue;
        hits = hits().stream().filter(hit -> !fitting(hit.product()).isEmpty()).toList();
    }

    /** What this customer may see of it, best first, whether or not any is left. */
    List<Product> inOrder(Shortlist customer) {
        double most = hits.stream()
                .mapToDouble(hit -> customer.liking(hit.product().id()))
                .max()
                .orElse(0);
        return hits.stream()
                .filter(hit -> customer.maySee(hit.product().id()))
                .map(hit -> new Ranked(hit.product(), worth(hit, customer, most)))
                .sorted(Comparator.comparingDouble(ranked -> -ranked.worth()))
                .map(Ranked::product)
                .toList();
    }

    private record Ranked(Product product, double worth) {}

    /** The variants of these to look up in the store room. */
    List<String> skus(List<Product> products) {
        return products.stream()
                .flatMap(product -> fitting(product).stream())
                .map(Variant::sku)
                .toList();
    }

    /** Those of {@code products} that are left. */
    List<Found> left(List<Product> products, Shortlist customer, Map<String, Integer> stock) {
        return products.stream()
                .filter(product -> left(product, stock) > 0)
                .map(product -> found(product, customer, stock))
                .toList();
    }

    private List<Hit> hits() {
        if (!wish.words().isBlank()) {
            return catalogue.search(wish.words(), LOOKED_AT).stream()
                    .filter(hit -> isWanted(hit.product()))
                    .toList();
        }
        List<Product> all = wish.category() == null ? catalogue.products() : catalogue.in(wish.category());
        return all.stream().map(product -> new Hit(product, 1)).toList();
    }

    private boolean isWanted(Product product) {
        String leaf = product.category();
        if (wish.category() == null) return true;
        return leaf != null && catalogue.path(leaf).stream().map(Category::id).anyMatch(wish.category()::equals);
    }

    private double worth(Hit hit, Shortlist customer, double most) {
        double liked = most == 0 ? 0 : customer.liking(hit.product().id()) / most;
        return hit.score() + LIKING * liked;
    }

    private List<Variant> fitting(Product product) {
        return product.variants().stream().filter(this::fits).toList();
    }

    private boolean fits(Variant variant) {
        if (wish.maxPrice() != null && variant.price().minor() > wish.maxPrice()) return false;
        // What has no size or colour to choose fits any.
        boolean rightSize =
                wish.size() == null || variant.size() == null || wish.size().equalsIgnoreCase(variant.size());
        boolean rightColour = wish.colour() == null
                || variant.colour() == null
                || plain(variant.colour()).contains(plain(wish.colour()));
        return rightSize && rightColour;
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private Found found(Product product, Shortlist customer, Map<String, Integer> stock) {
        List<Variant> left = fitting(product).stream()
                .filter(variant -> pieces(variant, stock) > 0)
                .toList();
        boolean chosen = wish.size() != null || product.variants().size() == 1;
        Optional<String> sku = left.stream()
                .filter(any -> chosen)
                .max(Comparator.comparingInt(variant -> pieces(variant, stock)))
                .map(Variant::sku);
        return new Found(product.id(), customer.praise(product.id()), left(product, stock), sku.orElse(null));
    }

    private int left(Product product, Map<String, Integer> stock) {
        return fitting(product).stream()
                .mapToInt(variant -> pieces(variant, stock))
                .sum();
    }

    private static int pieces(Variant variant, Map<String, Integer> stock) {
        return stock.getOrDefault(variant.sku(), 0);
    }
}
