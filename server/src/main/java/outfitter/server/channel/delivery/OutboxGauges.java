package outfitter.server.channel.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToDoubleFunction;
import outfitter.models.delivery.Outbox;

/** What {@code /metrics} tells of replies on their way. */
final class OutboxGauges {
    private final Outbox outbox;
    private final MeterRegistry meters;
    private final Clock clock;
    private volatile Instant refreshedAt = Instant.EPOCH;
    private volatile Outbox.Figures figures = Outbox.Figures.NONE;

    OutboxGauges(Outbox outbox, MeterRegistry meters, Clock clock) {
        this.outbox = outbox;
        this.meters = meters;
        this.clock = clock;
        gauge("outfitter.outbox.waiting", "replies that wait to be brought to a channel", now -> now.waiting());
        gauge("outfitter.outbox.held", "replies held until the customer writes again", now -> now.held());
        gauge("outfitter.outbox.dead", "replies given up", now -> now.dead());
        gauge("outfitter.outbox.oldest.seconds", "age of the oldest reply that waits", this::age);
    }

    /** At most once a second, for a server that never rests. */
    void refreshNowAndThen() {
        if (refreshedAt.plusSeconds(1).isBefore(clock.instant())) refresh();
    }

    void refresh() {
        refreshedAt = clock.instant();
        outbox.figures().onSuccess(now -> figures = now);
    }

    /** One try ended like this: 'taken', 'put-off', 'held' or 'dead'. */
    void count(String channel, String outcome) {
        meters.counter("outfitter.deliveries", "channel", channel, "outcome", outcome)
                .increment();
    }

    private void gauge(String name, String meaning, ToDoubleFunction<Outbox.Figures> value) {
        Gauge.builder(name, () -> value.applyAsDouble(figures))
                .description(meaning)
                .register(meters);
    }

    private double age(Outbox.Figures now) {
        Instant oldest = now.oldest();
        return oldest == null ? 0 : Duration.between(oldest, clock.instant()).toMillis() / 1_000.0;
    }
}
