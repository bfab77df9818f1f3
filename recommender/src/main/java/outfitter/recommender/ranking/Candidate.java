package outfitter.recommender.ranking;

import org.jspecify.annotations.Nullable;

/**
 * A product with what the scorers gave it, above 0.
 *
 * @param traits what was known of it; null where the ranking has nothing to learn from
 */
record Candidate(int product, double score, @Nullable Traits traits) {
    Candidate(int product, double score) {
        this(product, score, null);
    }
}
