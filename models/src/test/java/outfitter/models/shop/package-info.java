/** The shop's tables and the search through its catalogue, as tests see them. */
@NullMarked
package outfitter.models.shop;

import org.jspecify.annotations.NullMarked;
