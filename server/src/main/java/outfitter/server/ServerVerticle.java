package outfitter.server;

import io.micrometer.core.instrument.Gauge;
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
import outfitter.models.secret.Secrets;
import outfitter.server.channel.Channel;
import outfitter.server.channel.Reception;
import outfitter.server.channel.Typing;
import outfitter.server.channel.Words;
import outfitter.server.channel.delivery.ReplyTracks;
import outfitter.server.channel.directline.DirectLine;
import outfitter.server.channel.directline.Streams;
import outfitter.server.channel.post.Post;
import outfitter.server.channel.service.PushChannel;
import outfitter.server.channel.whatsapp.WhatsApp;
import outfitter.server.command.IndexCommand;
import outfitter.server.core.Core;
import outfitter.server.demo.DemoConversations;
import outfitter.server.facts.ShopFacts;
import outfitter.server.http.Api;
import outfitter.server.http.Front;
import outfitter.server.http.ProblemHandler;
import outfitter.server.http.SecurityHeaders;
import outfitter.server.http.StaticPages;
import outfitter.server.operation.Health;
import outfitter.server.operation.Metrics;
import outfitter.server.operation.ReplyTimes;
import outfitter.server.postgres.Database;
import outfitter.server.postgres.Postgres;
import outfitter.server.recommend.Recommend;
import outfitter.server.shop.DemoRoutes;
import outfitter.server.shop.Shop;
import outfitter.server.site.SetupRoutes;
import outfitter.server.site.Site;
import outfitter.server.site.Visitors;
import outfitter.server.staff.StaffGuard;
import outfitter.server.staff.StaffSide;
import outfitter.server.studio.Studio;
import outfitter.server.studio.training.Training;

/** The server put together: read {@link #start} from top to bottom. */
public final class ServerVerticle extends VerticleBase {
    private static final Logger LOG = LoggerFactory.getLogger(ServerVerticle.class);

    /** What customers call the bot. */
    private static final String BOT_NAME = "Outfitter";

    private static final int FRAME_LIMIT = 256 * 1024;
    private static final int IDLE_SECONDS = 120;
    /** Three hundred products may be named in one question. */
    private static final int LONGEST_QUESTION = 16 * 1024;

    private static final long DRAIN_SECONDS = 5;
    private static final Duration ENDING = Duration.ofSeconds(8);

    private final ServerConfig config;
    private final Postgres postgres;
    private final Metrics metrics;
    private final StaticPages pages;
    private final Endings endings = new Endings(ENDING);
    private @Nullable StaffSide staff;
    private @Nullable Training training;
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
        endings.add(database::close);
        endings.add(core.timeline()::close);
        Future<?> shop = config.demo() ? new DemoShop(vertx, db, clock).openIfEmpty() : Future.succeededFuture();
        Visitors visitors = new Visitors(core.conversations(), core.customers(), core.timeline(), core.merges(), clock);
        return shop.compose(open -> Site.open(config.site(), config.demo(), new Secrets(db, clock), visitors, clock))
                .compose(site -> serve(site, core, database, clock));
    }

    private Future<HttpServer> serve(Site site, Core core, Database database, Clock clock) {
        Pool db = database.pool();
        Wares wares = Wares.over(vertx, db, IndexCommand.file(config), clock);
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
        Recommend recommend = new Recommend(
                wares.recommender(),
                wares.catalogue(),
                core.conversations(),
                db,
                clock,
                StaffGuard::account,
                ShopFacts::keyOf);
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
        FactSources facts = new FactSources(
                vertx, db, () -> postgres.address().connectOptions(), config, wares, shop, site.visitors(), clock);
        DeskStandings standings = new DeskStandings(assist.waitingRoom());
        Streams streams = new Streams(
                vertx, site.visitors(), core.conversations(), wares.cards(), core.news(), typing, standings, clock);
        ReplyTimes times = new ReplyTimes(metrics.registry());
        this.staff = staff;
        endings.add(facts::close);
        endings.add(staff::close);
        endings.addAtOnce(assist::stop);
        endings.addAtOnce(wares.recommender()::close);
        return facts.listen()
                .compose(listening -> Future.all(wares.load(), core.timeline().open()))
                .compose(loaded -> assist.start())
                .compose(ready -> staff.open(isDemonstration()))
                .compose(open -> Training.open(
                        vertx,
                        db,
                        () -> postgres.address().connectOptions(),
                        BotReception.LANGUAGE,
                        config.means(),
                        metrics.registry(),
                        clock,
                        StaffGuard::account))
                .compose(training -> {
                    endings.add(training::close);
                    this.training = training;
                    return BotReception.hired(core, wares, training, new DeskEscalations(assist.waitingRoom()), times);
                })
                .compose(bot -> {
                    endings.addAtOnce(bot::close);
                    Post post = new Post(
                            services(bot.words()),
                            core,
                            site,
                            bot,
                            bot.words(),
                            wares.cards(),
                            tracks,
                            metrics.registry());
                    endings.addAtOnce(post::close);
                    List<Channel> channels = new ArrayList<>(post.hooks());
                    channels.add(new DirectLine(site, bot, typing, streams, BOT_NAME));
                    Health health = new Health(database);
                    return listen(routes(health, site, shop, staff, studio, recommend, post, channels, facts))
                            .onSuccess(listening -> endings.addAtOnce(facts::interrupt))
                            .onSuccess(listening -> endings.addAtOnce(streams::close))
                            .onSuccess(listening -> endings.addAtOnce(health::drain))
                            .compose(listening -> bot.start().map(started -> listening))
                            .compose(listening -> shop.start().map(started -> listening))
                            .compose(listening -> post.start().map(started -> listening))
                            .onSuccess(listening -> facts.open())
                            .onSuccess(listening -> converse(site, core, db, bot));
                });
    }

    /** The messaging services that an operator connected: one line each. */
    private List<PushChannel> services(Words words) {
        return Stream.of(config.whatsapp().map(whatsapp -> new WhatsApp(vertx, whatsapp, words.choose())))
                .<PushChannel>flatMap(Optional::stream)
                .toList();
    }

    // Beside everything else: whoever opens the demonstration at once sees them arrive.
    private void converse(Site site, Core core, Pool db, Reception bot) {
        if (!config.demo()) return;
        new DemoConversations(vertx, db, site.visitors(), core.conversations(), core.news(), bot)
                .playOnce()
                .onFailure(failure -> LOG.warn("demo conversations not played", failure));
    }

    private Router routes(
            Health health,
            Site site,
            Shop shop,
            StaffSide staff,
            Studio studio,
            Recommend recommend,
            Post post,
            List<Channel> channels,
            FactSources facts) {
        Router router = Router.router(vertx);
        Front front = new Front(config.site().publicUrl(), config.site().proxies());
        router.route().handler(front);
        router.route().handler(new SecurityHeaders());
        Api api = new Api(router, (ctx, needed) -> switch (needed) {
            case VISITOR -> site.admit(ctx);
            case KEY -> facts.admit(ctx);
            default -> staff.guard().admit(ctx, needed);
        });
        this.api = api;
        health.mount(api);
        metrics.mount(router);
        site.mount(api);
        new SetupRoutes(config.site(), site.origins(), front).mount(api);
        channels.forEach(channel -> channel.mount(api));
        post.mount(api);
        staff.mount(api);
        studio.mount(api);
        recommend.mount(api);
        Objects.requireNonNull(training).mount(api);
        shop.mount(api);
        facts.mount(api);
        if (isDemonstration()) new DemoRoutes(site.identities(), staff::demo).mount(api);
        api.mountDocument();
        Gauge.builder("outfitter.requests", api, Api::underWay)
                .description("requests whose work has not ended; beyond 4,000 they are turned away")
                .register(metrics.registry());
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
        endings.add(() -> server.shutdown(DRAIN_SECONDS, TimeUnit.SECONDS));
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
        return endings.run();
    }

    private static HttpServerOptions options() {
        return new HttpServerOptions()
                .setIdleTimeout(IDLE_SECONDS)
                .setMaxInitialLineLength(LONGEST_QUESTION)
                .setMaxWebSocketFrameSize(FRAME_LIMIT)
                .setMaxWebSocketMessageSize(FRAME_LIMIT)
                .setPerMessageWebSocketCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false);
    }
}
