package outfitter.server.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What every answer tells the browser not to do: no script, style or socket from elsewhere and none inline, pictures from elsewhere by https only (a shop keeps its own on other hosts), no
 * frame of ours in other people's pages, no guessing of types. To be mounted first.
 */
public final class SecurityHeaders implements Handler<RoutingContext> {
    private static final Pattern PLACE =
            Pattern.compile("https?://((?:[A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]+])(?::\\d{1,5})?)");
    private static final String POLICY =
            "default-src 'self'; img-src 'self' data: https:; connect-src 'self'%s; object-src 'none'; "
                    + "base-uri 'none'; form-action 'self'; frame-ancestors 'self'";

    private static final CharSequence CONTENT_SECURITY_POLICY = HttpHeaders.createOptimized("Content-Security-Policy");
    private static final Map<CharSequence, CharSequence> ALWAYS = optimized(Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "SAMEORIGIN",
            "Referrer-Policy", "strict-origin-when-cross-origin",
            "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()",
            "Cross-Origin-Opener-Policy", "same-origin"));

    /** The policy that was told last: nearly all ask for the server by the same address. */
    private volatile Policy last = new Policy("", "");

    private record Policy(String address, CharSequence text) {}

    @Override
    public void handle(RoutingContext ctx) {
        HttpServerResponse response = ctx.response();
        response.putHeader(CONTENT_SECURITY_POLICY, policy(Front.of(ctx).address()));
        ALWAYS.forEach(response::putHeader);
        ctx.next();
    }

    private CharSequence policy(String address) {
        Policy known = last;
        if (known.address().equals(address)) return known.text();
        Policy fresh = new Policy(address, HttpHeaders.createOptimized(POLICY.formatted(sockets(address))));
        last = fresh;
        return fresh.text();
    }

    private static Map<CharSequence, CharSequence> optimized(Map<String, String> headers) {
        Map<CharSequence, CharSequence> optimized = new LinkedHashMap<>();
        headers.forEach(
                (name, value) -> optimized.put(HttpHeaders.createOptimized(name), HttpHeaders.createOptimized(value)));
        return optimized;
    }

    /** Older browsers do not count a socket to the same host as 'self', so it is named; never a host that is not a name. */
    private static String sockets(String address) {
        Matcher place = PLACE.matcher(address);
        if (!place.matches()) return "";
        String host = place.group(1);
        return " ws://" + host + " wss://" + host;
    }
}
