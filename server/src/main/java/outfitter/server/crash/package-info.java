/**
 * Kills what an operator fears to lose, amid customers' messages, and counts afterwards: what was acknowledged is there,
 * once and in order. {@code outfitter demo crash} shows it, and tests do the same.
 */
@NullMarked
package outfitter.server.crash;

import org.jspecify.annotations.NullMarked;
