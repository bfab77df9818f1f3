package outfitter.server.channel.service;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** For how long a service is left alone before it is tried again. */
public final class Pauses {
    static final Duration LONGEST = Duration.ofMinutes(15);

    private Pauses() {}

    /**
     * Twice as long each time, and never the same for all who wait; never shorter than the service asked for.
     *
     * @param attempts how often it was tried, from 1
     * @param asked what the service asked for; null when it did not say
     */
    public static Duration after(int attempts, @Nullable Duration asked) {
        long usual = Math.min(LONGEST.toMillis(), 1_000L << Math.min(20, Math.max(0, attempts - 1)));
        long jittered = usual / 2 + ThreadLocalRandom.current().nextLong(usual / 2 + 1);
        return Duration.ofMillis(asked == null ? jittered : Math.max(jittered, asked.toMillis()));
    }
}
