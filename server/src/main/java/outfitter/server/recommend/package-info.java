/**
 * The recommender's own routes: lists for the shop's pages, events from them, why a product is shown or not, what agents
 * said does not go together, and what was learned.
 */
@NullMarked
package outfitter.server.recommend;

import org.jspecify.annotations.NullMarked;
