package outfitter.server.channel;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.models.conversation.Addresses;
import outfitter.models.conversation.Conversations;
import outfitter.models.conversation.EntryBody;
import outfitter.models.delivery.Deliveries;
import outfitter.models.delivery.Outbox;
import outfitter.models.delivery.Parcel;
import outfitter.models.journal.Committed;
import outfitter.models.journal.News;

/**
 * Brings replies to their channels: at least once, those of one address in order, one at a time and by one node. It is woken
 * by the news of a commit and by the instant at which something is due again, and sleeps otherwise. Its state lives on one
 * context.
 */
public final class Deliverer {
    /** So many are on their way at once. */
    static final int PARALLEL = 16;
    /** Whoever does not say anything for so long lost its claim. */
    static final Duration LEASE = Duration.ofSeconds(60);
    /** Tries that count; with the pauses between them about three hours. */
    static final int TRIES = 20;

    static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    private static final Logger LOG = LoggerFactory.getLogger(Deliverer.class);
    private static final Duration STRAYS = Duration.ofDays(1);
    private static final Duration AFTER_FAULT = Duration.ofSeconds(2);
    private static final long SHORTEST_SLEEP_MILLIS = 20;
    private static final long LONGEST_SLEEP_MILLIS = Duration.ofHours(1).toMillis();

    private final Vertx vertx;
    private final Context context;
    private final Clock clock;
    private final Map<String, PushChannel> channels;
    private final Outbox outbox;
    private final Deliveries deliveries;
    private final Conversations conversations;
    private final Renderer renderer;
    private final DeliveryDesk desk;
    private final News news;
    private final OutboxGauges gauges;
    private final Map<String, Instant> closedUntil = new ConcurrentHashMap<>();
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
            Conversations conversations,
            Renderer renderer,
            DeliveryDesk desk,
            News news,
            MeterRegistry meters,
            Clock clock) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.clock = clock;
        this.channels = channels.stream().collect(Collectors.toMap(PushChannel::id, channel -> channel));
        this.outbox = outbox;
        this.deliveries = deliveries;
        this.conversations = conversations;
        this.renderer = renderer;
        this.desk = desk;
        this.news = news;
        this.gauges = new OutboxGauges(outbox, meters, clock);
    }

    /** Picks up what was left when the server stopped, and follows the news from then on. */
    Future<Void> start() {
        subscription = news.subscribeAll(this::hear);
        return Future.all(outbox.releaseAll(clock.instant()), deliveries.forgetStrays(clock.instant(), STRAYS))
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
        Set<String> open = open();
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

    private Set<String> open() {
        Instant now = clock.instant();
        closedUntil.values().removeIf(until -> !until.isAfter(now));
        return channels.keySet().stream()
                .filter(channel -> !closedUntil.containsKey(channel))
                .collect(Collectors.toSet());
    }

    private void take(List<Parcel> parcels, int free) {
        gauges.refreshNowAndThen();
        for (Parcel parcel : parcels) {
            underWay++;
            bring(parcel)
                    .onComplete(brought -> context.runOnContext(nothing -> {
                        underWay--;
                        if (brought.failed()) fault(brought.cause());
                        else claim();
                    }));
        }
        if (again || parcels.size() == free) claim();
        else if (parcels.isEmpty()) sleep();
    }

    /** Until something is due; the news may come first. */
    private void sleep() {
        gauges.refresh();
        outbox.nextDue(open())
                .onSuccess(due -> context.runOnContext(nothing -> {
                    Instant reopens = closedUntil.values().stream()
                            .min(Instant::compareTo)
                            .orElse(null);
                    Instant next = due.orElse(null);
                    if (next == null || (reopens != null && reopens.isBefore(next))) next = reopens;
                    if (next != null) wakeAfter(Duration.between(clock.instant(), next));
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

    private Future<Void> bring(Parcel parcel) {
        PushChannel channel = Objects.requireNonNull(channels.get(Addresses.channel(parcel.address())));
        if (!parcel.leads()) return giveUp(channel, parcel, "the address belongs to somebody else now");
        return conversations
                .entries(parcel.conversation(), parcel.seq() - 1, 1)
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture(List.<Piece>of())
                        : renderer.of(found.get(0), clock.instant())
                                .map(reply -> reply.map(whole -> Pieces.of(whole, channel.carries()))
                                        .orElse(List.of())))
                .compose(pieces -> {
                    if (pieces.isEmpty()) return outbox.done(parcel);
                    if (isOutside(channel, parcel)) return outside(channel, parcel);
                    return deliveries
                            .pieces(parcel.conversation(), parcel.seq())
                            .compose(known -> send(channel, parcel, pieces, known));
                });
    }

    private Future<Void> send(PushChannel channel, Parcel parcel, List<Piece> pieces, Set<Integer> known) {
        int next = parcel.pieces();
        if (next >= pieces.size()) return finish(channel, parcel);
        // The service has it, and the server stopped before it could note so.
        if (known.contains(next)) return further(channel, parcel, pieces, known);
        Deliveries.Part part = new Deliveries.Part(parcel.conversation(), parcel.seq(), next);
        return attempt(channel.send(parcel.address(), pieces.get(next), PartKey.of(part)))
                .compose(sending -> sending.match(
                        taken -> deliveries
                                .taken(channel.id(), taken.message(), part, clock.instant())
                                .compose(noted -> further(channel, parcel, pieces, known)),
                        later -> putOff(channel, parcel, later),
                        refused -> giveUp(channel, parcel, refused.reason()),
                        outside -> outside(channel, parcel)));
    }

    private Future<Void> further(PushChannel channel, Parcel parcel, List<Piece> pieces, Set<Integer> known) {
        return outbox.progress(parcel, parcel.pieces() + 1, clock.instant().plus(LEASE))
                .compose(still ->
                        still.isEmpty() ? Future.succeededFuture() : send(channel, still.get(), pieces, known));
    }

    // An outcome that nobody knows is a reason to try again, never to give up at once.
    private static Future<Sending> attempt(Future<Sending> sending) {
        return sending.recover(failure ->
                Future.succeededFuture(new Sending.Later(failure.getClass().getSimpleName(), null, false)));
    }

    private Future<Void> finish(PushChannel channel, Parcel parcel) {
        gauges.count(channel.id(), "taken");
        return outbox.done(parcel).onSuccess(done -> desk.changed(parcel.conversation(), parcel.seq()));
    }

    private Future<Void> putOff(PushChannel channel, Parcel parcel, Sending.Later later) {
        if (!later.busy() && parcel.attempts() >= TRIES) {
            return giveUp(channel, parcel, later.reason() + ", " + TRIES + " times");
        }
        Instant at = clock.instant().plus(pause(parcel.attempts(), later.after()));
        if (later.busy()) closedUntil.merge(channel.id(), at, (one, other) -> one.isAfter(other) ? one : other);
        LOG.info(
                "reply put off conversation={} seq={} channel={} try={} reason={}",
                parcel.conversation(),
                parcel.seq(),
                channel.id(),
                parcel.attempts(),
                later.reason());
        gauges.count(channel.id(), "put-off");
        return outbox.putOff(parcel, at, later.reason(), later.busy())
                .onSuccess(done -> desk.changed(parcel.conversation(), parcel.seq()));
    }

    /** Twice as long each time, and never the same for all who wait; never shorter than the service asked for. */
    static Duration pause(int attempts, @Nullable Duration asked) {
        long usual = Math.min(LONGEST_PAUSE.toMillis(), 1_000L << Math.min(20, Math.max(0, attempts - 1)));
        long jittered = usual / 2 + ThreadLocalRandom.current().nextLong(usual / 2 + 1);
        return Duration.ofMillis(asked == null ? jittered : Math.max(jittered, asked.toMillis()));
    }

    private Future<Void> giveUp(PushChannel channel, Parcel parcel, String reason) {
        gauges.count(channel.id(), "dead");
        // First the stream, which is safe to repeat: whoever stops between the two says it again, once.
        return desk.lost(parcel.conversation(), parcel.seq(), channel.id(), reason)
                .compose(told -> outbox.bury(parcel, clock.instant(), reason))
                .onSuccess(buried -> desk.changed(parcel.conversation(), parcel.seq()))
                .mapEmpty();
    }

    private boolean isOutside(PushChannel channel, Parcel parcel) {
        return channel.window()
                .map(length -> parcel.heardAt() == null
                        || !parcel.heardAt().plus(length).isAfter(clock.instant()))
                .orElse(false);
    }

    /** The customer has to write first: asked once by a template where there is one. */
    private Future<Void> outside(PushChannel channel, Parcel parcel) {
        Instant now = clock.instant();
        if (!channel.invites() || isInvited(parcel)) return hold(channel, parcel, now, null);
        String key = PartKey.of(new Deliveries.Part(parcel.conversation(), parcel.seq(), PartKey.INVITATION));
        return attempt(channel.invite(parcel.address(), key))
                .compose(sending -> sending.match(
                        taken -> hold(channel, parcel, now, now),
                        later -> putOff(channel, parcel, later),
                        refused -> giveUp(channel, parcel, refused.reason()),
                        outside -> hold(channel, parcel, now, null)));
    }

    private static boolean isInvited(Parcel parcel) {
        return parcel.invitedAt() != null
                && (parcel.heardAt() == null || parcel.invitedAt().isAfter(parcel.heardAt()));
    }

    private Future<Void> hold(PushChannel channel, Parcel parcel, Instant now, @Nullable Instant invited) {
        gauges.count(channel.id(), "held");
        String hours = channel.window().map(Duration::toHours).orElse(0L) + " hours";
        String reason = "more than " + hours + " since the customer wrote by " + channel.name()
                + (invited != null || isInvited(parcel) ? "; the template has asked them to" : "");
        return outbox.hold(parcel, now, reason, invited)
                .onSuccess(done -> desk.changed(parcel.conversation(), parcel.seq()));
    }
}
