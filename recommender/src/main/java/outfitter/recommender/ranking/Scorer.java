package outfitter.recommender.ranking;

/** One signal of a step up: gives points to products and can say why. Shared between threads. */
interface Scorer extends Witness {
    /** Adds its points, each at most about 1, to any product it has an opinion on. */
    void score(Query query, Points points);
}
