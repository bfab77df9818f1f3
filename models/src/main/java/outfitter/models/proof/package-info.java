/** Tries at proving that an order is one's own: counted, limited, and closed for a while after too many wrong ones. */
@NullMarked
package outfitter.models.proof;

import org.jspecify.annotations.NullMarked;
