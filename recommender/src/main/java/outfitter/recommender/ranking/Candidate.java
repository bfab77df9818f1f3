package outfitter.recommender.ranking;

/** A product with what the scorers gave it, above 0. */
record Candidate(int product, double score) {}
