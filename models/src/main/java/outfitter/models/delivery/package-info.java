/**
 * Replies on their way to customers who do not read the site by themselves. The turn that says something writes its {@code
 * outbox} rows; here they are claimed, put off, held, given up and done, and what a channel tells of them afterwards is kept.
 */
@NullMarked
package outfitter.models.delivery;

import org.jspecify.annotations.NullMarked;
