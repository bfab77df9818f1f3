/**
 * Ranks products for one customer, now.
 *
 * <p>Orders, carts and views become an immutable index in memory; a question walks its arrays and comes back as two
 * lists, what goes with the things at hand and what would be a step up, each product with the evidence that speaks for
 * it. Then merchandisers' rules have their say, and at the last moment stock, ownership and exclusions. It knows neither
 * the bot nor the desk.
 */
@NullMarked
package outfitter.recommender;

import org.jspecify.annotations.NullMarked;
