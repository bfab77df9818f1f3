/**
 * Ranks over an immutable index: scorers in a list give points, each able to say in data why; what must never be shown is
 * left out, whoever speaks for it. Pure arithmetic, free of I/O: the caller brings the stock.
 */
@NullMarked
package outfitter.recommender.ranking;

import org.jspecify.annotations.NullMarked;
