/** The command {@code evaluate}: how good what the program learned is, on files that anybody may bring. */
@NullMarked
package outfitter.server.evaluate;

import org.jspecify.annotations.NullMarked;
