/** What the server keeps to itself, made once and shared by every node through the database. */
@NullMarked
package outfitter.models.secret;

import org.jspecify.annotations.NullMarked;
