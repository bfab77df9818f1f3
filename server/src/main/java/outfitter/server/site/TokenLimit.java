package outfitter.server.site;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.time.Duration;
import outfitter.server.http.Networks;

/**
 * Keeps one network from asking for tokens without end: a whole office behind one address never notices, a loop does.
 * Thread-safe.
 */
public final class TokenLimit {
    private static final int NETWORKS = 100_000;

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
        Bucket bucket = buckets.get(Networks.of(ctx), this::fresh);
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
}
