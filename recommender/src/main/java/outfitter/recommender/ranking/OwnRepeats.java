package outfitter.recommender.ranking;

import java.util.Map;
import java.util.Optional;

/** What the customer bought more than once before: it is used up, and wanted again. */
final class OwnRepeats implements Witness {
    private static final int FEWEST = 2;

    @Override
    public Optional<Evidence> evidence(Query query, int product) {
        return query.bought(product)
                .filter(purchase -> purchase.times() >= FEWEST)
                .map(purchase -> new Evidence(
                        "bought-before",
                        Map.of(
                                "count",
                                purchase.times(),
                                "at",
                                Query.dayOf(purchase.at()).toString())));
    }
}
