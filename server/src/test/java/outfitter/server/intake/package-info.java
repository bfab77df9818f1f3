@NullMarked
package outfitter.server.intake;

import org.jspecify.annotations.NullMarked;
