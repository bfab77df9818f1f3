package outfitter.server.staff;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outfitter.assist.Assist;
import outfitter.models.account.Accounts;
import outfitter.models.account.AuditLog;
import outfitter.models.account.Invitations;
import outfitter.models.account.Sessions;
import outfitter.models.conversation.Conversations;
import outfitter.models.conversation.Glimpses;
import outfitter.models.journal.News;
import outfitter.server.channel.Typing;
import outfitter.server.http.Api;
import outfitter.server.http.Guard;

/** The staff's side of the server, put together. */
public final class StaffSide {
    private final Accounts accounts;
    private final Passwords passwords;
    private final StaffGuard guard;
    private final SignIn signIn;
    private final DeskRoutes deskRoutes;
    private final LiveRoutes live;
    private final FirstAdmin firstAdmin;
    private final DemoAccounts demoAccounts;
    private volatile List<DemoAccounts.DemoAccount> demo = List.of();
    private volatile @Nullable String setupPath;

    public StaffSide(
            Vertx vertx, Pool db, Assist assist, Conversations conversations, News news, Typing typing, Clock clock) {
        accounts = new Accounts(db);
        passwords = new Passwords(vertx);
        Sessions sessions = new Sessions(db, clock);
        guard = new StaffGuard(sessions);
        LiveParts parts =
                new LiveParts(assist.queue(), assist.attendance(), assist.feed(), conversations, news, typing);
        live = new LiveRoutes(vertx, parts, sessions);
        signIn = new SignIn(accounts, sessions, passwords, new AuditLog(db, clock), clock, live::signedOut);
        deskRoutes = new DeskRoutes(assist.desk(), assist.panels(), conversations, new Glimpses(db));
        firstAdmin = new FirstAdmin(accounts, new Invitations(db, clock));
        demoAccounts = new DemoAccounts(accounts, passwords, clock);
    }

    /**
     * Lets the right people in: the demonstration's where {@code withDemo} says so and nobody else of them, and the first
     * admin by a link.
     */
    public Future<Void> open(boolean withDemo) {
        Future<List<DemoAccounts.DemoAccount>> people =
                withDemo ? demoAccounts.open() : demoAccounts.close().map(List.of());
        return people.compose(opened -> {
                    demo = opened;
                    return withDemo ? Future.succeededFuture(Optional.<String>empty()) : firstAdmin.link();
                })
                .onSuccess(link -> setupPath = link.orElse(null))
                .mapEmpty();
    }

    public void mount(Api api) {
        signIn.mount(api);
        deskRoutes.mount(api);
        live.mount(api);
    }

    /** Who of the staff may call; see {@link Guard}. */
    public Guard guard() {
        return guard;
    }

    /** The demonstration's people with their passwords of this start; empty when there is none. */
    public List<DemoAccounts.DemoAccount> demo() {
        return demo;
    }

    /** Where the first admin is made, '/signin?setup=…', for the operator's eyes only; empty when there is one. */
    public Optional<String> setupPath() {
        return Optional.ofNullable(setupPath);
    }

    public Future<Void> close() {
        live.stop();
        return passwords.close();
    }
}
