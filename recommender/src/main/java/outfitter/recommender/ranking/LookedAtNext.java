package outfitter.recommender.ranking;

import java.util.Map;
import java.util.Optional;

/**
 * What visitors who looked at the like went on to look at. Most of these are of one kind and stand in for each other, so it
 * speaks for a step up as much as for what goes with something.
 */
final class LookedAtNext implements Scorer {
    static final double WEIGHT = 0.3;

    private final Index index;

    LookedAtNext(Index index) {
        this.index = index;
    }

    @Override
    public String signal() {
        return "looked-at-next";
    }

    @Override
    public double points(Query query, Step step) {
        double most = query.mostGoneOnTo();
        return most == 0 ? 0 : query.goesOnTo(step.product()) / most;
    }

    @Override
    public Optional<Evidence> evidence(Query query, int product) {
        return query.goesOn(product)
                .filter(next -> next.visitors() >= Query.FEWEST)
                .filter(next -> index.assortment().number(next.after()).isPresent())
                .map(next -> new Evidence(
                        "looked-at-next", Map.of("with", next.after(), "count", next.visitors(), "of", next.of())));
    }
}
