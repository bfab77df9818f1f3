/**
 * The matters that the bot settles alone, one unit each, listed in {@link outfitter.bot.routine.Routines}.
 *
 * <p>A routine gathers its slots, demands the proof that its facts need, reads them, acts if it has to, and answers by
 * keys of texts. It never writes an entry and never words a sentence itself.
 */
@NullMarked
package outfitter.bot.routine;

import org.jspecify.annotations.NullMarked;
