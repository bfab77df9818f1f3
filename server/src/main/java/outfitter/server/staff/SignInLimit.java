package outfitter.server.staff;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Locale;

/**
 * Counts wrong passwords by name and by network, so that guessing is slow from anywhere and for anybody. A right password
 * costs nothing. Kept in memory, by each node for itself. Thread-safe.
 */
final class SignInLimit {
    static final int WRONG_BY_NAME = 10;
    static final int WRONG_BY_NETWORK = 40;
    static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int REMEMBERED = 100_000;

    private final Cache<String, Bucket> names = cache();
    private final Cache<String, Bucket> networks = cache();

    /** Whether another try may be made. */
    boolean allows(String name, String network) {
        return names.get(plain(name), any -> bucket(WRONG_BY_NAME)).getAvailableTokens() > 0
                && networks.get(network, any -> bucket(WRONG_BY_NETWORK)).getAvailableTokens() > 0;
    }

    /** Counts a wrong password. */
    void wrong(String name, String network) {
        names.get(plain(name), any -> bucket(WRONG_BY_NAME)).tryConsume(1);
        networks.get(network, any -> bucket(WRONG_BY_NETWORK)).tryConsume(1);
    }

    private static Bucket bucket(int tries) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(tries).refillGreedy(tries, WINDOW))
                .build();
    }

    private static Cache<String, Bucket> cache() {
        return Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterAccess(WINDOW)
                .build();
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
