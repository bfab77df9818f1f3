package outfitter.server.staff;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.models.account.Account;
import outfitter.models.account.Accounts;
import outfitter.models.account.AuditLog;
import outfitter.models.account.Sessions;
import outfitter.server.http.Access;
import outfitter.server.http.Api;
import outfitter.server.http.Networks;
import outfitter.server.http.Operation;
import outfitter.server.http.OwnOrigin;
import outfitter.server.http.Requests;

/** Sessions begin and end here, and the first admin is made. */
public final class SignIn {
    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@+-]{0,79}");

    private final Accounts accounts;
    private final Sessions sessions;
    private final Passwords passwords;
    private final AuditLog audit;
    private final Clock clock;
    private final Consumer<String> signedOut;
    private final SignInLimit limit = new SignInLimit();

    /** @param signedOut hears of each session, by its cookie, that its owner ended */
    public SignIn(
            Accounts accounts,
            Sessions sessions,
            Passwords passwords,
            AuditLog audit,
            Clock clock,
            Consumer<String> signedOut) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
        this.signedOut = signedOut;
    }

    public void mount(Api api) {
        api.post(
                "/api/session",
                Operation.of("Signs somebody of the staff in and sets the session's cookie")
                        .takes(Credentials.class)
                        .returns(SignedIn.class)
                        .fails(401, "name or password is wrong")
                        .fails(403, "the page is not ours")
                        .fails(429, "too many wrong tries for this name or from this network"),
                this::signIn);
        api.get(
                "/api/session",
                Operation.of("Tells who is signed in").by(Access.STAFF).returns(SignedIn.class),
                ctx -> Future.succeededFuture(new SignedIn(AccountView.of(StaffGuard.account(ctx)))));
        api.delete(
                "/api/session",
                Operation.of("Ends the session").by(Access.STAFF).returns(204),
                this::signOut);
        api.post(
                "/api/setup",
                Operation.of("Makes the first admin, once, with the link that the server printed")
                        .takes(Setup.class)
                        .returns(SignedIn.class)
                        .fails(409, "the link was used or is too old, or the name is taken"),
                this::setup);
    }

    record Credentials(String name, String password) {}

    record SignedIn(AccountView account) {}

    /** {@code token} is the secret of the printed link. */
    record Setup(String token, String name, String displayName, String password) {
        Setup {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("a name is letters, digits and . _ @ + -, at most 80");
            }
            if (displayName.isBlank() || displayName.length() > 80) {
                throw new IllegalArgumentException("displayName: 1 to 80 characters");
            }
            if (password.length() < Passwords.LEAST_LENGTH || password.length() > Passwords.MOST_LENGTH) {
                throw new IllegalArgumentException(
                        "password: " + Passwords.LEAST_LENGTH + " to " + Passwords.MOST_LENGTH + " characters");
            }
        }
    }

    private Future<SignedIn> signIn(RoutingContext ctx) {
        requireOwnPage(ctx);
        Credentials given = Requests.body(ctx, Credentials.class);
        String network = Networks.of(ctx.request().remoteAddress());
        if (!limit.allows(given.name(), network)) throw tooMany(ctx);
        return check(given).compose(account -> {
            if (account.isEmpty()) {
                limit.wrong(given.name(), network);
                return audit.record("server", "sign-in-failed", null, Map.of("network", network))
                        .compose(done -> Future.failedFuture(new HttpException(401, "Name or password is wrong")));
            }
            return begin(ctx, account.get(), network);
        });
    }

    /** The account, if the password is its own and it may sign in; takes as long for a name that nobody has. */
    private Future<Optional<Account>> check(Credentials given) {
        if (given.password().length() > Passwords.MOST_LENGTH || given.name().indexOf('\0') >= 0) {
            return Future.succeededFuture(Optional.empty());
        }
        return accounts.byName(given.name())
                .compose(found -> passwords
                        .matches(
                                given.password(),
                                found.map(Accounts.Credentials::hash).orElse(null))
                        .map(matches -> found.map(Accounts.Credentials::account)
                                .filter(account -> matches && account.isEnabled())));
    }

    private Future<SignedIn> begin(RoutingContext ctx, Account account, String network) {
        return sessions.open(account.id(), network)
                .compose(token -> {
                    ctx.response().addCookie(StaffGuard.cookie(ctx.request(), token));
                    return audit.record("account:" + account.id(), "sign-in", null, Map.of("network", network));
                })
                .map(done -> {
                    LOG.info(
                            "signed in agent={} role={}",
                            account.id(),
                            account.role().code());
                    return new SignedIn(AccountView.of(account));
                });
    }

    private Future<Void> signOut(RoutingContext ctx) {
        Account account = StaffGuard.account(ctx);
        String token = StaffGuard.token(ctx.request()).orElseThrow();
        return sessions.close(token)
                .compose(done -> audit.record("account:" + account.id(), "sign-out", null, Map.of()))
                .onSuccess(done -> {
                    ctx.response().addCookie(StaffGuard.noCookie(ctx.request()));
                    signedOut.accept(token);
                    LOG.info("signed out agent={}", account.id());
                });
    }

    private Future<SignedIn> setup(RoutingContext ctx) {
        requireOwnPage(ctx);
        Setup given = Requests.body(ctx, Setup.class);
        String network = Networks.of(ctx.request().remoteAddress());
        return passwords
                .hash(given.password())
                .compose(hash -> accounts.join(
                        given.token(), given.name(), given.displayName().strip(), hash, clock.instant()))
                .compose(made -> made.map(account -> audit.record("account:" + account.id(), "setup", null, Map.of())
                                .compose(done -> begin(ctx, account, network)))
                        .orElseGet(() -> Future.failedFuture(new HttpException(
                                409,
                                "This link was used or is too old, or the name is taken; restart for a new link"))));
    }

    private static void requireOwnPage(RoutingContext ctx) {
        if (!OwnOrigin.mayWrite(ctx.request()))
            throw new HttpException(403, "This must come from a page of this server");
    }

    private static HttpException tooMany(RoutingContext ctx) {
        ctx.response().putHeader("Retry-After", Long.toString(SignInLimit.WINDOW.toSeconds()));
        return new HttpException(429, "Too many wrong tries; wait some minutes");
    }
}
