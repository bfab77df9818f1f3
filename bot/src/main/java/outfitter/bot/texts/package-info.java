/** The bot's words: texts by key and language, with slots that are checked when they are loaded. */
@NullMarked
package outfitter.bot.texts;

import org.jspecify.annotations.NullMarked;
