package outfitter.server.channel.arrival;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import outfitter.models.conversation.Conversation;
import outfitter.models.conversation.Conversations;
import outfitter.models.conversation.EntryBody;
import outfitter.models.conversation.Proof;
import outfitter.models.customer.Customers;
import outfitter.models.journal.Cause;
import outfitter.models.journal.Timeline;
import outfitter.server.channel.service.PushChannel;
import outfitter.server.core.Core;

/** Opens a conversation for who writes by a service for the first time, and notes that the service vouches for them. */
final class Newcomers {
    private static final String VERIFIED_BY = "channel";
    private static final Proof VOUCHED = new Proof(Proof.Kind.VERIFIED_ADDRESS, null);
    private static final int REMEMBERED = 50_000;

    private final Conversations conversations;
    private final Customers customers;
    private final Timeline timeline;
    private final Clock clock;
    private final Cache<String, Boolean> welcomed =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    Newcomers(Core core) {
        this.conversations = core.conversations();
        this.customers = core.customers();
        this.timeline = core.timeline();
        this.clock = core.clock();
    }

    /** Safe to repeat; {@code name} is what they call themselves there, null when nobody said. */
    Future<Void> welcome(PushChannel channel, String address, @Nullable String name) {
        if (welcomed.getIfPresent(address) != null) return Future.succeededFuture();
        String phone = channel.phone(address);
        return conversations
                .openAt(address, "en", clock.instant())
                .compose(conversation -> conversations
                        .verify(address, VERIFIED_BY, clock.instant())
                        .compose(verified ->
                                customers.introduce(conversation.customer(), name, phone == null ? null : "+" + phone))
                        .compose(known -> vouch(conversation, address)))
                .onSuccess(done -> welcomed.put(address, true));
    }

    private Future<Void> vouch(Conversation conversation, String address) {
        return timeline.advance(
                        conversation.id(),
                        Cause.inner("channel", "verified:" + address),
                        (now, at) -> Future.succeededFuture(
                                now.state().proofs().contains(VOUCHED)
                                        ? List.of()
                                        : List.of(new EntryBody.Proved(VOUCHED))))
                .mapEmpty();
    }
}
