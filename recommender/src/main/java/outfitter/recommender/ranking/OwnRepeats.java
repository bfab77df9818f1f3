package outfitter.recommender.ranking;

import java.util.Map;
import java.util.Optional;

/** What the customer bought before, so often: it is used up, and wanted again. */
final class OwnRepeats implements Witness {
    private final int fewest;
    private final int most;

    private OwnRepeats(int fewest, int most) {
        this.fewest = fewest;
        this.most = most;
    }

    /** More than once: hardly anything says more. */
    static OwnRepeats often() {
        return new OwnRepeats(2, Integer.MAX_VALUE);
    }

    /** Once only. */
    static OwnRepeats once() {
        return new OwnRepeats(1, 1);
    }

    @Override
    public Optional<Evidence> evidence(Query query, int product) {
        return query.bought(product)
                .filter(purchase -> purchase.times() >= fewest && purchase.times() <= most)
                .map(purchase -> new Evidence(
                        "bought-before",
                        Map.of(
                                "count",
                                purchase.times(),
                                "at",
                                Query.dayOf(purchase.at()).toString())));
    }
}
