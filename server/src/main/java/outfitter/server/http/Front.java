package outfitter.server.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What stands before the server: the address by which the world knows it, and the proxies that are believed when they tell
 * whose request they pass on. To be mounted first; where it is not, a request is taken as it comes. Thread-safe.
 */
public final class Front implements Handler<RoutingContext> {
    private static final Logger LOG = LoggerFactory.getLogger(Front.class);
    private static final String SEEN = "outfitter.front";
    private static final Front NONE = new Front(Optional.empty(), TrustedProxies.NONE);

    private final Optional<String> publicUrl;
    private final TrustedProxies proxies;
    private final AtomicReference<@Nullable String> stranger = new AtomicReference<>();

    /** @param publicUrl 'https://chat.example'; empty where every caller's own word for us holds */
    public Front(Optional<String> publicUrl, TrustedProxies proxies) {
        this.publicUrl = publicUrl;
        this.proxies = proxies;
    }

    /**
     * A request as its sender sent it.
     *
     * @param address where browsers find us, 'https://chat.example'
     * @param network where it came from, see {@link Networks}
     * @param authority the host that it was addressed to
     */
    public record Seen(
            String address, String network, @Nullable HostAndPort authority) {
        /** Whether browsers come by TLS, here or at a proxy before us. */
        public boolean isSecure() {
            return address.startsWith("https:");
        }

        /** Whether {@code origin}, as a browser writes it, is that of our own pages. */
        public boolean isOwn(String origin) {
            return origin.equalsIgnoreCase(address) || OwnOrigin.is(origin, authority);
        }
    }

    /** How this request was sent. */
    public static Seen of(RoutingContext ctx) {
        Seen known = ctx.get(SEEN);
        if (known != null) return known;
        Seen seen = NONE.look(ctx.request());
        ctx.put(SEEN, seen);
        return seen;
    }

    /** A proxy that says whose requests it passes on and is not believed, by its address; empty when there was none. */
    public Optional<String> stranger() {
        return Optional.ofNullable(stranger.get());
    }

    @Override
    public void handle(RoutingContext ctx) {
        ctx.put(SEEN, look(ctx.request()));
        ctx.next();
    }

    private Seen look(HttpServerRequest request) {
        SocketAddress remote = request.remoteAddress();
        String peer = remote == null ? null : remote.hostAddress();
        boolean believed = proxies.include(peer);
        String forwarded = request.getHeader("X-Forwarded-For");
        if (forwarded != null && !believed && this != NONE) meet(peer);
        String caller = believed ? proxies.caller(forwarded).orElse(peer) : peer;
        return new Seen(
                publicUrl.orElseGet(() -> address(request, believed)), Networks.of(caller), request.authority());
    }

    private static String address(HttpServerRequest request, boolean believed) {
        String scheme = believed ? last(request.getHeader("X-Forwarded-Proto")) : null;
        String host = believed ? last(request.getHeader("X-Forwarded-Host")) : null;
        boolean known = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
        return (known ? String.valueOf(scheme).toLowerCase(java.util.Locale.ROOT) : request.scheme()) + "://"
                + (host == null ? request.authority() : host);
    }

    /** Of several, what the nearest proxy wrote; null for none and for what no host is. */
    private static @Nullable String last(@Nullable String values) {
        if (values == null) return null;
        String last = values.substring(values.lastIndexOf(',') + 1).strip();
        return last.matches("[A-Za-z0-9.:\\[\\]-]{1,260}") ? last : null;
    }

    private void meet(@Nullable String peer) {
        if (peer == null || stranger.get() != null || !stranger.compareAndSet(null, peer)) return;
        LOG.warn(
                "X-Forwarded-For of {} is not believed, so limits count all its callers as one; if it is your proxy, name it in {}",
                peer,
                TrustedProxies.VARIABLE);
    }
}
