package outfitter.recommender;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import outfitter.models.shop.Catalogue;
import outfitter.models.shop.Category;
import outfitter.models.shop.OwnedProduct;
import outfitter.models.shop.Variant;

/** What size somebody takes, by what they bought and kept. */
final class UsualSizes {
    private UsualSizes() {}

    /** The size bought most often in each category, and in those above it; of two as frequent the one bought last. */
    static Map<String, String> of(List<OwnedProduct> newestFirst, Catalogue catalogue) {
        Map<String, Map<String, Integer>> counts = new HashMap<>();
        for (OwnedProduct owned : newestFirst) {
            String size = catalogue.variant(owned.sku()).map(Variant::size).orElse(null);
            String leaf = catalogue
                    .product(owned.product())
                    .map(product -> product.category())
                    .orElse(null);
            if (size == null || leaf == null) continue;
            for (Category category : catalogue.path(leaf)) {
                counts.computeIfAbsent(category.id(), any -> new LinkedHashMap<>())
                        .merge(size, 1, Integer::sum);
            }
        }
        Map<String, String> usual = new HashMap<>();
        counts.forEach((category, sizes) -> usual.put(category, mostFrequent(sizes)));
        return usual;
    }

    private static String mostFrequent(Map<String, Integer> sizes) {
        String best = "";
        for (String size : sizes.keySet()) {
            if (best.isEmpty() || sizes.getOrDefault(size, 0) > sizes.getOrDefault(best, 0)) best = size;
        }
        return best;
    }
}
