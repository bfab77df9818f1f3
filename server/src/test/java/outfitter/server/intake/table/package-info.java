@NullMarked
package outfitter.server.intake.table;

import org.jspecify.annotations.NullMarked;
