/**
 * How several signals become one ranking: a conditional logit over features that each mean something, learned from choices
 * that were made, and used only where it is better than its best signal alone. Pure arithmetic.
 */
@NullMarked
package outfitter.recommender.blend;

import org.jspecify.annotations.NullMarked;
