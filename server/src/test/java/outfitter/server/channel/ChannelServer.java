package outfitter.server.channel;

import static java.util.concurrent.TimeUnit.SECONDS;

import com.fasterxml.jackson.databind.node.NullNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import outfitter.bot.Receptionist;
import outfitter.bot.routine.DatabaseShop;
import outfitter.bot.texts.Texts;
import outfitter.models.conversation.Conversation;
import outfitter.models.conversation.ConversationId;
import outfitter.models.conversation.Conversations;
import outfitter.models.conversation.Entry;
import outfitter.models.conversation.EntryBody;
import outfitter.models.customer.Customers;
import outfitter.models.delivery.Deliveries;
import outfitter.models.delivery.Outbox;
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
import outfitter.recommender.Recommender;
import outfitter.server.channel.delivery.ReplyTracks;
import outfitter.server.channel.post.Post;
import outfitter.server.channel.service.PushChannel;
import outfitter.server.core.Core;
import outfitter.server.http.Access;
import outfitter.server.http.Api;
import outfitter.server.http.ProblemHandler;
import outfitter.server.http.TrustedProxies;
import outfitter.server.site.Identities;
import outfitter.server.site.Identity;
import outfitter.server.site.Site;
import outfitter.server.site.SiteConfig;
import outfitter.server.site.Visitors;

/** Hooks, journal, outbox and deliverer on a real port and a real database, with a bot that answers as the test says. */
public final class ChannelServer implements AutoCloseable {
    public final Vertx vertx = Vertx.vertx();
    public final ShiftedClock clock = new ShiftedClock();
    public final Pool db;
    public final Conversations conversations;
    public final Timeline timeline;
    public final Outbox outbox;
    public final Deliveries deliveries;
    public final PushChannel channel;
    public final Site site;
    public final BlockingQueue<Deliveries.Delivery> told = new LinkedBlockingQueue<>();

    private static final String IDENTITY_SECRET = "shared between the shop and us";

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Post post;
    private final HttpServer server;
    private final WebClient http;

    /** @param bot what the bot says to a text */
    public ChannelServer(
            PgConnectOptions database,
            Function<Vertx, PushChannel> service,
            Function<Incoming, EntryBody.BotMessage> bot)
            throws Exception {
        db = PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(8))
                .connectingTo(database)
                .using(vertx)
                .build();
        // What an earlier test left undelivered is not this one's.
        db.query("truncate outbox").execute().await(10, SECONDS);
        conversations = new Conversations(db);
        News news = new News();
        timeline = new Timeline(vertx, database, conversations, news, clock);
        outbox = new Outbox(db);
        deliveries = new Deliveries(db);
        channel = service.apply(vertx);
        ReplyTracks tracks = new ReplyTracks(db);
        tracks.subscribe(told::add);
        Merges merges = new Merges(db, timeline, clock);
        Customers customers = new Customers(db);
        Visitors visitors = new Visitors(conversations, customers, timeline, merges, clock);
        site = Site.open(
                        new SiteConfig(
                                List.of(),
                                Optional.of(IDENTITY_SECRET),
                                Optional.of("https://shop.example"),
                                TrustedProxies.NONE),
                        false,
                        new Secrets(db, clock),
                        visitors,
                        clock)
                .await(10, SECONDS);
        CurrentCatalogue catalogue = new CurrentCatalogue(new Catalogues(db));
        Core core = new Core(vertx, db, conversations, customers, news, timeline, merges, clock, false);
        ProductCards products = new ProductCards(catalogue, new Stocks(db));
        post = new Post(List.of(channel), core, site, new Answering(bot), words(catalogue), products, tracks, meters);
        Router router = Router.router(vertx);
        Api api =
                new Api(router, (ctx, needed) -> needed == Access.VISITOR ? site.admit(ctx) : Future.succeededFuture());
        site.mount(api);
        post.mount(api);
        post.hooks().forEach(hook -> hook.mount(api));
        new ProblemHandler().mount(router);
        server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .await(10, SECONDS);
        http = WebClient.create(vertx);
        post.start().await(10, SECONDS);
    }

    /** The sentences of the shop's own file. */
    private Words words(CurrentCatalogue catalogue) {
        DatabaseShop shop = new DatabaseShop(db, catalogue, new Recommender(vertx, db, catalogue, clock));
        return new Words(Texts.load(Locale.UK, ZoneId.of("Europe/London"), Receptionist.lines(shop)));
    }

    /** A visitor's token and id, of somebody whom the shop's page signed in where {@code customer} is given. */
    public JsonObject visitor(@Nullable String customer, @Nullable String phone) throws Exception {
        JsonObject ask = new JsonObject();
        if (customer != null) {
            Identity identity = new Identity(customer, null, null, phone);
            ask.put("identity", new Identities(IDENTITY_SECRET, clock).sign(identity, Duration.ofMinutes(10)));
        }
        return post("/api/site/token", ask, "").bodyAsJsonObject();
    }

    /** Posts to the API as a visitor. */
    public HttpResponse<Buffer> post(String path, JsonObject body, String token) throws Exception {
        HttpRequest<Buffer> request = http.post(server.actualPort(), "127.0.0.1", path);
        if (!token.isEmpty()) request.bearerTokenAuthentication(token);
        return request.sendJsonObject(body).await(10, SECONDS);
    }

    /** Calls the hook; the status that it answered with. */
    public int call(ChannelPeer.Call call) throws Exception {
        HttpRequest<Buffer> request =
                http.request(HttpMethod.POST, server.actualPort(), "127.0.0.1", "/hooks/" + channel.id());
        call.headers().forEach(request::putHeader);
        return request.sendBuffer(call.body()).await(20, SECONDS).statusCode();
    }

    public HttpResponse<Buffer> get(String path) throws Exception {
        return http.get(server.actualPort(), "127.0.0.1", path).send().await(10, SECONDS);
    }

    public Conversation at(String customer) throws Exception {
        return conversations
                .byAddress(channel.id() + ":" + customer)
                .await(5, SECONDS)
                .orElseThrow();
    }

    public List<Entry> entries(String customer) throws Exception {
        return conversations.entries(at(customer).id(), 0, 10_000).await(5, SECONDS);
    }

    /** What customers wrote, in order. */
    public List<String> said(String customer) throws Exception {
        return entries(customer).stream()
                .filter(entry -> entry.body() instanceof EntryBody.CustomerMessage)
                .map(entry -> ((EntryBody.CustomerMessage) entry.body()).text())
                .toList();
    }

    /** Lets something happen in a conversation, as one turn. */
    public Advance happens(ConversationId conversation, String key, EntryBody... bodies) throws Exception {
        return timeline.advance(
                        conversation, Cause.inner("test", key), (now, at) -> Future.succeededFuture(List.of(bodies)))
                .await(5, SECONDS);
    }

    /** The next news of a delivery that {@code is} about; others are passed over. */
    public Deliveries.Delivery nextTold(java.util.function.Predicate<Deliveries.Delivery> is)
            throws InterruptedException {
        while (true) {
            Deliveries.Delivery delivery = told.poll(20, SECONDS);
            if (delivery == null) throw new AssertionError("no news of a delivery");
            if (is.test(delivery)) return delivery;
        }
    }

    public double gauge(String name) {
        return meters.get(name).gauge().value();
    }

    private final class Answering implements Reception {
        private final Function<Incoming, EntryBody.BotMessage> bot;

        Answering(Function<Incoming, EntryBody.BotMessage> bot) {
            this.bot = bot;
        }

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
            turn.add(new EntryBody.CustomerMessage(message.text(), message.address(), message.attachments()));
            if (now.state().openEpisode().isEmpty()) {
                turn.add(new EntryBody.EpisodeOpened(now.state().nextEpisode(), null));
            }
            turn.add(new EntryBody.BotTrace(
                    List.of(now.head() + 1),
                    List.of(),
                    Map.of(),
                    "",
                    "reply",
                    null,
                    List.of(),
                    0.1,
                    NullNode.getInstance()));
            turn.add(bot.apply(message));
            return turn;
        }

        @Override
        public void typing(ConversationId conversation) {}
    }

    @Override
    public void close() throws java.util.concurrent.TimeoutException {
        post.close();
        server.close().await(10, SECONDS);
        timeline.close().await(10, SECONDS);
        db.close().await(10, SECONDS);
        vertx.close().await(10, SECONDS);
    }
}
