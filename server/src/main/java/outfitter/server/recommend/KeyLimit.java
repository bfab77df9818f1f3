package outfitter.server.recommend;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.time.Duration;
import java.util.function.Function;

/** Keeps one key from asking more than a shop's pages need: 100 questions a second, 300 at once. Thread-safe. */
final class KeyLimit {
    private static final int AT_ONCE = 300;
    private static final int A_SECOND = 100;

    private final Function<RoutingContext, String> key;
    private final Cache<String, Bucket> buckets =
            Caffeine.newBuilder().maximumSize(1_000).build();

    KeyLimit(Function<RoutingContext, String> key) {
        this.key = key;
    }

    /** Counts one question; fails the request with 429 when there were too many. */
    void count(RoutingContext ctx) {
        if (buckets.get(key.apply(ctx), any -> fresh()).tryConsume(1)) return;
        ctx.response().putHeader("Retry-After", "1");
        throw new HttpException(
                429, "This key asks more than " + A_SECOND + " times a second; keep answers for a minute");
    }

    private static Bucket fresh() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(AT_ONCE).refillGreedy(A_SECOND, Duration.ofSeconds(1)))
                .build();
    }
}
