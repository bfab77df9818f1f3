package outfitter.server.channel.directline;

import static java.util.concurrent.TimeUnit.SECONDS;

import com.fasterxml.jackson.databind.node.NullNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import outfitter.models.conversation.Conversation;
import outfitter.models.conversation.ConversationId;
import outfitter.models.conversation.Conversations;
import outfitter.models.conversation.EntryBody;
import outfitter.models.customer.Customers;
import outfitter.models.journal.Advance;
import outfitter.models.journal.Cause;
import outfitter.models.journal.Merges;
import outfitter.models.journal.News;
import outfitter.models.journal.Timeline;
import outfitter.models.secret.Secrets;
import outfitter.models.shop.Catalogues;
import outfitter.models.shop.CurrentCatalogue;
import outfitter.models.shop.ProductCards;
import outfitter.models.shop.Stocks;
import outfitter.server.channel.Incoming;
import outfitter.server.channel.Received;
import outfitter.server.channel.Reception;
import outfitter.server.channel.Typing;
import outfitter.server.http.Access;
import outfitter.server.http.Api;
import outfitter.server.http.ProblemHandler;
import outfitter.server.http.SecurityHeaders;
import outfitter.server.http.TrustedProxies;
import outfitter.server.site.Identities;
import outfitter.server.site.Identity;
import outfitter.server.site.Site;
import outfitter.server.site.SiteConfig;
import outfitter.server.site.Visitors;

/**
 * The site and its chat on a real port and a real database, with a bot that repeats what it hears. What the shop's other
 * parts would do in a conversation, the test does by {@link #happens}.
 */
final class SiteServer implements AutoCloseable {
    static final String IDENTITY_SECRET = "shared between the shop and us";
    static final String SHOP = "https://shop.example";

    final Vertx vertx = Vertx.vertx();
    final Pool db;
    final Conversations conversations;
    final Timeline timeline;
    final Merges merges;
    final Site site;
    final Typing typing = new Typing();
    final Streams streams;
    final CurrentCatalogue catalogue;
    final Map<ConversationId, Standings.Standing> queue = new java.util.concurrent.ConcurrentHashMap<>();
    final Queue<ConversationId> customersTyping = new ConcurrentLinkedQueue<>();
    private final Clock clock;
    private final HttpServer server;

    SiteServer(PgConnectOptions database) throws Exception {
        this(database, Clock.systemUTC());
    }

    SiteServer(PgConnectOptions database, Clock clock) throws Exception {
        this.clock = clock;
        db = PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(8))
                .connectingTo(database)
                .using(vertx)
                .build();
        conversations = new Conversations(db);
        News news = new News();
        timeline = new Timeline(vertx, database, conversations, news, clock);
        merges = new Merges(db, timeline, clock);
        Visitors visitors = new Visitors(conversations, new Customers(db), timeline, merges, clock);
        site = Site.open(config(), false, new Secrets(db, clock), visitors, clock)
                .await(10, SECONDS);
        catalogue = new CurrentCatalogue(new Catalogues(db));
        ProductCards cards = new ProductCards(catalogue, new Stocks(db));
        Standings standings = id -> Future.succeededFuture(Optional.ofNullable(queue.get(id)));
        streams = new Streams(vertx, visitors, conversations, cards, news, typing, standings, clock);
        server = listen();
    }

    private static SiteConfig config() {
        return new SiteConfig(List.of(SHOP), Optional.of(IDENTITY_SECRET), Optional.empty(), TrustedProxies.NONE);
    }

    private HttpServer listen() throws Exception {
        Router router = Router.router(vertx);
        router.route().handler(new SecurityHeaders());
        Api api = new Api(
                router,
                (ctx, needed) -> needed == Access.VISITOR
                        ? site.admit(ctx)
                        : Future.failedFuture(new IllegalStateException("nobody else calls here")));
        site.mount(api);
        new DirectLine(site, new Parrot(), typing, streams, "Pip").mount(api);
        new ProblemHandler().mount(router);
        return vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .await(10, SECONDS);
    }

    int port() {
        return server.actualPort();
    }

    /** What the shop's own server would sign. */
    String identity(String customer, String name) {
        return new Identities(IDENTITY_SECRET, clock)
                .sign(new Identity(customer, name, null, null), Duration.ofMinutes(10));
    }

    /** The conversation that a visitor's messages go to now. */
    Conversation conversation(String visitor) throws Exception {
        return conversations.byAddress("site:" + visitor).await(5, SECONDS).orElseThrow();
    }

    /** Lets something happen in a conversation, as one turn. */
    Advance happens(ConversationId conversation, String key, EntryBody... bodies) throws Exception {
        return timeline.advance(
                        conversation, Cause.inner("test", key), (now, at) -> Future.succeededFuture(List.of(bodies)))
                .await(5, SECONDS);
    }

    /** Repeats every word in the same turn. */
    private final class Parrot implements Reception {
        @Override
        public Future<Received> receive(Incoming message, Function<Conversation, Future<Void>> admission) {
            return timeline.receive(
                            message.address(),
                            message.id(),
                            (now, at) -> admission.apply(now).map(admitted -> turn(now, message)))
                    .map(advance -> advance.match(
                            done -> new Received(
                                    done.after().id(), done.entries().get(0).seq()),
                            known -> new Received(known.conversation(), known.seq()),
                            nothing -> {
                                throw new IllegalStateException("a message is always written");
                            }));
        }

        private List<EntryBody> turn(Conversation now, Incoming message) {
            List<EntryBody> turn = new ArrayList<>();
            turn.add(new EntryBody.CustomerMessage(message.text(), message.address()));
            if (now.state().openEpisode().isEmpty()) {
                turn.add(new EntryBody.EpisodeOpened(now.state().nextEpisode(), null));
            }
            long seq = now.head() + 1;
            turn.add(new EntryBody.BotTrace(
                    List.of(seq), List.of(), Map.of(), "", "reply", null, List.of(), 0.1, NullNode.getInstance()));
            turn.add(new EntryBody.BotMessage("You said: " + message.text(), List.of("Yes", "No"), List.of(), null));
            return turn;
        }

        @Override
        public void typing(ConversationId conversation) {
            customersTyping.add(conversation);
        }
    }

    @Override
    public void close() throws java.util.concurrent.TimeoutException {
        streams.close();
        server.close().await(10, SECONDS);
        timeline.close().await(10, SECONDS);
        db.close().await(10, SECONDS);
        vertx.close().await(10, SECONDS);
    }
}
