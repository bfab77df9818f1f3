/**
 * An outdoor-equipment shop that exists only to be looked at: its goods, drawings and help pages lie as data under {@code
 * /demo}; its customers, orders, parcels, returns, carts and reviews come from a seeded generator.
 *
 * <p>People buy for adventures. Who plans a ski tour buys skis, skins and a shovel in winter; who bought a stove comes
 * back for gas; who was happy with simple boots buys dearer ones two years later; sizes stay with the person, except in
 * gifts. So there is something true for a recommender to find. All dates count back from the moment the shop is first
 * opened: a parcel arrives this week, in a year too.
 */
@NullMarked
package outfitter.models.demo;

import org.jspecify.annotations.NullMarked;
