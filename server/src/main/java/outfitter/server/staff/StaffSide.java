package outfitter.server.staff;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.assist.Assist;
import outfitter.models.account.Accounts;
import outfitter.models.account.AuditLog;
import outfitter.models.account.Invitations;
import outfitter.models.account.Sessions;
import outfitter.models.account.SignInTries;
import outfitter.models.conversation.Conversations;
import outfitter.models.conversation.Glimpses;
import outfitter.models.journal.News;
import outfitter.server.channel.Typing;
import outfitter.server.channel.delivery.ReplyTracks;
import outfitter.server.http.Api;
import outfitter.server.http.Guard;
import outfitter.server.postgres.Notifications;

/** The staff's side of the server, put together. */
public final class StaffSide {
    private static final Logger LOG = LoggerFactory.getLogger(StaffSide.class);
    private static final Duration SWEEP = Duration.ofHours(1);

    private final Accounts accounts;
    private final Passwords passwords;
    private final StaffGuard guard;
    private final SignIn signIn;
    private final DeskRoutes deskRoutes;
    private final LiveRoutes live;
    private final OwnRoutes own;
    private final PeopleRoutes people;
    private final Notifications ended;
    private final Vertx vertx;
    private final long sweeper;
    private final FirstAdmin firstAdmin;
    private final DemoAccounts demoAccounts;
    private volatile List<DemoAccounts.DemoAccount> demo = List.of();
    private volatile @Nullable String setupPath;

    /** @param connect where PostgreSQL answers now, for what it tells of sessions */
    public StaffSide(
            Vertx vertx,
            Pool db,
            Supplier<PgConnectOptions> connect,
            Assist assist,
            Conversations conversations,
            News news,
            Typing typing,
            ReplyTracks tracks,
            Clock clock) {
        this.vertx = vertx;
        accounts = new Accounts(db);
        passwords = new Passwords(vertx);
        Sessions sessions = new Sessions(db, clock);
        guard = new StaffGuard(sessions);
        LiveParts parts = new LiveParts(
                assist.queue(),
                new QueueTexts(),
                assist.attendance(),
                assist.feed(),
                conversations,
                news,
                typing,
                tracks);
        live = new LiveRoutes(vertx, parts, sessions);
        Invitations invitations = new Invitations(db, clock);
        AuditLog audit = new AuditLog(db, clock);
        SignInTries tries = new SignInTries(db, clock);
        Doorway doorway = new Doorway(sessions, tries, audit);
        signIn = new SignIn(accounts, invitations, sessions, passwords, doorway, audit, clock, live::signedOut);
        own = new OwnRoutes(accounts, sessions, passwords, doorway);
        people = new PeopleRoutes(new Personnel(db, clock), audit);
        ended = new Notifications(vertx, connect, Sessions.CHANNEL, told -> live.recheck(), live::recheck);
        sweeper = vertx.setPeriodic(SWEEP.toMillis(), tick -> sweep(sessions, tries));
        deskRoutes = new DeskRoutes(assist.desk(), assist.panels(), conversations, new Glimpses(db));
        firstAdmin = new FirstAdmin(accounts, invitations);
        demoAccounts = new DemoAccounts(accounts, passwords, clock);
    }

    /**
     * Lets the right people in: the demonstration's where {@code withDemo} says so and nobody else of them, and the first
     * admin by a link.
     */
    public Future<Void> open(boolean withDemo) {
        Future<List<DemoAccounts.DemoAccount>> demonstration =
                withDemo ? demoAccounts.open() : demoAccounts.close().map(List.of());
        return ended.start()
                .compose(listening -> demonstration)
                .compose(opened -> {
                    demo = opened;
                    return withDemo ? Future.succeededFuture(Optional.<String>empty()) : firstAdmin.link();
                })
                .onSuccess(link -> setupPath = link.orElse(null))
                .mapEmpty();
    }

    // Rows that nobody asks for any more.
    private static void sweep(Sessions sessions, SignInTries tries) {
        Future.all(sessions.forgetOver(), tries.forgetOld())
                .onFailure(failure -> LOG.warn("old sessions not removed cause={}", failure.toString()));
    }

    public void mount(Api api) {
        signIn.mount(api);
        deskRoutes.mount(api);
        live.mount(api);
        own.mount(api);
        people.mount(api);
    }

    /** Who of the staff may call; see {@link Guard}. */
    public Guard guard() {
        return guard;
    }

    /** The demonstration's people with their passwords of this start; empty when there is none. */
    public List<DemoAccounts.DemoAccount> demo() {
        return demo;
    }

    /** Where the first admin is made, '/signin#invitation=…', for the operator's eyes only; empty when there is one. */
    public Optional<String> setupPath() {
        return Optional.ofNullable(setupPath);
    }

    public Future<Void> close() {
        live.stop();
        vertx.cancelTimer(sweeper);
        return ended.close().eventually(passwords::close);
    }
}
