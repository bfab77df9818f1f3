/**
 * What the tests of every module share.
 *
 * <p>{@link outfitter.models.testing.PostgresExtension} gives a test class a database of its own, with our schema, in a
 * real PostgreSQL; {@link outfitter.models.testing.BlockedEventLoops} fails the suite when an event loop was blocked.
 */
@NullMarked
package outfitter.models.testing;

import org.jspecify.annotations.NullMarked;
