package outfitter.server.channel;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outfitter.models.delivery.DeliveryState;
import outfitter.server.channel.service.PushChannel;

/**
 * The other side of a messaging service, for the rules that every channel keeps: it signs calls as the service does, and
 * takes what is sent to it, within the service's limits and no further. A new channel brings one of these and gets {@link
 * ChannelRules}.
 */
public interface ChannelPeer extends AutoCloseable {
    /** Our side, connected to this peer. */
    PushChannel channel(Vertx vertx);

    /** A call at the hook. */
    record Call(Map<String, String> headers, Buffer body) {}

    /** What was sent to {@code to}, as a customer reads it there. */
    record Sent(
            String to,
            String text,
            List<String> options,
            String message,
            @Nullable String key) {}

    /** A customer's address with the service: the part after the colon. */
    String newCustomer();

    /** The customer writes. */
    Call says(String customer, String id, String text);

    /** The customer sends something that no version of ours knows. */
    Call sendsSomethingUnknown(String customer, String id);

    /** A part of a reply came further. */
    Call tells(Sent part, DeliveryState state, Instant at);

    /** The same call as somebody would make it who lacks the secret. */
    Call forged(Call call);

    /** How long replies are free after a customer's word; empty for ever. */
    Optional<Duration> window();

    /** The longest text that the service takes. */
    int longestText();

    /** The next call of ours fails for a moment. */
    void failOnce();

    /** The next call of ours is refused for good. */
    void refuseOnce();

    /** The next part that was sent, in order; fails the test when none comes. */
    Sent next() throws InterruptedException;

    /** How many parts came and were not asked for yet. */
    int waiting();

    @Override
    void close() throws java.util.concurrent.TimeoutException;
}
