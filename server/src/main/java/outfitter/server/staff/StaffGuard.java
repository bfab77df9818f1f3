package outfitter.server.staff;

import io.vertx.core.Future;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.util.Optional;
import java.util.Set;
import outfitter.models.account.Account;
import outfitter.models.account.Role;
import outfitter.models.account.Sessions;
import outfitter.server.http.Access;
import outfitter.server.http.Front;
import outfitter.server.http.Guard;
import outfitter.server.http.OwnOrigin;

/**
 * Lets staff in by the cookie of their session, each to what their role is for. What writes, and what opens a socket, must
 * come from a page of our own: the cookie alone does not show who meant it.
 */
public final class StaffGuard implements Guard {
    static final String COOKIE = "outfitter_session";
    private static final String ACCOUNT = "outfitter.account";
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Sessions sessions;

    public StaffGuard(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Future<Void> admit(RoutingContext ctx, Access needed) {
        HttpServerRequest request = ctx.request();
        if ((!READING.contains(request.method()) || opensSocket(request)) && !OwnOrigin.mayWrite(ctx)) {
            return refused(403, "This must come from a page of this server");
        }
        Optional<String> token = token(request);
        if (token.isEmpty()) return refused(401, "Sign in first");
        return sessions.account(token.get()).compose(account -> {
            if (account.isEmpty()) return refused(401, "The session is over; sign in again");
            if (!permits(account.get().role(), needed)) {
                return refused(
                        403, "An account with the role " + account.get().role().code() + " may not do this");
            }
            ctx.put(ACCOUNT, account.get());
            return Future.succeededFuture();
        });
    }

    /** Who is signed in; only in handlers behind this guard. */
    public static Account account(RoutingContext ctx) {
        Account account = ctx.get(ACCOUNT);
        if (account == null) throw new IllegalStateException("nobody was let in here");
        return account;
    }

    /** The session's cookie as sent, if it was. */
    static Optional<String> token(HttpServerRequest request) {
        return Optional.ofNullable(request.getCookie(COOKIE))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty());
    }

    /** The cookie of a session that begins; secure wherever the browser came by TLS, here or at a proxy before us. */
    static Cookie cookie(RoutingContext ctx, String token) {
        return shaped(ctx, Cookie.cookie(COOKIE, token)).setMaxAge(Sessions.LIFE.toSeconds());
    }

    /** What makes the browser forget it. */
    static Cookie noCookie(RoutingContext ctx) {
        return shaped(ctx, Cookie.cookie(COOKIE, "")).setMaxAge(0);
    }

    private static Cookie shaped(RoutingContext ctx, Cookie cookie) {
        return cookie.setPath("/")
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.STRICT)
                .setSecure(Front.of(ctx).isSecure());
    }

    static boolean permits(Role role, Access needed) {
        return switch (needed) {
            case PUBLIC, STAFF -> true;
            case AGENT -> role.servesCustomers();
            case MERCHANDISER -> role.merchandises();
            case SUPERVISOR -> role.takesOver();
            case ADMIN -> role == Role.ADMIN;
            case VISITOR, KEY -> false;
        };
    }

    private static boolean opensSocket(HttpServerRequest request) {
        return "websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE));
    }

    private static Future<Void> refused(int status, String why) {
        return Future.failedFuture(new HttpException(status, why));
    }
}
