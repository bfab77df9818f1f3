package outfitter.recommender.ranking;

import java.util.Map;
import java.util.Optional;
import outfitter.models.shop.Rating;

/** What customers think of it, few reviews drawn towards the middle: (stars·n + 4·5) / (n + 5). */
final class BetterRated implements Scorer {
    static final double WEIGHT = 0.3;
    private static final double MIDDLE = 4;
    private static final double PRIOR = 5;
    private static final int FEWEST = 3;

    private final Index index;

    BetterRated(Index index) {
        this.index = index;
    }

    @Override
    public String signal() {
        return "better-rated";
    }

    @Override
    public double points(Query query, Step step) {
        return Math.min(1, drawn(step.product()) - drawn(step.anchor().product()));
    }

    @Override
    public Optional<Evidence> evidence(Query query, int product) {
        Rating rating = index.assortment().rating(product);
        boolean better = StepUp.to(product, query)
                .filter(step -> drawn(product) > drawn(step.anchor().product()))
                .isPresent();
        if (!better || rating.reviews() < FEWEST) return Optional.empty();
        return Optional.of(new Evidence("stars", Map.of("stars", rating.stars(), "count", rating.reviews())));
    }

    private double drawn(int product) {
        Rating rating = index.assortment().rating(product);
        return (rating.stars() * rating.reviews() + MIDDLE * PRIOR) / (rating.reviews() + PRIOR);
    }
}
