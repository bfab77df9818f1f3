package outfitter.recommender.ranking;

/**
 * That visitors who looked at the like of what somebody looks at went on to a product.
 *
 * @param chance how likely it is what they look at next, from 0 to 1; the less is known, the lower
 * @param after what was looked at before it most often, of what this customer looks at
 * @param visitors how many went on to it from there
 * @param of out of how many, the latest, who looked at {@code after}
 */
public record GoesOn(double chance, String after, int visitors, int of) {}
