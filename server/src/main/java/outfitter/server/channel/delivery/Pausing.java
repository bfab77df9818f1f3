package outfitter.server.channel.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Which services asked to be left alone, and until when. Thread-safe. */
final class Pausing {
    private final Set<String> channels;
    private final Clock clock;
    private final Map<String, Instant> until = new ConcurrentHashMap<>();

    Pausing(Set<String> channels, Clock clock) {
        this.channels = Set.copyOf(channels);
        this.clock = clock;
    }

    /** Nothing is brought to {@code channel} before {@code at}. */
    void pause(String channel, Instant at) {
        until.merge(channel, at, (one, other) -> one.isAfter(other) ? one : other);
    }

    /** Those that something may be brought to now. */
    Set<String> open() {
        Instant now = clock.instant();
        until.values().removeIf(at -> !at.isAfter(now));
        return channels.stream().filter(channel -> !until.containsKey(channel)).collect(Collectors.toSet());
    }

    /** When the next of the others may be tried again; empty when all are open. */
    Optional<Instant> reopens() {
        return until.values().stream().min(Instant::compareTo);
    }
}
