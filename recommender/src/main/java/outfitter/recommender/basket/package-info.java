/**
 * What completes an order, by the orders before: co-purchase counts, an item-item ridge table, likeness of titles for
 * what has no history, a customer's own repeats, and the blends of them. Products are plain numbers here. Pure.
 */
@NullMarked
package outfitter.recommender.basket;

import org.jspecify.annotations.NullMarked;
