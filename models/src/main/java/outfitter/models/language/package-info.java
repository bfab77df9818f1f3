/**
 * How the shop's language is taught: what customers really wrote, masked; what people say it means; and the models that
 * were trained with it. Stated and stored here; masked, trained and judged in the bot.
 */
@NullMarked
package outfitter.models.language;

import org.jspecify.annotations.NullMarked;
