/**
 * Makes the index out of the catalogue and the order log, and keeps it growing while orders arrive.
 */
@NullMarked
package outfitter.recommender.training;

import org.jspecify.annotations.NullMarked;
