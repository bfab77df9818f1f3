package outfitter.assist.queue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** How long people lately took for a matter. Not thread-safe. */
final class HandlingTimes {
    static final int REMEMBERED = 50;

    private final Deque<Duration> newestLast = new ArrayDeque<>();

    void add(Duration time) {
        newestLast.addLast(time);
        if (newestLast.size() > REMEMBERED) newestLast.removeFirst();
    }

    /** Half of the matters took at most this long; empty before the first. */
    Optional<Duration> median() {
        if (newestLast.isEmpty()) return Optional.empty();
        List<Duration> sorted = newestLast.stream().sorted().toList();
        return Optional.of(sorted.get(sorted.size() / 2));
    }
}
