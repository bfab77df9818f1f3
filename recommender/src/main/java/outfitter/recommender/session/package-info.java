/**
 * What somebody looks at next, by what others looked at: an index of sessions that grows while it is read, signals over it
 * that can each say why, and the blend of them. Items are plain numbers here. Pure, free of I/O but for the snapshot.
 */
@NullMarked
package outfitter.recommender.session;

import org.jspecify.annotations.NullMarked;
