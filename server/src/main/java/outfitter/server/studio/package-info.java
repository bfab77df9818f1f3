/**
 * The studio's API: merchandisers look a product up, see what goes with it now and under their draft, change the draft's
 * rules, publish with a note, and undo. {@link outfitter.server.studio.Studio} is mounted; the records beside it are what
 * it says and takes. The page is in {@code web/src/studio}.
 */
@NullMarked
package outfitter.server.studio;

import org.jspecify.annotations.NullMarked;
