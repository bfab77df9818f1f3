package outfitter.server.site;

import io.github.bucket4j.Bucket;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.server.http.Front;

/**
 * Lets pages of the shop's own site call what customers use, and refuses those of others with the name of the variable that
 * would let them. A request without an origin does not come from a page and passes. To be mounted before the routes that it
 * guards; thread-safe.
 */
public final class Origins implements Handler<RoutingContext> {
    /** The variable that lists the origins. */
    public static final String VARIABLE = "OUTFITTER_ORIGINS";

    private static final Logger LOG = LoggerFactory.getLogger(Origins.class);
    private static final int MOST_NAMED = 100;
    private static final int MAX_LENGTH = 260;
    /** In a minute at most: who sends invented origins does not fill the log. */
    private static final int LINES = 10;

    /**
     * Pages of one origin that asked for something since the start.
     *
     * @param allowed whether they were let in
     */
    public record Asked(String origin, boolean allowed, long times, Instant lastAt) {
        Asked again(boolean nowAllowed, Instant now) {
            return new Asked(origin, nowAllowed, times + 1, now);
        }
    }

    private final Set<String> allowed;
    private final Set<String> named = ConcurrentHashMap.newKeySet();
    private final Map<String, Asked> asked = new ConcurrentHashMap<>();
    private final Bucket lines = Bucket.builder()
            .addLimit(limit -> limit.capacity(LINES).refillGreedy(LINES, Duration.ofMinutes(1)))
            .build();
    private final Clock clock;

    /** @param allowed origins as a browser writes them, 'https://shop.example'; the server's own is always allowed */
    public Origins(Collection<String> allowed, Clock clock) {
        this.clock = clock;
        this.allowed = allowed.stream().map(Origins::plain).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void handle(RoutingContext ctx) {
        String origin = ctx.request().getHeader(HttpHeaders.ORIGIN);
        if (origin == null) {
            ctx.next();
            return;
        }
        share(ctx.response(), origin);
        if (isPreflight(ctx)) {
            // A refused page passes here too: the refusal of the request itself is the one it can read.
            permit(ctx);
        } else if (Front.of(ctx).isOwn(origin)) {
            ctx.next();
        } else if (allowed.contains(plain(origin))) {
            count(shown(origin), true);
            ctx.next();
        } else {
            refuse(ctx, shown(origin));
        }
    }

    /** Other origins that asked since the start, at most a hundred, the last one first. */
    public List<Asked> asked() {
        return asked.values().stream()
                .sorted(Comparator.comparing(Asked::lastAt).reversed())
                .toList();
    }

    private void count(String origin, boolean letIn) {
        Instant now = clock.instant();
        if (asked.containsKey(origin) || asked.size() < MOST_NAMED) {
            asked.merge(origin, new Asked(origin, letIn, 1, now), (before, one) -> before.again(letIn, now));
        }
    }

    private static boolean isPreflight(RoutingContext ctx) {
        return HttpMethod.OPTIONS.equals(ctx.request().method())
                && ctx.request().getHeader("Access-Control-Request-Method") != null;
    }

    private static void share(HttpServerResponse response, String origin) {
        boolean plain = origin.length() <= MAX_LENGTH && origin.chars().allMatch(c -> c > ' ' && c < 127);
        if (plain) response.putHeader("Access-Control-Allow-Origin", origin);
        response.putHeader("Vary", "Origin").putHeader("Cross-Origin-Resource-Policy", "cross-origin");
    }

    private static void permit(RoutingContext ctx) {
        ctx.response()
                .setStatusCode(204)
                .putHeader("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE")
                .putHeader(
                        "Access-Control-Allow-Headers", "authorization, content-type, x-ms-bot-agent, x-requested-with")
                .putHeader("Access-Control-Max-Age", "600")
                .end();
    }

    private static String shown(String origin) {
        return origin.length() <= MAX_LENGTH ? origin.replaceAll("[^\\x21-\\x7e]", "?") : "a very long one";
    }

    private void refuse(RoutingContext ctx, String shown) {
        count(shown, false);
        if (!named.contains(shown) && named.size() < MOST_NAMED && lines.tryConsume(1) && named.add(shown)) {
            LOG.warn("origin refused origin={} allow it with {}", shown, VARIABLE);
        }
        ctx.fail(new HttpException(
                403, "Pages of " + shown + " may not call this server; " + VARIABLE + " lists those that may"));
    }

    private static String plain(String origin) {
        String lower = origin.strip().toLowerCase(Locale.ROOT);
        return lower.endsWith("/") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
