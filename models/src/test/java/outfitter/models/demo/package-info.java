/** What must be true of the demo shop, whenever it is opened. */
@NullMarked
package outfitter.models.demo;

import org.jspecify.annotations.NullMarked;
