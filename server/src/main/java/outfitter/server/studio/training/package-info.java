/**
 * The training room of the studio: what customers wrote and what people say it means, training the shop's language with
 * that, and what came of it.
 */
@NullMarked
package outfitter.server.studio.training;

import org.jspecify.annotations.NullMarked;
