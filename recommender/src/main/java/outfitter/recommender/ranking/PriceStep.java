package outfitter.recommender.ranking;

import java.util.Arrays;
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
    public String signal() {
        return "price-step";
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
                .flatMap(price -> assortment.price(than).map(lower -> dearer(than, product, price, lower)));
    }

    private Evidence dearer(int than, int product, Money price, Money lower) {
        int[] kind = sold(index.assortment().leaf(product));
        int dearer = (int) Arrays.stream(kind)
                .filter(other -> minor(other) > price.minor())
                .count();
        return new Evidence(
                dearer == 0 ? "dearest" : "dearer",
                Map.of(
                        "than",
                        index.assortment().id(than),
                        "minor",
                        price.minor() - lower.minor(),
                        "currency",
                        price.currency(),
                        "count",
                        dearer,
                        "of",
                        kind.length));
    }

    private int[] sold(int leaf) {
        return Arrays.stream(index.assortment().productsIn(leaf))
                .filter(product -> index.assortment().product(product).active())
                .toArray();
    }

    private long minor(int product) {
        return index.assortment().price(product).map(Money::minor).orElse(0L);
    }
}
