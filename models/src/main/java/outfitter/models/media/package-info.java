/** Pictures and other files that customers sent. */
@NullMarked
package outfitter.models.media;

import org.jspecify.annotations.NullMarked;
