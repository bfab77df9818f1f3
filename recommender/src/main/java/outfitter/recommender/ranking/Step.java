package outfitter.recommender.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import outfitter.models.shop.Money;
import outfitter.models.shop.Rating;

/**
 * From what the customer is choosing to a better one: of the same leaf category, dearer but not out of reach, and not
 * rated worse.
 *
 * @param ratio the better one's price by the anchor's, from {@value #LEAST} to {@value #MOST}
 */
record Step(Anchor anchor, int product, double ratio) {
    private static final double LEAST = 1.05;
    private static final double MOST = 2.2;
    private static final double WORSE_STARS = 0.3;
    private static final int REVIEWS_THAT_COUNT = 3;

    /** Every step up from {@code anchors}. */
    static List<Step> from(List<Anchor> anchors, Assortment assortment) {
        List<Step> steps = new ArrayList<>();
        for (Anchor anchor : anchors) {
            for (int product : assortment.productsIn(assortment.leaf(anchor.product()))) {
                double ratio = ratio(assortment.price(anchor.product()), assortment.price(product));
                if (ratio < LEAST || ratio > MOST) continue;
                if (isWorse(assortment.rating(product), assortment.rating(anchor.product()))) continue;
                steps.add(new Step(anchor, product, ratio));
            }
        }
        return List.copyOf(steps);
    }

    private static double ratio(Optional<Money> from, Optional<Money> to) {
        if (from.isEmpty() || to.isEmpty() || from.get().minor() == 0) return 0;
        if (!from.get().currency().equals(to.get().currency())) return 0;
        return to.get().minor() / (double) from.get().minor();
    }

    private static boolean isWorse(Rating better, Rating than) {
        boolean known = better.reviews() >= REVIEWS_THAT_COUNT && than.reviews() >= REVIEWS_THAT_COUNT;
        return known && better.stars() < than.stars() - WORSE_STARS;
    }
}
