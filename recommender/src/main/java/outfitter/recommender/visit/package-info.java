/**
 * What visitors look at and put into carts on the shop's own pages: visits under way, and of those that ended what is looked
 * at after what, by a blend of signals once there are enough to learn it from.
 */
@NullMarked
package outfitter.recommender.visit;

import org.jspecify.annotations.NullMarked;
