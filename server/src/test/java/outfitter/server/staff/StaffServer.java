package outfitter.server.staff;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import outfitter.assist.Assist;
import outfitter.models.account.Account;
import outfitter.models.account.Accounts;
import outfitter.models.account.Role;
import outfitter.models.conversation.ConversationId;
import outfitter.models.conversation.Conversations;
import outfitter.models.conversation.Entry;
import outfitter.models.conversation.EntryBody;
import outfitter.models.conversation.Outcome;
import outfitter.models.journal.Cause;
import outfitter.models.journal.Merges;
import outfitter.models.journal.News;
import outfitter.models.journal.Timeline;
import outfitter.models.shop.Catalogue;
import outfitter.models.testing.TestDatabase;
import outfitter.recommender.Recommender;
import outfitter.server.channel.Typing;
import outfitter.server.channel.delivery.ReplyTracks;
import outfitter.server.http.Api;
import outfitter.server.http.ProblemHandler;
import outfitter.server.http.SecurityHeaders;

/** The staff's side on a real port and a real database. What customers and the bot do, the test does by {@link #says}. */
final class StaffServer implements AutoCloseable {
    static final String PASSWORD = "correct horse battery";

    final Vertx vertx = Vertx.vertx();
    final Pool db;
    final Conversations conversations;
    final Timeline timeline;
    final Merges merges;
    final Typing typing = new Typing();
    final Assist assist;
    final StaffSide staff;
    final Accounts accounts;
    final Api api;
    private final Passwords passwords;
    private final Clock clock;
    private final HttpServer server;

    StaffServer(TestDatabase database) throws Exception {
        this(database, Clock.systemUTC());
    }

    StaffServer(TestDatabase database, Clock clock) throws Exception {
        this.clock = clock;
        db = PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(8))
                .connectingTo(database.connectOptions())
                .using(vertx)
                .build();
        Context context = vertx.getOrCreateContext();
        conversations = new Conversations(db);
        News news = new News();
        timeline = new Timeline(vertx, database.connectOptions(), conversations, news, clock);
        merges = new Merges(db, timeline, clock);
        Recommender recommender = new Recommender(vertx, db, () -> Catalogue.EMPTY, clock);
        assist = new Assist(context, db, conversations, timeline, news, () -> Catalogue.EMPTY, recommender, clock);
        staff = new StaffSide(
                vertx, db, database::connectOptions, assist, conversations, news, typing, new ReplyTracks(db), clock);
        accounts = new Accounts(db);
        passwords = new Passwords(vertx);
        Router router = Router.router(vertx);
        router.route().handler(new SecurityHeaders());
        api = new Api(router, staff.guard());
        staff.mount(api);
        new ProblemHandler().mount(router);
        await(recommender.start());
        await(assist.start());
        server = await(vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
    }

    int port() {
        return server.actualPort();
    }

    /** An account with {@link #PASSWORD}. */
    Account account(String name, Role role) throws Exception {
        String hash = await(passwords.hash(PASSWORD));
        return await(accounts.add(name, name, hash, role, false, clock.instant()))
                .orElseThrow();
    }

    /** The screen of a new account of that role, signed in. */
    Screen signedIn(Role role) throws Exception {
        Account account = account(role.code() + "-" + UUID.randomUUID(), role);
        Screen screen = new Screen(vertx, port());
        screen.signIn(account.name(), PASSWORD);
        return screen;
    }

    /** A customer who asked for a person and waits. */
    ConversationId waiting(String visitor, String text) throws Exception {
        String address = "site:" + visitor;
        List<EntryBody> turn = List.of(
                new EntryBody.CustomerMessage(text, address),
                new EntryBody.EpisodeOpened(1, null),
                new EntryBody.HandedOff(1, "asked", text, Map.of(), null));
        await(timeline.receive(address, UUID.randomUUID().toString(), (now, at) -> Future.succeededFuture(turn)));
        return await(conversations.byAddress(address)).orElseThrow().id();
    }

    /** Somebody who wrote once, long ago. */
    ConversationId says(String visitor) throws Exception {
        String address = "site:" + visitor;
        List<EntryBody> turn = List.of(
                new EntryBody.CustomerMessage("Hello", address),
                new EntryBody.EpisodeOpened(1, null),
                new EntryBody.EpisodeEnded(1, Outcome.SOLVED_BY_BOT, null));
        await(timeline.receive(address, UUID.randomUUID().toString(), (now, at) -> Future.succeededFuture(turn)));
        return await(conversations.byAddress(address)).orElseThrow().id();
    }

    /** A further turn. */
    void says(ConversationId id, EntryBody... bodies) throws Exception {
        await(timeline.advance(
                id,
                Cause.inner("test", UUID.randomUUID().toString()),
                (now, at) -> Future.succeededFuture(List.of(bodies))));
    }

    List<Entry> entries(ConversationId id) throws Exception {
        return await(conversations.entries(id, 0, 10_000));
    }

    static <T> T await(Future<T> future) throws Exception {
        return future.await(10, SECONDS);
    }

    @Override
    public void close() throws TimeoutException {
        assist.stop();
        server.close().await(10, SECONDS);
        staff.close().await(10, SECONDS);
        timeline.close().await(10, SECONDS);
        db.close().await(10, SECONDS);
        vertx.close().await(10, SECONDS);
    }
}
