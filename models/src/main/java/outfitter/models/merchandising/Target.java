package outfitter.models.merchandising;

import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The products that a rule is about. Exactly one of the three is given.
 *
 * @param products these, in this order
 * @param set a set curated by hand, in its order
 * @param selection whatever meets all of these, which are about products
 */
public record Target(
        @Nullable List<String> products,
        @Nullable String set,
        @Nullable List<Condition> selection) {
    private static final int MOST_PRODUCTS = 50;

    public Target {
        products = products == null ? null : List.copyOf(products);
        selection = selection == null ? null : List.copyOf(selection);
        int given = (products == null ? 0 : 1) + (set == null ? 0 : 1) + (selection == null ? 0 : 1);
        if (given != 1) throw new IllegalArgumentException("a target is one of products, set or selection");
        if (products != null) checkProducts(products);
        if (set != null && set.isBlank()) throw new IllegalArgumentException("a target names no set");
        if (selection != null) checkSelection(selection);
    }

    public static Target products(String... products) {
        return new Target(List.of(products), null, null);
    }

    public static Target set(String set) {
        return new Target(null, set, null);
    }

    public static Target selection(Condition... conditions) {
        return new Target(null, null, List.of(conditions));
    }

    private static void checkProducts(List<String> products) {
        if (products.isEmpty() || products.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("a target names no product");
        }
        if (products.size() > MOST_PRODUCTS || new HashSet<>(products).size() < products.size()) {
            throw new IllegalArgumentException("a target names at most " + MOST_PRODUCTS + " products, each once");
        }
    }

    private static void checkSelection(List<Condition> selection) {
        if (selection.isEmpty()) throw new IllegalArgumentException("a selection needs at least one condition");
        if (!selection.stream().allMatch(each -> each.is().isAboutProduct())) {
            throw new IllegalArgumentException("a selection is about products, not about the conversation");
        }
    }
}
