package outfitter.server.channel.arrival;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.models.media.MediaFiles;
import outfitter.server.channel.service.Fetched;
import outfitter.server.channel.service.Pauses;
import outfitter.server.channel.service.PushChannel;
import outfitter.server.channel.service.Thing;

/**
 * Fetches what came with customers' messages, after those are committed, and keeps it: services forget a file within days.
 * Woken by a message and by the instant of the next try.
 */
final class Enclosures {
    /** The largest file that is kept. */
    static final int LARGEST_BYTES = 20 * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(Enclosures.class);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final int TRIES = 10;
    private static final int PARALLEL = 4;

    private final Vertx vertx;
    private final Context context;
    private final MediaFiles files;
    private final Map<String, PushChannel> channels;
    private final Clock clock;
    private boolean busy;
    private boolean again;
    private boolean closed;
    private long timer = -1;

    Enclosures(Vertx vertx, MediaFiles files, List<PushChannel> channels, Clock clock) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.files = files;
        this.channels = channels.stream().collect(Collectors.toMap(PushChannel::id, channel -> channel));
        this.clock = clock;
    }

    /** Where the bytes of {@code thing} will be; null in the Future when it has none. Safe to repeat. */
    Future<@Nullable UUID> keep(PushChannel channel, @Nullable Thing thing) {
        if (thing == null || thing.reference() == null) return Future.succeededFuture(null);
        return files.expect(channel.id(), thing.reference(), thing.type(), thing.name(), clock.instant());
    }

    /** Fetches what is due. */
    void wake() {
        context.runOnContext(nothing -> fetch());
    }

    void close() {
        context.runOnContext(nothing -> {
            closed = true;
            vertx.cancelTimer(timer);
        });
    }

    private void fetch() {
        if (closed) return;
        if (busy) {
            again = true;
            return;
        }
        busy = true;
        again = false;
        Instant now = clock.instant();
        files.claim(now, now.plus(LEASE), channels.keySet(), PARALLEL)
                .compose(due -> Future.join(due.stream().map(this::fetch).toList())
                        .map(done -> !due.isEmpty())
                        .otherwise(true))
                .onComplete(fetched -> context.runOnContext(nothing -> {
                    busy = false;
                    if (fetched.failed()) wakeAfter(Duration.ofSeconds(5));
                    else if (fetched.result() || again) fetch();
                    else sleep();
                }));
    }

    private void sleep() {
        files.nextDue(channels.keySet())
                .onSuccess(due -> context.runOnContext(
                        nothing -> due.ifPresent(at -> wakeAfter(Duration.between(clock.instant(), at)))));
    }

    private void wakeAfter(Duration pause) {
        if (closed) return;
        vertx.cancelTimer(timer);
        timer = vertx.setTimer(Math.max(20, pause.toMillis() + 1), fired -> fetch());
    }

    private Future<Void> fetch(MediaFiles.Due due) {
        PushChannel channel = Objects.requireNonNull(channels.get(due.channel()));
        return channel.fetch(due.reference(), LARGEST_BYTES)
                .compose(
                        fetched -> {
                            if (fetched instanceof Fetched.Bytes bytes) {
                                return files.keep(due.id(), bytes.bytes(), bytes.type());
                            }
                            String reason = ((Fetched.Gone) fetched).reason();
                            LOG.info("file not kept id={} reason={}", due.id(), reason);
                            return files.gone(due.id(), reason);
                        },
                        failure -> later(due, failure));
    }

    private Future<Void> later(MediaFiles.Due due, Throwable failure) {
        LOG.info("file not fetched id={} try={} cause={}", due.id(), due.attempts(), failure.getMessage());
        if (due.attempts() >= TRIES) return files.gone(due.id(), "could not be fetched");
        return files.putOff(due.id(), clock.instant().plus(Pauses.after(due.attempts(), null)));
    }
}
