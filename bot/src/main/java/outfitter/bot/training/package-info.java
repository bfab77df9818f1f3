/**
 * How the bot gets better at its shop's language: what customers wrote is kept, masked; people say what it means; a model
 * is trained with that, judged on utterances it has not seen, and goes live only when nothing got worse.
 */
@NullMarked
package outfitter.bot.training;

import org.jspecify.annotations.NullMarked;
