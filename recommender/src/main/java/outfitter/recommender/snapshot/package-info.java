/**
 * Files of flat arrays: with a checksum and a version, written beside the old one and put in its place when whole; what is
 * anything else is refused by one clear line.
 */
@NullMarked
package outfitter.recommender.snapshot;

import org.jspecify.annotations.NullMarked;
