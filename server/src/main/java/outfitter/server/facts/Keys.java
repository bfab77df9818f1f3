package outfitter.server.facts;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import outfitter.models.account.ApiKey;
import outfitter.models.account.ApiKeys;

/** Lets in programs that show a key of the API. */
final class Keys {
    private static final String KEY = "outfitter.key";
    private static final Pattern BEARER = Pattern.compile("(?i)bearer\\s+(\\S{1,200})");

    private final ApiKeys keys;

    Keys(ApiKeys keys) {
        this.keys = keys;
    }

    Future<Void> admit(RoutingContext ctx) {
        String header = ctx.request().getHeader(HttpHeaders.AUTHORIZATION);
        Matcher shown = BEARER.matcher(header == null ? "" : header.strip());
        if (!shown.matches()) return refused("Send a key: Authorization: Bearer ofk_…");
        return keys.use(shown.group(1)).compose(found -> {
            if (found.isEmpty()) return refused("The key is none of ours, or it was revoked");
            ctx.put(KEY, found.get());
            return Future.succeededFuture();
        });
    }

    /** Whose key was shown; only in handlers behind {@link #admit}. */
    static ApiKey shown(RoutingContext ctx) {
        ApiKey key = ctx.get(KEY);
        if (key == null) throw new IllegalStateException("nobody was let in here");
        return key;
    }

    private static Future<Void> refused(String why) {
        return Future.failedFuture(new HttpException(401, why));
    }
}
