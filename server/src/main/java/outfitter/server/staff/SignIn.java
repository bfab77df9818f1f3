package outfitter.server.staff;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.models.account.Account;
import outfitter.models.account.Accounts;
import outfitter.models.account.AuditLog;
import outfitter.models.account.Invitations;
import outfitter.models.account.Role;
import outfitter.models.account.Sessions;
import outfitter.server.http.Access;
import outfitter.server.http.Api;
import outfitter.server.http.Operation;
import outfitter.server.http.OwnOrigin;
import outfitter.server.http.Requests;

/** Sessions begin and end here, by a password or by an invitation. */
public final class SignIn {
    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);
    private static final String USED_UP = "This link was used or is too old; ask for a new one";

    private final Accounts accounts;
    private final Invitations invitations;
    private final Sessions sessions;
    private final Passwords passwords;
    private final Doorway doorway;
    private final AuditLog audit;
    private final Clock clock;
    private final Consumer<String> signedOut;

    /** @param signedOut hears of each session, by its cookie, that its owner ended */
    SignIn(
            Accounts accounts,
            Invitations invitations,
            Sessions sessions,
            Passwords passwords,
            Doorway doorway,
            AuditLog audit,
            Clock clock,
            Consumer<String> signedOut) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.sessions = sessions;
        this.passwords = passwords;
        this.doorway = doorway;
        this.audit = audit;
        this.clock = clock;
        this.signedOut = signedOut;
    }

    void mount(Api api) {
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
                "/api/invitation",
                Operation.of("Tells what the secret of an invitation is for")
                        .takes(Secret.class)
                        .returns(Invited.class)
                        .fails(404, "the link was used or is too old"),
                this::invitation);
        api.post(
                "/api/setup",
                Operation.of("Uses an invitation up: makes its account, or sets the password of the one it is for")
                        .takes(Setup.class)
                        .returns(SignedIn.class)
                        .fails(409, "the link was used or is too old, or the name is taken"),
                this::setup);
    }

    record Credentials(String name, String password) {}

    record SignedIn(AccountView account) {}

    record Secret(String token) {}

    /**
     * @param name null where whoever has the link chooses it, as the first admin does
     * @param displayName null likewise
     */
    record Invited(
            Role role, @Nullable String name, @Nullable String displayName) {}

    /**
     * @param token the secret of the link
     * @param name to sign in with; null where the invitation is for an account that has one
     */
    record Setup(String token, @Nullable String name, String displayName, String password) {
        Setup {
            if (name != null) Account.checkName(name);
            Account.checkDisplayName(displayName);
            Passwords.check(password);
        }
    }

    private Future<SignedIn> signIn(RoutingContext ctx) {
        requireOwnPage(ctx);
        Credentials given = Requests.body(ctx, Credentials.class);
        return doorway.take(ctx, given.name())
                .compose(taken -> check(given))
                .compose(found -> found.account()
                        .map(account ->
                                doorway.right(ctx, given.name()).compose(done -> begin(ctx, account, "sign-in")))
                        .orElseGet(() -> wrong(ctx, found.whose())));
    }

    private Future<SignedIn> wrong(RoutingContext ctx, @Nullable String whose) {
        return audit.record("server", "sign-in-failed", whose, Map.of("network", Doorway.network(ctx)))
                .compose(done -> Future.failedFuture(new HttpException(401, "Name or password is wrong")));
    }

    /** @param whose what was tried, where such an account exists: a name that nobody has may be a password in the wrong field */
    private record Checked(
            Optional<Account> account, @Nullable String whose) {}

    /** The account, if the password is its own and it may sign in; takes as long for a name that nobody has. */
    private Future<Checked> check(Credentials given) {
        if (given.password().length() > Passwords.MOST_LENGTH || given.name().indexOf('\0') >= 0) {
            return Future.succeededFuture(new Checked(Optional.empty(), null));
        }
        return accounts.byName(given.name())
                .compose(found -> passwords
                        .matches(
                                given.password(),
                                found.map(Accounts.Credentials::hash).orElse(null))
                        .map(matches -> checked(found.map(Accounts.Credentials::account), matches)));
    }

    private static Checked checked(Optional<Account> account, boolean matches) {
        return new Checked(
                account.filter(one -> matches && one.isEnabled()),
                account.map(one -> "account:" + one.id()).orElse(null));
    }

    private Future<SignedIn> begin(RoutingContext ctx, Account account, String act) {
        return doorway.begin(ctx, account)
                .compose(begun -> doorway.record(ctx, account, act))
                .map(done -> {
                    LOG.info(
                            "{} agent={} role={}",
                            act,
                            account.id(),
                            account.role().code());
                    return new SignedIn(AccountView.of(account));
                });
    }

    private Future<Void> signOut(RoutingContext ctx) {
        Account account = StaffGuard.account(ctx);
        String token = StaffGuard.token(ctx.request()).orElseThrow();
        return sessions.close(token)
                .compose(done -> doorway.record(ctx, account, "sign-out"))
                .onSuccess(done -> {
                    ctx.response().addCookie(StaffGuard.noCookie(ctx));
                    signedOut.accept(token);
                    LOG.info("sign-out agent={}", account.id());
                });
    }

    private Future<Invited> invitation(RoutingContext ctx) {
        requireOwnPage(ctx);
        return invitations
                .find(Requests.body(ctx, Secret.class).token())
                .map(found -> found.map(one -> new Invited(one.role(), one.name(), one.displayName()))
                        .orElseThrow(() -> new HttpException(404, USED_UP)));
    }

    private Future<SignedIn> setup(RoutingContext ctx) {
        requireOwnPage(ctx);
        Setup given = Requests.body(ctx, Setup.class);
        return passwords
                .hash(given.password())
                .compose(hash -> use(given, hash))
                .compose(made -> made.map(account -> begin(ctx, account, "setup"))
                        .orElseGet(() -> Future.failedFuture(new HttpException(
                                409, USED_UP + (given.name() == null ? "" : ", or the name is taken")))));
    }

    private Future<Optional<Account>> use(Setup given, String hash) {
        String shown = given.displayName().strip();
        String name = given.name();
        return name == null
                ? accounts.enter(given.token(), shown, hash, clock.instant())
                : accounts.join(given.token(), name, shown, hash, clock.instant());
    }

    private static void requireOwnPage(RoutingContext ctx) {
        if (!OwnOrigin.mayWrite(ctx)) throw new HttpException(403, "This must come from a page of this server");
    }
}
