package outfitter.server.channel.delivery;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.models.account.AuditLog;
import outfitter.models.conversation.ConversationId;
import outfitter.models.conversation.EntryBody;
import outfitter.models.delivery.Deliveries;
import outfitter.models.delivery.DeliveryState;
import outfitter.models.journal.Cause;
import outfitter.models.journal.Timeline;
import outfitter.server.channel.service.Happening;
import outfitter.server.channel.service.PushChannel;

/** Tells staff what became of replies: at once by news, and for good in the stream and the audit log where one was lost. */
final class DeliveryDesk {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryDesk.class);

    private final Timeline timeline;
    private final Deliveries deliveries;
    private final ReplyTracks tracks;
    private final AuditLog audit;

    DeliveryDesk(Timeline timeline, Deliveries deliveries, ReplyTracks tracks, AuditLog audit) {
        this.timeline = timeline;
        this.deliveries = deliveries;
        this.tracks = tracks;
        this.audit = audit;
    }

    /** A reply has come further, or not. */
    void changed(ConversationId conversation, long seq) {
        deliveries
                .of(conversation, seq)
                .onSuccess(found -> found.ifPresent(tracks::publish))
                .onFailure(failure -> LOG.warn("delivery not told conversation={}", conversation, failure));
    }

    /** A reply is lost: whoever opens the conversation reads so. */
    Future<Void> lost(ConversationId conversation, long seq, String channel, String reason) {
        LOG.warn("reply not delivered conversation={} seq={} channel={} reason={}", conversation, seq, channel, reason);
        EntryBody entry = new EntryBody.NotDelivered(conversation.value(), seq, channel, reason);
        Cause cause = Cause.inner("outbox", "lost:" + conversation + "." + seq);
        return timeline.advance(conversation, cause, (now, at) -> Future.succeededFuture(List.of(entry)))
                .compose(told -> audit.record(
                        "server",
                        "reply-not-delivered",
                        "entry:" + conversation + "." + seq,
                        Map.of("channel", channel, "reason", reason)))
                .onSuccess(told -> changed(conversation, seq));
    }

    /** A service says how far a part has come that it took; what came before, or is none of ours, has no effect. */
    Future<Void> told(PushChannel channel, Happening.Told told) {
        Deliveries.Part part = PartKey.parse(told.key()).orElse(null);
        return deliveries
                .told(channel.id(), told.message(), told.state(), told.at(), told.reason(), part)
                .compose(changed -> changed.isEmpty() ? Future.succeededFuture() : tell(channel, told, changed.get()));
    }

    private Future<Void> tell(PushChannel channel, Happening.Told told, Deliveries.Part changed) {
        if (told.state() != DeliveryState.FAILED) {
            changed(changed.conversation(), changed.seq());
            return Future.succeededFuture();
        }
        String reason = told.reason() == null ? channel.name() + " gave no reason" : told.reason();
        return lost(changed.conversation(), changed.seq(), channel.id(), reason);
    }
}
