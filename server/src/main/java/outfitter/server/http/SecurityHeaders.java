package outfitter.server.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What every answer tells the browser not to do: no script, style, picture or socket from elsewhere and none inline, no
 * frame of ours in other people's pages, no guessing of types. To be mounted first.
 */
public final class SecurityHeaders implements Handler<RoutingContext> {
    private static final Pattern PLACE =
            Pattern.compile("https?://((?:[A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]+])(?::\\d{1,5})?)");
    private static final String POLICY =
            "default-src 'self'; img-src 'self' data:; connect-src 'self'%s; object-src 'none'; "
                    + "base-uri 'none'; form-action 'self'; frame-ancestors 'self'";

    @Override
    public void handle(RoutingContext ctx) {
        HttpServerResponse response = ctx.response();
        response.putHeader(
                "Content-Security-Policy",
                POLICY.formatted(sockets(Front.of(ctx).address())));
        response.putHeader("X-Content-Type-Options", "nosniff");
        response.putHeader("X-Frame-Options", "SAMEORIGIN");
        response.putHeader("Referrer-Policy", "strict-origin-when-cross-origin");
        response.putHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
        response.putHeader("Cross-Origin-Opener-Policy", "same-origin");
        ctx.next();
    }

    /** Older browsers do not count a socket to the same host as 'self', so it is named; never a host that is not a name. */
    private static String sockets(String address) {
        Matcher place = PLACE.matcher(address);
        if (!place.matches()) return "";
        String host = place.group(1);
        return " ws://" + host + " wss://" + host;
    }
}
