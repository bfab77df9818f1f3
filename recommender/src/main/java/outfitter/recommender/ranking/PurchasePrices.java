package outfitter.recommender.ranking;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * What a customer usually pays: the mean {@linkplain PriceLevels level} of what they bought in a leaf category, drawn towards that
 * of all they bought as if by one purchase more. Belongs to one question.
 */
final class PurchasePrices {
    private static final double SPREAD = 0.25;

    private final Assortment assortment;
    private final Collection<Integer> bought;
    private final double usual;
    private final Map<Integer, Double> byLeaf = new HashMap<>();

    PurchasePrices(Collection<Integer> bought, Assortment assortment) {
        this.assortment = assortment;
        this.bought = bought;
        usual = bought.stream().mapToDouble(assortment::priceLevel).average().orElse(0);
    }

    /** How near the product's price is to what the customer usually pays for its kind, up to 1; 0 of who bought nothing. */
    double fit(int product) {
        if (bought.isEmpty()) return 0;
        double usualHere = byLeaf.computeIfAbsent(assortment.leaf(product), this::usualIn);
        double away = (assortment.priceLevel(product) - usualHere) / SPREAD;
        return Math.exp(-away * away / 2);
    }

    /** How many of the purchases in its leaf category stand near it in price. */
    int alike(int product) {
        return (int) bought.stream()
                .filter(other -> assortment.leaf(other) == assortment.leaf(product))
                .filter(other -> Math.abs(assortment.priceLevel(other) - assortment.priceLevel(product)) <= SPREAD)
                .count();
    }

    private double usualIn(int leaf) {
        double sum = usual;
        int count = 1;
        for (int product : bought) {
            if (assortment.leaf(product) != leaf) continue;
            sum += assortment.priceLevel(product);
            count++;
        }
        return sum / count;
    }
}
