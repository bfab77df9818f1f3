/**
 * What the bot does next: pure, without I/O, so that every rule of it can be tested as a table.
 *
 * <p>{@link outfitter.bot.dialogue.Policy} reads an understanding against the bot's memory and names a move; a routine
 * turns it into a {@link outfitter.bot.dialogue.Decision}: reply, ask, or escalate.
 */
@NullMarked
package outfitter.bot.dialogue;

import org.jspecify.annotations.NullMarked;
