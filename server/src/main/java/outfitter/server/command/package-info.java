/**
 * What the commands beside {@code serve} have in common: which data they work on, and how they say what came out. Each
 * command is a class of its own in the package of its subject, and a name in {@link outfitter.server.Main}'s list.
 */
@NullMarked
package outfitter.server.command;

import org.jspecify.annotations.NullMarked;
