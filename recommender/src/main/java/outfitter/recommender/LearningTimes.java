package outfitter.recommender;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** When to learn: a while after the start, when nobody waits for the first page any more, and every night. */
final class LearningTimes {
    private static final Duration AFTER_START = Duration.ofSeconds(30);
    private static final LocalTime NIGHT = LocalTime.of(3, 40); // UTC

    private final Vertx vertx;
    private final Clock clock;
    private final Runnable learn;
    private @Nullable Long timer;
    private boolean closed;
    private volatile @Nullable Instant next;

    LearningTimes(Vertx vertx, Clock clock, Runnable learn) {
        this.vertx = vertx;
        this.clock = clock;
        this.learn = learn;
    }

    /** @param fresh whether what was learned before is fresh enough to wait for the night */
    synchronized void begin(boolean fresh) {
        if (timer == null) arm(fresh ? untilNight(clock.instant()) : AFTER_START);
    }

    synchronized void close() {
        closed = true;
        if (timer != null) vertx.cancelTimer(timer);
    }

    /** When it learns next by itself; null before {@link #begin}. */
    @Nullable
    Instant next() {
        return next;
    }

    static Duration untilNight(Instant now) {
        Instant night = now.atZone(ZoneOffset.UTC).with(NIGHT).toInstant();
        Duration until = Duration.between(now, night);
        return until.isNegative() || until.isZero() ? until.plusDays(1) : until;
    }

    private synchronized void arm(Duration in) {
        if (closed) return;
        timer = vertx.setTimer(in.toMillis(), due -> learnAndArm());
        next = clock.instant().plus(in);
    }

    private void learnAndArm() {
        learn.run();
        arm(untilNight(clock.instant()));
    }
}
