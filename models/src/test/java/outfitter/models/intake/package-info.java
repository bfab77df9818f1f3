@NullMarked
package outfitter.models.intake;

import org.jspecify.annotations.NullMarked;
