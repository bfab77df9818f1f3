/** The one way in which our records become JSON and come back. */
@NullMarked
package outfitter.models.json;

import org.jspecify.annotations.NullMarked;
