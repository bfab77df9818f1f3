/**
 * Understands a customer and answers.
 *
 * <p>An utterance becomes intents with calibrated probabilities and slots; the dialogue, which is pure, picks the next
 * move; a routine settles the matter with the shop's facts, once the customer has proved what it needs proved. Whatever
 * the bot should not settle alone it escalates, and from then on it knows people only as an interface that answers
 * position, promise and opening hours.
 */
@NullMarked
package outfitter.bot;

import org.jspecify.annotations.NullMarked;
