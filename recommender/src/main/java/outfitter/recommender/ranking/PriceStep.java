package outfitter.recommender.ranking;

import java.util.Map;
import java.util.Optional;
import outfitter.models.shop.Money;

/** A step up is likeliest taken about a third dearer; further up and it is another purchase. */
final class PriceStep implements Scorer {
    static final double WEIGHT = 0.3;
    private static final double BEST_RATIO = 1.35;
    private static final double SPREAD = 0.3;

    private final Index index;

    PriceStep(Index index) {
        this.index = index;
    }

    @Override
    public double points(Query query, Step step) {
        double away = Math.log(step.ratio() / BEST_RATIO) / SPREAD;
        return Math.exp(-away * away / 2);
    }

    @Override
    public Optional<Evidence> evidence(Query query, int product) {
        return StepUp.to(product, query).flatMap(step -> dearer(step.anchor().product(), product));
    }

    private Optional<Evidence> dearer(int than, int product) {
        Assortment assortment = index.assortment();
        return assortment
                .price(product)
                .flatMap(price -> assortment
                        .price(than)
                        .map(lower -> new Money(price.minor() - lower.minor(), price.currency()))
                        .map(by -> new Evidence(
                                "dearer",
                                Map.of("than", assortment.id(than), "minor", by.minor(), "currency", by.currency()))));
    }
}
