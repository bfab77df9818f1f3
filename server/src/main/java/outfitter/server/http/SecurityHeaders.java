package outfitter.server.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;

/**
 * What every answer tells the browser not to do: no script, style, picture or socket from elsewhere and none inline, no
 * frame of ours in other people's pages, no guessing of types. To be mounted first.
 */
public final class SecurityHeaders implements Handler<RoutingContext> {
    private static final String POLICY =
            "default-src 'self'; img-src 'self' data:; connect-src 'self'%s; object-src 'none'; "
                    + "base-uri 'none'; form-action 'self'; frame-ancestors 'self'";

    @Override
    public void handle(RoutingContext ctx) {
        HttpServerResponse response = ctx.response();
        response.putHeader(
                "Content-Security-Policy",
                POLICY.formatted(sockets(ctx.request().authority())));
        response.putHeader("X-Content-Type-Options", "nosniff");
        response.putHeader("X-Frame-Options", "SAMEORIGIN");
        response.putHeader("Referrer-Policy", "strict-origin-when-cross-origin");
        response.putHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
        response.putHeader("Cross-Origin-Opener-Policy", "same-origin");
        ctx.next();
    }

    /** Older browsers do not count a socket to the same host as 'self', so it is named; never a host that is not a name. */
    private static String sockets(@org.jspecify.annotations.Nullable HostAndPort authority) {
        if (authority == null || !authority.host().matches("[A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]+]")) return "";
        String host = authority.host() + (authority.port() > 0 ? ":" + authority.port() : "");
        return " ws://" + host + " wss://" + host;
    }
}
