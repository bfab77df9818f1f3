/**
 * Turns what a customer wrote into intents with calibrated probabilities, and into slots.
 *
 * <p>Identifiers are found and masked first, so that an order number is never read as a size. What is left becomes words,
 * the concepts they stand for, and pieces of words; a maximum-entropy model weighs them. Training stands beside
 * reading, so that features cannot drift apart. OpenNLP appears only here, and nothing here does I/O for a message.
 */
@NullMarked
package outfitter.bot.understanding;

import org.jspecify.annotations.NullMarked;
