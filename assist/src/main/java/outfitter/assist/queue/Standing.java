package outfitter.assist.queue;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Where somebody stands who waits for a person, or would if they joined now.
 *
 * @param position from 1
 * @param ahead how many come before
 * @param promiseMinutes how long it should take at most, rounded up; empty while nobody is there to promise it
 */
public record Standing(int position, int ahead, OptionalInt promiseMinutes) {
    /** What a matter takes while nothing has been measured. */
    static final Duration USUAL_HANDLING = Duration.ofMinutes(4);
    /** Promises are round numbers. */
    private static final int[] ROUND = {1, 2, 3, 5, 10, 15, 20, 30, 45, 60, 90, 120};

    /** The standing behind {@code ahead} others, when {@code agents} people each take {@code handling} for a matter. */
    static Standing behind(int ahead, int agents, Duration handling) {
        OptionalInt promise = agents == 0 ? OptionalInt.empty() : OptionalInt.of(promise(ahead, agents, handling));
        return new Standing(ahead + 1, ahead, promise);
    }

    private static int promise(int ahead, int agents, Duration handling) {
        long rounds = ahead / agents + 1L;
        long minutes = handling.multipliedBy(rounds).plusSeconds(59).toMinutes();
        return IntStream.of(ROUND).filter(round -> round >= minutes).findFirst().orElse(ROUND[ROUND.length - 1]);
    }
}
