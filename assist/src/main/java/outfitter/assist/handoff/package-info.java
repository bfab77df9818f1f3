/**
 * What an agent does with a conversation: claim, reply, note, solve, give back.
 *
 * <p>{@link outfitter.assist.handoff.DeskRules} says, purely, what an act writes or why it must not be; {@link
 * outfitter.assist.handoff.Desk} takes it through the timeline, so that the conversation's head referees races and a
 * repeated key has one effect.
 */
@NullMarked
package outfitter.assist.handoff;

import org.jspecify.annotations.NullMarked;
