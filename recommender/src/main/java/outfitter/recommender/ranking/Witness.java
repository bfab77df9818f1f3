package outfitter.recommender.ranking;

import java.util.Optional;

/** Something that can be said for a product. Holds no state of a question; shared between threads. */
interface Witness {
    /** The strongest thing that it can say for the product; empty when it has nothing to say. */
    Optional<Evidence> evidence(Query query, int product);
}
