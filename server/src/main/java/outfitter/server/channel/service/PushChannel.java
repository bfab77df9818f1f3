package outfitter.server.channel.service;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A messaging service: what customers write there comes to a hook of its own, and the deliverer brings replies to it.
 * An implementation knows the service's words and nothing else: not conversations, not the database, not what was sent
 * before. To be called from any thread.
 */
public interface PushChannel {
    /** The part of its addresses before the colon, and of its hook's path after {@code /hooks/}: 'whatsapp'. */
    String id();

    /** What people call it: 'WhatsApp'. */
    String name();

    /** What one part of a reply may be made of. */
    Carries carries();

    /** For how long after the customer's last word replies may be sent freely; empty for ever. */
    Optional<Duration> window();

    /** Answers the service's handshake, a GET at the hook; empty to refuse it. */
    Optional<String> greet(MultiMap query);

    /** Whether a call at the hook is the service's own: its signature over the bytes as they came. */
    boolean isGenuine(MultiMap headers, Buffer body);

    /**
     * What a genuine call tells, in its order; what is not for us, or asks for nothing, is left out. Throws {@link
     * IllegalArgumentException}, with what was expected, for a body that is none of the service's.
     */
    List<Happening> read(Buffer body);

    /**
     * Brings one part of a reply. A failed Future is an outcome that nobody knows: the part is brought again.
     *
     * @param key names the part for ever, for services that take such a key
     */
    Future<Sending> send(String address, Piece piece, String key);

    /** Whether {@link #invite} can do anything. */
    default boolean invites() {
        return false;
    }

    /** Asks a customer outside the {@link #window} to write, by whatever the service allows for that. */
    default Future<Sending> invite(String address, String key) {
        return Future.succeededFuture(new Sending.Refused("no template is set"));
    }

    /** Whether {@link #sendCode} reaches who did not write lately. */
    default boolean sendsCodesToAnybody() {
        return false;
    }

    /** Brings a one-time code; {@code words} hold it for who reads them. */
    default Future<Sending> sendCode(String address, String code, String words) {
        return send(address, Piece.text(words), "code");
    }

    /** The bytes that a {@link Thing} refers to, at most {@code limit} of them. */
    default Future<Fetched> fetch(String reference, int limit) {
        return Future.succeededFuture(new Fetched.Gone(name() + " has no files"));
    }

    /** The telephone number behind an address, digits with the country's code and nothing before it; null for none. */
    default @Nullable String phone(String address) {
        return null;
    }

    /** The address of a telephone number (as {@link #phone} writes it); empty for a service that does not go by numbers. */
    default Optional<String> addressOf(String phone) {
        return Optional.empty();
    }
}
