/**
 * What an agent must know before the first word: who this is, whether proven, what they want, what the bot tried, what
 * was already said, what is wrong, and what to do next. A pure fold over the matter's entries; every line that rests on
 * an entry names it.
 */
@NullMarked
package outfitter.assist.briefing;

import org.jspecify.annotations.NullMarked;
