/**
 * Who waits for a person, in which order, and who has whom.
 *
 * <p>{@link outfitter.assist.queue.Queue} is folded live from the news of committed turns and loaded from the database at
 * the start, so it can never know of a handoff that was not committed. {@link outfitter.assist.queue.Attendance} knows
 * which agents are at their desks and gives what an absent one held back to the queue, each with its place kept. {@link
 * outfitter.assist.queue.WaitingRoom} says to whoever waits where they stand and what can be promised.
 */
@NullMarked
package outfitter.assist.queue;

import org.jspecify.annotations.NullMarked;
