package outfitter.server.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Tells pages of our own from those of others by the {@code Origin} that a browser puts on whatever could change something:
 * the same host and port as the request's own, or our public address. A request without one comes from no page.
 */
public final class OwnOrigin {
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    private OwnOrigin() {}

    /** Whether the request comes from one of our pages, or from no page at all. */
    public static boolean mayWrite(RoutingContext ctx) {
        String origin = ctx.request().getHeader(HttpHeaders.ORIGIN);
        return origin == null || Front.of(ctx).isOwn(origin);
    }

    /** Whether {@code origin}, as a browser writes it, is {@code self}. */
    static boolean is(String origin, @Nullable HostAndPort self) {
        if (self == null) return false;
        try {
            URI page = new URI(origin);
            int usual = "https".equals(page.getScheme()) ? HTTPS : HTTP;
            int ours = self.port() > 0 ? self.port() : usual;
            int theirs = page.getPort() > 0 ? page.getPort() : usual;
            return self.host().equalsIgnoreCase(page.getHost()) && ours == theirs;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
