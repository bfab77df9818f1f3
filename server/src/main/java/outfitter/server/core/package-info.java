/** The conversations, the one way into them and the clock that they go by: what most parts of the server build on. */
@NullMarked
package outfitter.server.core;

import org.jspecify.annotations.NullMarked;
