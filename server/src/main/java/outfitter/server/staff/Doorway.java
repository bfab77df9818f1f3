package outfitter.server.staff;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import outfitter.models.account.Account;
import outfitter.models.account.AuditLog;
import outfitter.models.account.Sessions;
import outfitter.models.account.SignInTries;
import outfitter.server.http.Networks;

/**
 * Where sessions begin: a browser that had one gets another, so that no cookie outlives a change of who it stands for. Every
 * password that anybody gives is counted here before it is looked at.
 */
final class Doorway {
    private final Sessions sessions;
    private final SignInTries tries;
    private final AuditLog audit;

    Doorway(Sessions sessions, SignInTries tries, AuditLog audit) {
        this.sessions = sessions;
        this.tries = tries;
        this.audit = audit;
    }

    /** Lets a password be tried; fails with 429 during a lock, whatever the password and whoever has the name. */
    Future<Void> take(RoutingContext ctx, String name) {
        return tries.take(name, network(ctx))
                .compose(locked ->
                        locked.isEmpty() ? Future.succeededFuture() : Future.failedFuture(tooMany(ctx, locked.get())));
    }

    /** The password that was taken last was right. */
    Future<Void> right(RoutingContext ctx, String name) {
        return tries.right(name, network(ctx));
    }

    /** Begins a session in the browser that asks, and ends the one that it had. */
    Future<Void> begin(RoutingContext ctx, Account account) {
        HttpServerRequest request = ctx.request();
        String browser = Browsers.name(request.getHeader(HttpHeaders.USER_AGENT));
        Optional<String> before = StaffGuard.token(request);
        return before.map(sessions::close)
                .orElseGet(Future::succeededFuture)
                .compose(ended -> sessions.open(account.id(), network(ctx), browser))
                .onSuccess(token -> ctx.response().addCookie(StaffGuard.cookie(ctx, token)))
                .mapEmpty();
    }

    /** Keeps what this account did, and from where. */
    Future<Void> record(RoutingContext ctx, Account account, String act) {
        return audit.record("account:" + account.id(), act, null, Map.of("network", network(ctx)));
    }

    static String network(RoutingContext ctx) {
        return Networks.of(ctx);
    }

    private static HttpException tooMany(RoutingContext ctx, Duration wait) {
        ctx.response().putHeader(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.toSeconds())));
        return new HttpException(429, "Too many wrong tries; wait some minutes");
    }
}
