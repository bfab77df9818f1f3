package outfitter.server.channel.delivery;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import outfitter.models.conversation.Addresses;
import outfitter.models.conversation.ConversationId;
import outfitter.models.conversation.ConversationState;
import outfitter.models.delivery.Deliveries;
import outfitter.models.journal.News.Subscription;
import outfitter.server.channel.service.PushChannel;

/** What staff see of replies that have to be brought: where the next one goes, and how far each has come. Thread-safe. */
public final class ReplyTracks {
    private static final int NEWEST = 300;

    private final Deliveries deliveries;
    private final Set<Consumer<Deliveries.Delivery>> listeners = new CopyOnWriteArraySet<>();
    private volatile Map<String, PushChannel> services = Map.of();

    public ReplyTracks(SqlClient db) {
        deliveries = new Deliveries(db);
    }

    /**
     * Where a reply goes now.
     *
     * @param channel 'site', 'whatsapp' …
     * @param name what people call it
     * @param until when the service's window closes; null where there is none
     * @param outside what happens to a reply after that: 'template' asks the customer to write and the reply waits for them,
     *     'held' only waits; null where there is no window
     */
    public record Way(
            String channel,
            String name,
            @Nullable Instant until,
            @Nullable String outside) {
        private static final Way SITE = new Way(Addresses.SITE, "the site's chat", null, null);
    }

    /** From now on replies are brought by these. */
    void serve(Collection<PushChannel> connected) {
        services = connected.stream().collect(Collectors.toMap(PushChannel::id, service -> service));
    }

    /** Where a reply in this conversation goes now. */
    public Way way(ConversationState state) {
        String to = state.replyTo();
        if (to == null || !Addresses.isBrought(to)) return Way.SITE;
        String channel = Addresses.channel(to);
        PushChannel service = services.get(channel);
        if (service == null) return new Way(channel, channel + " (not connected)", Instant.EPOCH, "held");
        Optional<Duration> window = service.window();
        Instant heard = state.heard().getOrDefault(to, Instant.EPOCH);
        return new Way(
                channel,
                service.name(),
                window.map(heard::plus).orElse(null),
                window.isEmpty() ? null : service.invites() ? "template" : "held");
    }

    /** How far the newest replies in these conversations have come. */
    public Future<List<Deliveries.Delivery>> of(Collection<ConversationId> conversations) {
        return deliveries.of(conversations, NEWEST);
    }

    /** Hears of every step of every reply; a hint, the table knows. Listeners must not block. */
    public Subscription subscribe(Consumer<Deliveries.Delivery> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void publish(Deliveries.Delivery delivery) {
        listeners.forEach(listener -> listener.accept(delivery));
    }
}
