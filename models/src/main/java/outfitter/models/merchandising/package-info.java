/**
 * What merchandisers decide and what came of it: rules that pin or exclude products, published as numbered rule sets, and
 * impressions, the suggestions that an agent really saw with what became of them. Stated and stored here; applied in the
 * recommender.
 */
@NullMarked
package outfitter.models.merchandising;

import org.jspecify.annotations.NullMarked;
