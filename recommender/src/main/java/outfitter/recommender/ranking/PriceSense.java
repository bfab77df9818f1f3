package outfitter.recommender.ranking;

import java.util.Map;
import java.util.Optional;

/** Whether it costs what the customer usually pays for such things ({@link PurchasePrices}). */
final class PriceSense implements Scorer {
    static final double WEIGHT = 0.2;

    @Override
    public String signal() {
        return "price-sense";
    }

    @Override
    public double points(Query query, Step step) {
        return query.prices().fit(step.product());
    }

    @Override
    public Optional<Evidence> evidence(Query query, int product) {
        int alike = query.prices().alike(product);
        return alike == 0 ? Optional.empty() : Optional.of(new Evidence("price-sense", Map.of("count", alike)));
    }
}
