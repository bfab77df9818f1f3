package outfitter.recommender.ranking;

import java.util.Optional;

/**
 * One signal: gives points to products and can say why. A new signal is one class like this, one line in {@link
 * Scorers}, and the phrases for its evidence. Holds no state of a question; shared between threads.
 */
interface Scorer {
    /** Adds its points, each at most about 1, to any product it has an opinion on. */
    void score(Query query, Points points);

    /** The strongest thing that this signal can say for the product; empty when it gave no points. */
    Optional<Evidence> evidence(Query query, int product);
}
