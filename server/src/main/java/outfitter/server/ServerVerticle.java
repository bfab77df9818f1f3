package outfitter.server;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.assist.Assist;
import outfitter.models.demo.DemoShop;
import outfitter.models.intake.Intake;
import outfitter.models.intake.LeftCarts;
import outfitter.models.secret.Secrets;
import outfitter.server.channel.Channel;
import outfitter.server.channel.Post;
import outfitter.server.channel.PushChannel;
import outfitter.server.channel.Reception;
import outfitter.server.channel.ReplyTracks;
import outfitter.server.channel.Typing;
import outfitter.server.channel.Words;
import outfitter.server.channel.directline.DirectLine;
import outfitter.server.channel.directline.Streams;
import outfitter.server.channel.whatsapp.WhatsApp;
import outfitter.server.demo.DemoConversations;
import outfitter.server.facts.ShopFacts;
import outfitter.server.http.Api;
import outfitter.server.http.Failures;
import outfitter.server.http.Front;
import outfitter.server.http.ProblemHandler;
import outfitter.server.http.SecurityHeaders;
import outfitter.server.http.StaticPages;
import outfitter.server.intake.FactFollower;
import outfitter.server.intake.FactListener;
import outfitter.server.intake.StudioImport;
import outfitter.server.operation.Health;
import outfitter.server.operation.Metrics;
import outfitter.server.operation.ReplyTimes;
import outfitter.server.postgres.Database;
import outfitter.server.postgres.Postgres;
import outfitter.server.shop.DemoRoutes;
import outfitter.server.shop.Shop;
import outfitter.server.shopify.Shopify;
import outfitter.server.site.SetupRoutes;
import outfitter.server.site.Site;
import outfitter.server.site.Visitors;
import outfitter.server.staff.StaffGuard;
import outfitter.server.staff.StaffSide;
import outfitter.server.studio.Studio;

/** The server put together: read {@link #start} from top to bottom. */
public final class ServerVerticle extends VerticleBase {
    private static final Logger LOG = LoggerFactory.getLogger(ServerVerticle.class);

    /** What customers call the bot. */
    private static final String BOT_NAME = "Outfitter";

    private static final int FRAME_LIMIT = 256 * 1024;
    private static final int IDLE_SECONDS = 120;
    private static final Duration LEFT_CARTS = Duration.ofMinutes(10);
    private static final long DRAIN_SECONDS = 5;

    private final ServerConfig config;
    private final Postgres postgres;
    private final Metrics metrics;
    private final StaticPages pages;
    private @Nullable Database database;
    private @Nullable Core core;
    private @Nullable Streams streams;
    private @Nullable BotReception bot;
    private @Nullable Post post;
    private @Nullable Assist assist;
    private @Nullable StaffSide staff;
    private @Nullable FactListener facts;
    private @Nullable StudioImport studioImport;
    private @Nullable Shopify shopify;
    private @Nullable Health health;
    private @Nullable HttpServer http;
    private @Nullable Api api;

    public ServerVerticle(ServerConfig config, Postgres postgres, Metrics metrics, StaticPages pages) {
        this.config = config;
        this.postgres = postgres;
        this.metrics = metrics;
        this.pages = pages;
    }

    @Override
    public Future<?> start() {
        Clock clock = Clock.systemUTC();
        Database database = new Database(vertx, postgres);
        Pool db = database.pool();
        Core core = Core.over(vertx, database, postgres, clock);
        this.database = database;
        this.core = core;
        Future<?> shop = config.demo() ? new DemoShop(vertx, db, clock).openIfEmpty() : Future.succeededFuture();
        Visitors visitors = new Visitors(core.conversations(), core.customers(), core.timeline(), core.merges(), clock);
        return shop.compose(open -> Site.open(config.site(), config.demo(), new Secrets(db, clock), visitors, clock))
                .compose(site -> serve(site, core, database, clock));
    }

    private Future<HttpServer> serve(Site site, Core core, Database database, Clock clock) {
        Pool db = database.pool();
        Wares wares = Wares.over(vertx, db, clock);
        Typing typing = new Typing();
        ReplyTracks tracks = new ReplyTracks(db);
        Assist assist = new Assist(
                vertx.getOrCreateContext(),
                db,
                core.conversations(),
                core.timeline(),
                core.news(),
                wares.catalogue(),
                wares.recommender(),
                clock);
        StaffSide staff = new StaffSide(
                vertx,
                db,
                () -> postgres.address().connectOptions(),
                assist,
                core.conversations(),
                core.news(),
                typing,
                tracks,
                clock);
        Studio studio = new Studio(wares.recommender(), wares.catalogue(), db, clock, StaffGuard::account);
        StudioImport studioImport = new StudioImport(
                vertx,
                db,
                config.data().resolve("uploads"),
                clock,
                StaffGuard::account,
                () -> wares.catalogue()
                        .reload()
                        .compose(fresh -> wares.recommender().recount()));
        Shop shop = new Shop(
                db,
                wares.catalogue(),
                wares.cards(),
                site,
                core.conversations(),
                core.timeline(),
                wares.recommender().orderFeed(),
                clock,
                config.demo());
        Intake intake = new Intake(db, clock);
        Shopify shopify = new Shopify(vertx, db, intake, config.shopify(), clock);
        ShopFacts shopFacts = new ShopFacts(db, intake, clock);
        DeskStandings standings = new DeskStandings(assist.waitingRoom());
        Streams streams = new Streams(
                vertx, site.visitors(), core.conversations(), wares.cards(), core.news(), typing, standings, clock);
        ReplyTimes times = new ReplyTimes(metrics.registry());
        FactFollower follower = new FactFollower(
                vertx,
                new FactFollower.Parts(
                        wares.catalogue()::reload, wares::count, wares.recommender()::recount, shop::tellNews));
        FactListener facts = new FactListener(vertx, () -> postgres.address().connectOptions(), follower);
        this.assist = assist;
        this.staff = staff;
        this.streams = streams;
        this.facts = facts;
        this.studioImport = studioImport;
        this.shopify = shopify;
        return facts.start()
                .compose(listening -> wares.load())
                .compose(loaded -> assist.start())
                .compose(ready -> staff.open(isDemonstration()))
                .compose(open -> BotReception.hired(
                        vertx, core, db, wares, new DeskEscalations(assist.waitingRoom()), times, clock))
                .compose(bot -> {
                    this.bot = bot;
                    Post post = new Post(
                            vertx,
                            db,
                            services(bot.words()),
                            bot,
                            bot.words(),
                            core.conversations(),
                            core.timeline(),
                            core.news(),
                            core.merges(),
                            site,
                            tracks,
                            wares.catalogue(),
                            wares.cards(),
                            metrics.registry(),
                            config.site().publicUrl().orElse(null),
                            clock);
                    this.post = post;
                    List<Channel> channels = new ArrayList<>(post.hooks());
                    channels.add(new DirectLine(site, bot, typing, streams, BOT_NAME));
                    return listen(routes(
                                    database, site, shop, staff, studio, studioImport, channels, shopify, shopFacts))
                            .compose(listening -> bot.start().map(started -> listening))
                            .compose(listening -> shop.start().map(started -> listening))
                            .compose(listening -> post.start().map(started -> listening))
                            .onSuccess(listening -> follower.open())
                            .onSuccess(listening -> shopify.start())
                            .onSuccess(listening -> followCarts(new LeftCarts(db, clock)))
                            .onSuccess(listening -> converse(site, core, db, bot));
                });
    }

    /** The messaging services that an operator connected: one line each. */
    private List<PushChannel> services(Words words) {
        return Stream.of(config.whatsapp().map(whatsapp -> new WhatsApp(vertx, whatsapp, words.choose())))
                .<PushChannel>flatMap(Optional::stream)
                .toList();
    }

    private void followCarts(LeftCarts carts) {
        vertx.setPeriodic(
                LEFT_CARTS.toMillis(),
                tick -> carts.close()
                        .onFailure(failure -> LOG.warn("carts not looked after {}", Failures.describe(failure))));
    }

    // Beside everything else: whoever opens the demonstration at once sees them arrive.
    private void converse(Site site, Core core, Pool db, Reception bot) {
        if (!config.demo()) return;
        new DemoConversations(vertx, db, site.visitors(), core.conversations(), core.news(), bot)
                .playOnce()
                .onFailure(failure -> LOG.warn("demo conversations not played", failure));
    }

    private Router routes(
            Database database,
            Site site,
            Shop shop,
            StaffSide staff,
            Studio studio,
            StudioImport studioImport,
            List<Channel> channels,
            Shopify shopify,
            ShopFacts shopFacts) {
        Health health = new Health(database);
        this.health = health;
        Router router = Router.router(vertx);
        Front front = new Front(config.site().publicUrl(), config.site().proxies());
        router.route().handler(front);
        router.route().handler(new SecurityHeaders());
        Api api = new Api(router, (ctx, needed) -> switch (needed) {
            case VISITOR -> site.admit(ctx);
            case KEY -> shopFacts.admit(ctx);
            default -> staff.guard().admit(ctx, needed);
        });
        this.api = api;
        health.mount(api);
        metrics.mount(router);
        site.mount(api);
        new SetupRoutes(config.site(), site.origins(), front).mount(api);
        channels.forEach(channel -> channel.mount(api));
        if (post != null) post.mount(api);
        staff.mount(api);
        studio.mount(api);
        studioImport.mount(api);
        shop.mount(api);
        shopify.mount(api);
        shopFacts.mount(api);
        if (isDemonstration()) new DemoRoutes(site.identities(), staff::demo).mount(api);
        api.mountDocument();
        (config.demo() ? pages : pages.without("tour").beginningWith("start")).mount(router);
        new ProblemHandler().mount(router);
        return router;
    }

    // The demonstration's people and sign-ins exist only where nobody else can reach them.
    private boolean isDemonstration() {
        return config.demo() && config.isLoopback();
    }

    private Future<HttpServer> listen(Router router) {
        HttpServer server = vertx.createHttpServer(options()).requestHandler(router);
        http = server;
        return server.listen(config.port(), config.host());
    }

    /** The register of what is mounted; only after the start. */
    Api api() {
        return Objects.requireNonNull(api);
    }

    /** What the operator should read after the start. */
    List<String> notices(String url) {
        return staff == null ? List.of() : Notices.of(staff, url);
    }

    /** The port listened on, which for port 0 is known only after the start. */
    int port() {
        return http == null ? config.port() : http.actualPort();
    }

    /** Lets running requests end, for some seconds at most, and takes no new ones. */
    @Override
    public Future<?> stop() {
        if (health != null) health.drain();
        if (streams != null) streams.close();
        if (studioImport != null) studioImport.close();
        Future<Void> drained = http == null ? Future.succeededFuture() : http.shutdown(DRAIN_SECONDS, TimeUnit.SECONDS);
        if (bot != null) bot.close();
        if (post != null) post.close();
        if (assist != null) assist.stop();
        return drained.eventually(() -> shopify == null ? Future.succeededFuture() : shopify.close())
                .eventually(() -> staff == null ? Future.succeededFuture() : staff.close())
                .eventually(() -> facts == null ? Future.succeededFuture() : facts.close())
                .eventually(() -> core == null
                        ? Future.succeededFuture()
                        : core.timeline().close())
                .eventually(() -> database == null ? Future.succeededFuture() : database.close());
    }

    private static HttpServerOptions options() {
        return new HttpServerOptions()
                .setIdleTimeout(IDLE_SECONDS)
                .setMaxWebSocketFrameSize(FRAME_LIMIT)
                .setMaxWebSocketMessageSize(FRAME_LIMIT)
                .setPerMessageWebSocketCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false);
    }
}
