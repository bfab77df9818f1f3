/** The shop as a browser meets it: over HTTP, on a real database with the demo shop in it. */
@NullMarked
package outfitter.server.shop;

import org.jspecify.annotations.NullMarked;
