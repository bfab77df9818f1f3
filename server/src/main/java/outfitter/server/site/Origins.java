package outfitter.server.site;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.server.http.OwnOrigin;

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

    private final Set<String> allowed;
    private final Set<String> named = ConcurrentHashMap.newKeySet();

    /** @param allowed origins as a browser writes them, 'https://shop.example'; the server's own is always allowed */
    public Origins(Collection<String> allowed) {
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
        } else if (isAllowed(origin, ctx.request().authority())) {
            ctx.next();
        } else {
            refuse(ctx, origin);
        }
    }

    private boolean isAllowed(String origin, @Nullable HostAndPort self) {
        return allowed.contains(plain(origin)) || OwnOrigin.is(origin, self);
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

    private void refuse(RoutingContext ctx, String origin) {
        String shown = origin.length() <= MAX_LENGTH ? origin.replaceAll("[^\\x21-\\x7e]", "?") : "a very long one";
        if (named.size() < MOST_NAMED && named.add(shown)) {
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
