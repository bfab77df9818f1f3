/** What visitors look at and put into carts on the shop's own pages, as it outlives a server. */
@NullMarked
package outfitter.models.visit;

import org.jspecify.annotations.NullMarked;
