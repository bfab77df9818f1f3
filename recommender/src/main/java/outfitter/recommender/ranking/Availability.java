package outfitter.recommender.ranking;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outfitter.models.shop.Variant;

/**
 * What of a product can be had now by this customer.
 *
 * @param quantity pieces: in {@code size} if given, else of all variants
 * @param size the customer's usual one, null when unknown or when the product has no such size
 * @param sku the variant to offer, null when the customer is to choose or nothing is left
 */
record Availability(
        int quantity, @Nullable String size, @Nullable String sku) {

    /**
     * Looks {@code product} up in {@code stock}; a variant that is not there is sold out. A size the customer bought in
     * this very category binds: a boot that is left in other sizes only is sold out for them. A size known from a related
     * category is used when it is there, and otherwise leaves the choice open.
     */
    static Availability of(int product, Query query, Assortment assortment, Map<String, Integer> stock) {
        List<Variant> variants = assortment.variants(product);
        Optional<String> bound = query.ownSize(product).filter(size -> comesIn(size, variants));
        if (bound.isPresent()) return inSize(bound.get(), variants, stock);
        Optional<Availability> likely = query.usualSize(product)
                .filter(size -> comesIn(size, variants))
                .map(size -> inSize(size, variants, stock))
                .filter(found -> found.quantity > 0);
        return likely.orElseGet(() -> inAnySize(variants, stock));
    }

    private static boolean comesIn(String size, List<Variant> variants) {
        return variants.stream().anyMatch(variant -> size.equals(variant.size()));
    }

    private static Availability inSize(String size, List<Variant> variants, Map<String, Integer> stock) {
        List<Variant> fitting =
                variants.stream().filter(variant -> size.equals(variant.size())).toList();
        return new Availability(
                sum(fitting, stock),
                size,
                fullest(fitting, stock).map(Variant::sku).orElse(null));
    }

    private static Availability inAnySize(List<Variant> variants, Map<String, Integer> stock) {
        boolean onlyOne = variants.size() == 1;
        String sku = onlyOne ? fullest(variants, stock).map(Variant::sku).orElse(null) : null;
        return new Availability(sum(variants, stock), null, sku);
    }

    private static Optional<Variant> fullest(List<Variant> variants, Map<String, Integer> stock) {
        return variants.stream()
                .filter(variant -> left(variant, stock) > 0)
                .max(Comparator.comparingInt(variant -> left(variant, stock)));
    }

    private static int sum(List<Variant> variants, Map<String, Integer> stock) {
        return variants.stream().mapToInt(variant -> left(variant, stock)).sum();
    }

    private static int left(Variant variant, Map<String, Integer> stock) {
        return Math.max(0, stock.getOrDefault(variant.sku(), 0));
    }
}
