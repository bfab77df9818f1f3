package outfitter.recommender.merchandising;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import outfitter.models.merchandising.Condition;
import outfitter.models.merchandising.Target;
import outfitter.models.shop.Catalogue;
import outfitter.models.shop.Money;
import outfitter.models.shop.Product;
import outfitter.models.shop.Stock;
import outfitter.models.shop.Variant;

/**
 * What rules may ask about products. Immutable.
 *
 * @param margins what the shop keeps of the price, in percent, by product; without those whose cost is not known
 * @param sets products by the id of the set that was curated of them
 * @param stock pieces by sku
 */
public record Wares(
        Catalogue catalogue, Map<String, Double> margins, Map<String, List<String>> sets, Map<String, Integer> stock) {

    /** These with another stock. */
    public Wares with(Map<String, Integer> counted) {
        return new Wares(catalogue, margins, sets, counted);
    }

    /** The products that {@code target} lists by name, in its order; empty for a selection or an unknown set. */
    public List<String> listed(Target target) {
        if (target.products() != null) return target.products();
        return target.set() == null ? List.of() : sets.getOrDefault(target.set(), List.of());
    }

    /** Whether {@code target} names {@code product}. */
    public boolean names(Target target, String product) {
        return target.selection() == null
                ? listed(target).contains(product)
                : target.selection().stream().allMatch(condition -> meets(product, condition));
    }

    /** Whether {@code product} is known to meet a condition about products. */
    public boolean meets(String product, Condition condition) {
        List<String> any = condition.any();
        return switch (condition.is()) {
            case PRODUCT -> any.contains(product);
            case SET ->
                any.stream().anyMatch(set -> sets.getOrDefault(set, List.of()).contains(product));
            case CATEGORY -> known(product, each -> liesIn(each, any));
            case BRAND -> known(product, each -> any.contains(each.brand()));
            case TAG -> known(product, each -> each.tags().stream().anyMatch(any::contains));
            case PRICE -> spans(condition, product, each -> minor(each));
            case MARGIN -> spans(condition, product, each -> margin(each.id()).orElse(Double.NaN));
            case STOCK -> spans(condition, product, this::pieces);
            default -> throw new IllegalArgumentException(condition.is() + " is not about a product");
        };
    }

    /** What the shop keeps of the price, in percent; empty when the cost is not known. */
    public OptionalDouble margin(String product) {
        Double margin = margins.get(product);
        return margin == null ? OptionalDouble.empty() : OptionalDouble.of(margin);
    }

    private boolean known(String product, Predicate<Product> test) {
        return catalogue.product(product).filter(test).isPresent();
    }

    private boolean liesIn(Product product, List<String> any) {
        String leaf = product.category();
        if (leaf == null) return false;
        return any.contains(leaf) || catalogue.path(leaf).stream().anyMatch(step -> any.contains(step.id()));
    }

    private boolean spans(Condition condition, String product, ToDoubleFunction<Product> figure) {
        double value = catalogue.product(product).stream()
                .mapToDouble(figure)
                .findFirst()
                .orElse(Double.NaN);
        return !Double.isNaN(value) && condition.spans(value);
    }

    private static double minor(Product product) {
        return product.price().map(Money::minor).map(Long::doubleValue).orElse(Double.NaN);
    }

    /** Pieces of all variants; not a number where nobody counts them, or they were not looked up. */
    private double pieces(Product product) {
        List<Integer> counted = product.variants().stream()
                .map(Variant::sku)
                .map(stock::get)
                .filter(Objects::nonNull)
                .toList();
        int pieces = counted.stream().mapToInt(each -> Math.max(0, each)).sum();
        return counted.isEmpty() || !Stock.isCounted(pieces) ? Double.NaN : pieces;
    }
}
