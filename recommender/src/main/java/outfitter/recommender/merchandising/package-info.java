/**
 * Applies what merchandisers decided, after all ranking: exclusions first, then pins to their places, boosts and buries,
 * bundles, and quotas at last, each saying what it moved or why it cannot show. Pure.
 */
@NullMarked
package outfitter.recommender.merchandising;

import org.jspecify.annotations.NullMarked;
