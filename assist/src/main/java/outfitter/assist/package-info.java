/**
 * What an agent sees and does.
 *
 * <p>A handoff reaches the desk as entries, after the commit that wrote them. The queue decides who is next, an agent
 * claims, and the panel shows who the customer is, what they want, what was tried, which problems are open, and what
 * might be suggested once they are not. It does not know the bot.
 */
@NullMarked
package outfitter.assist;

import org.jspecify.annotations.NullMarked;
