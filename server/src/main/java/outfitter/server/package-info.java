/**
 * The place where everything meets.
 *
 * <p>Something must see both the bot and the desk, and neither may see the other: this module does. {@code Main} reads
 * the command line, {@code ServerConfig} the environment, {@code ServerVerticle} builds the parts from top to bottom. It
 * alone knows status codes, sockets, channels, sign-in and environment variables, and it carries the built pages.
 */
@NullMarked
package outfitter.server;

import org.jspecify.annotations.NullMarked;
