package outfitter.bot;

import java.util.OptionalInt;

/**
 * Where a customer stands who waits for a person, or would if they joined now.
 *
 * @param position from 1
 * @param promiseMinutes how long it should take at most; empty while nobody is there to promise it
 */
public record Standing(int position, OptionalInt promiseMinutes) {}
