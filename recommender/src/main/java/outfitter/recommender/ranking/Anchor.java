package outfitter.recommender.ranking;

import java.time.Instant;

/**
 * A product that suggestions start from.
 *
 * @param weight how much it matters now, above 0, at most 1
 * @param at when it was bought; only for {@link Kind#BOUGHT} anything but the present
 */
record Anchor(int product, Kind kind, double weight, Instant at) {
    enum Kind {
        MENTIONED,
        VIEWED,
        CART,
        BOUGHT
    }

    /** Whether the customer is choosing now, and has not merely bought it once. */
    boolean isAtHand() {
        return kind != Kind.BOUGHT;
    }
}
