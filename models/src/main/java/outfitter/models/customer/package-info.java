/** Who the persons are that converse with the shop. A visitor is one too, long before they have a name. */
@NullMarked
package outfitter.models.customer;

import org.jspecify.annotations.NullMarked;
