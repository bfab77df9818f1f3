package outfitter.recommender.ranking;

/** One signal of a step up: has an opinion of a step, and can say why. Shared between threads. */
interface Scorer extends Witness {
    /** Its name where the ranking is explained, 'price-step'. */
    String signal();

    /** Its points for one step, at most about 1; what is not above 0 counts as 0. */
    double points(Query query, Step step);
}
