/** The product as its people see it: real pages in a real browser, on a real server and database. */
@NullMarked
package outfitter.server.story;

import org.jspecify.annotations.NullMarked;
