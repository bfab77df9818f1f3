/**
 * Measures the whole product from outside: a server and a database of its own below a fresh directory, clients that speak
 * as customers and agents do, and beside each figure the bare limit of the same machine in the same run. One class a
 * measure; the commands are {@code bench turns}, {@code bench assist} and {@code bench idle}.
 */
@NullMarked
package outfitter.server.bench;

import org.jspecify.annotations.NullMarked;
