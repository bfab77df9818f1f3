package outfitter.server.site;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one network from asking for tokens without end: a whole office behind one address never notices, a loop does.
 * Thread-safe.
 */
public final class TokenLimit {
    private static final int NETWORKS = 100_000;
    private static final int IPV6_NETWORK_BYTES = 8;

    private final int perMinute;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(NETWORKS)
            .expireAfterAccess(Duration.ofMinutes(2))
            .build();

    /** @param perMinute tokens for one network in a minute, all at once if need be */
    public TokenLimit(int perMinute) {
        this.perMinute = perMinute;
    }

    /** Counts one token for the caller's network; fails the request with 429 when it had too many. */
    public void count(RoutingContext ctx) {
        Bucket bucket = buckets.get(network(ctx.request().remoteAddress()), this::fresh);
        if (!bucket.tryConsume(1)) {
            ctx.response().putHeader("Retry-After", "60");
            throw new HttpException(429, "Too many tokens were asked for from this network; try again in a minute");
        }
    }

    private Bucket fresh(String network) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .build();
    }

    /** One IPv4 address, or the half of an IPv6 address that a household gets. */
    static String network(@Nullable SocketAddress remote) {
        if (remote == null || remote.hostAddress() == null) return "";
        try {
            InetAddress address = InetAddress.getByName(remote.hostAddress());
            byte[] bytes = address.getAddress();
            return address instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(bytes, IPV6_NETWORK_BYTES))
                    : address.getHostAddress();
        } catch (UnknownHostException e) {
            return remote.hostAddress();
        }
    }
}
