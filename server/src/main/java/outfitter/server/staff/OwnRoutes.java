package outfitter.server.staff;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.models.account.Account;
import outfitter.models.account.Accounts;
import outfitter.models.account.Sessions;
import outfitter.server.http.Access;
import outfitter.server.http.Api;
import outfitter.server.http.Operation;
import outfitter.server.http.Requests;

/** What everybody of the staff does with their own account: another password, and the end of sessions left open elsewhere. */
final class OwnRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(OwnRoutes.class);

    private final Accounts accounts;
    private final Sessions sessions;
    private final Passwords passwords;
    private final Doorway doorway;

    OwnRoutes(Accounts accounts, Sessions sessions, Passwords passwords, Doorway doorway) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.passwords = passwords;
        this.doorway = doorway;
    }

    void mount(Api api) {
        api.post(
                "/api/session/password",
                Operation.of("Changes one's own password and ends one's sessions everywhere else")
                        .by(Access.STAFF)
                        .takes(Change.class)
                        .returns(204)
                        .fails(409, "the present password is wrong")
                        .fails(429, "too many wrong tries for this name or from this network"),
                this::change);
        api.get(
                "/api/sessions",
                Operation.of("Lists where one is signed in").by(Access.STAFF).returns(Own.class),
                this::list);
        api.delete(
                "/api/sessions/:id",
                Operation.of("Ends one of one's own sessions")
                        .by(Access.STAFF)
                        .returns(204)
                        .fails(404, "there is no such session of one's own"),
                this::end);
        api.delete(
                "/api/sessions",
                Operation.of("Ends all of one's own sessions but this one")
                        .by(Access.STAFF)
                        .returns(204),
                this::endOthers);
    }

    /** @param present the password as it is now */
    record Change(String present, String password) {
        Change {
            Passwords.check(password);
        }
    }

    record Own(List<SessionView> sessions) {}

    /**
     * @param current whether it is the one that asks
     * @param network where it began, empty when unknown
     * @param browser 'Firefox on Linux', empty when unknown
     * @param seenAt when it was last used, give or take half an hour
     */
    record SessionView(long id, boolean current, String network, String browser, Instant createdAt, Instant seenAt) {
        static SessionView of(Sessions.Session session) {
            return new SessionView(
                    session.id(),
                    session.current(),
                    session.network(),
                    session.browser(),
                    session.createdAt(),
                    session.seenAt());
        }
    }

    private Future<Void> change(RoutingContext ctx) {
        Account account = StaffGuard.account(ctx);
        Change given = Requests.body(ctx, Change.class);
        return doorway.take(ctx, account.name())
                .compose(taken -> accounts.byName(account.name()))
                .compose(found -> passwords.matches(
                        given.present(), found.map(Accounts.Credentials::hash).orElse(null)))
                .compose(matches -> matches
                        ? doorway.right(ctx, account.name()).compose(done -> renew(ctx, account, given.password()))
                        : doorway.record(ctx, account, "password-change-failed")
                                .compose(done ->
                                        Future.failedFuture(new HttpException(409, "The present password is wrong"))));
    }

    private Future<Void> renew(RoutingContext ctx, Account account, String password) {
        return passwords
                .hash(password)
                .compose(hash -> accounts.setPassword(account.id(), hash))
                .compose(done -> sessions.closeAll(account.id()))
                .compose(done -> doorway.begin(ctx, account))
                .compose(done -> doorway.record(ctx, account, "password-changed"))
                .onSuccess(done -> LOG.info("password changed agent={}", account.id()));
    }

    private Future<Own> list(RoutingContext ctx) {
        return sessions.of(StaffGuard.account(ctx).id(), token(ctx))
                .map(all -> new Own(all.stream().map(SessionView::of).toList()));
    }

    private Future<Void> end(RoutingContext ctx) {
        Account account = StaffGuard.account(ctx);
        return sessions.close(account.id(), Requests.id(ctx, "id"))
                .compose(ended -> ended
                        ? doorway.record(ctx, account, "session-ended")
                        : Future.failedFuture(new HttpException(404, "You have no such session")));
    }

    private Future<Void> endOthers(RoutingContext ctx) {
        Account account = StaffGuard.account(ctx);
        return sessions.closeOthers(account.id(), token(ctx))
                .compose(done -> doorway.record(ctx, account, "other-sessions-ended"));
    }

    private static String token(RoutingContext ctx) {
        return StaffGuard.token(ctx.request()).orElseThrow();
    }
}
