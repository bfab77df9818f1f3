package outfitter.server.channel.delivery;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.models.conversation.Conversations;
import outfitter.models.delivery.Deliveries;
import outfitter.models.delivery.Outbox;
import outfitter.models.delivery.Parcel;
import outfitter.server.channel.service.Pauses;
import outfitter.server.channel.service.Piece;
import outfitter.server.channel.service.PushChannel;
import outfitter.server.channel.service.Sending;

/** Brings one claimed reply to its service, part after part, and settles what became of it. Thread-safe. */
final class Courier {
    /** Tries that count; with the pauses between them about three hours. */
    static final int TRIES = 20;

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    private final Outbox outbox;
    private final Deliveries deliveries;
    private final Conversations conversations;
    private final Renderer renderer;
    private final DeliveryDesk desk;
    private final Pausing pausing;
    private final OutboxGauges gauges;
    private final Clock clock;

    Courier(
            Outbox outbox,
            Deliveries deliveries,
            Conversations conversations,
            Renderer renderer,
            DeliveryDesk desk,
            Pausing pausing,
            OutboxGauges gauges,
            Clock clock) {
        this.outbox = outbox;
        this.deliveries = deliveries;
        this.conversations = conversations;
        this.renderer = renderer;
        this.desk = desk;
        this.pausing = pausing;
        this.gauges = gauges;
        this.clock = clock;
    }

    /** Completes when the parcel is brought, put off, held or given up; fails when our side could not. */
    Future<Void> bring(PushChannel channel, Parcel parcel) {
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
        return outbox.progress(parcel, parcel.pieces() + 1, clock.instant().plus(Deliverer.LEASE))
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
        Instant at = clock.instant().plus(Pauses.after(parcel.attempts(), later.after()));
        if (later.busy()) pausing.pause(channel.id(), at);
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
