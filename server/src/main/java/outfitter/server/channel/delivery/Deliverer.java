package outfitter.server.channel.delivery;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.models.conversation.Addresses;
import outfitter.models.conversation.EntryBody;
import outfitter.models.delivery.Deliveries;
import outfitter.models.delivery.Outbox;
import outfitter.models.delivery.Parcel;
import outfitter.models.journal.Committed;
import outfitter.models.journal.News;
import outfitter.server.channel.service.PushChannel;

/**
 * Brings replies to their channels: at least once, those of one address in order, one at a time and by one node. It is woken
 * by the news of a commit and by the instant at which something is due again, and sleeps otherwise. Its state lives on one
 * context.
 */
final class Deliverer {
    /** So many are on their way at once. */
    static final int PARALLEL = 16;
    /** Whoever does not say anything for so long lost its claim. */
    static final Duration LEASE = Duration.ofSeconds(60);

    private static final Logger LOG = LoggerFactory.getLogger(Deliverer.class);
    private static final Duration STRAYS = Duration.ofDays(1);
    private static final Duration AFTER_FAULT = Duration.ofSeconds(2);
    private static final long SHORTEST_SLEEP_MILLIS = 20;
    private static final long LONGEST_SLEEP_MILLIS = Duration.ofHours(1).toMillis();

    private final Vertx vertx;
    private final Context context;
    private final Clock clock;
    private final boolean alone;
    private final Map<String, PushChannel> channels;
    private final Outbox outbox;
    private final Deliveries deliveries;
    private final Courier courier;
    private final News news;
    private final Pausing pausing;
    private final OutboxGauges gauges;
    private News.@Nullable Subscription subscription;
    private int underWay;
    private boolean claiming;
    private boolean again;
    private boolean closed;
    private long timer = -1;

    Deliverer(
            Vertx vertx,
            List<PushChannel> channels,
            Outbox outbox,
            Deliveries deliveries,
            Courier courier,
            Pausing pausing,
            News news,
            OutboxGauges gauges,
            Clock clock,
            boolean alone) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.clock = clock;
        this.channels = channels.stream().collect(Collectors.toMap(PushChannel::id, channel -> channel));
        this.outbox = outbox;
        this.deliveries = deliveries;
        this.courier = courier;
        this.pausing = pausing;
        this.news = news;
        this.gauges = gauges;
        this.alone = alone;
    }

    /** Picks up what was left when the server stopped, and follows the news from then on. */
    Future<Void> start() {
        subscription = news.subscribeAll(this::hear);
        Instant now = clock.instant();
        // A server that was killed still holds what it was bringing; only its PostgreSQL knows that nobody else does.
        Future<?> back = alone ? outbox.takeOver(now) : Future.succeededFuture();
        return Future.all(back, outbox.releaseAll(now), deliveries.forgetStrays(now, STRAYS))
                .onSuccess(done -> wake())
                .mapEmpty();
    }

    void close() {
        if (subscription != null) subscription.close();
        context.runOnContext(nothing -> {
            closed = true;
            vertx.cancelTimer(timer);
        });
    }

    private void hear(Committed committed) {
        committed.entries().stream()
                .map(entry -> entry.body() instanceof EntryBody.CustomerMessage said ? said.address() : "")
                .filter(address -> !address.isEmpty() && Addresses.isBrought(address))
                .distinct()
                .forEach(this::release);
        String replyTo = committed.after().state().replyTo();
        if (replyTo != null && Addresses.isBrought(replyTo)) wake();
    }

    // What is held waits for just this. When nothing is held, nothing is found.
    private void release(String address) {
        outbox.release(address, clock.instant())
                .onSuccess(found -> {
                    if (found) wake();
                })
                .onFailure(failure -> LOG.warn("held replies not released cause={}", failure.toString()));
    }

    private void wake() {
        context.runOnContext(nothing -> claim());
    }

    private void claim() {
        if (closed) return;
        if (claiming) {
            again = true;
            return;
        }
        int free = PARALLEL - underWay;
        Set<String> open = pausing.open();
        if (free == 0) return;
        claiming = true;
        again = false;
        Instant now = clock.instant();
        outbox.claim(now, now.plus(LEASE), open, free)
                .onComplete(claimed -> context.runOnContext(nothing -> {
                    claiming = false;
                    if (claimed.succeeded()) take(claimed.result(), free);
                    else fault(claimed.cause());
                }));
    }

    private void take(List<Parcel> parcels, int free) {
        gauges.refreshNowAndThen();
        for (Parcel parcel : parcels) {
            underWay++;
            courier.bring(channelOf(parcel), parcel)
                    .onComplete(brought -> context.runOnContext(nothing -> {
                        underWay--;
                        if (brought.failed()) fault(brought.cause());
                        else claim();
                    }));
        }
        if (again || parcels.size() == free) claim();
        else if (parcels.isEmpty()) sleep();
    }

    private PushChannel channelOf(Parcel parcel) {
        return Objects.requireNonNull(channels.get(Addresses.channel(parcel.address())));
    }

    /** Until something is due; the news may come first. */
    private void sleep() {
        gauges.refresh();
        outbox.nextDue(pausing.open())
                .onSuccess(due -> context.runOnContext(nothing -> {
                    Stream.of(due, pausing.reopens())
                            .flatMap(Optional::stream)
                            .min(Instant::compareTo)
                            .ifPresent(next -> wakeAfter(Duration.between(clock.instant(), next)));
                }))
                .onFailure(failure -> context.runOnContext(nothing -> fault(failure)));
    }

    // The database, or a part of ours: what was claimed comes back when its lease ends.
    private void fault(Throwable failure) {
        if (closed) return;
        LOG.warn("replies not brought for now cause={}", failure.toString());
        wakeAfter(AFTER_FAULT);
    }

    private void wakeAfter(Duration pause) {
        if (closed) return;
        vertx.cancelTimer(timer);
        long millis = Math.min(LONGEST_SLEEP_MILLIS, Math.max(SHORTEST_SLEEP_MILLIS, pause.toMillis() + 1));
        timer = vertx.setTimer(millis, fired -> claim());
    }
}
