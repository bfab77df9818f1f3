package outfitter.server;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import outfitter.assist.Assist;
import outfitter.models.secret.Secrets;
import outfitter.models.shop.Catalogues;
import outfitter.models.shop.CurrentCatalogue;
import outfitter.models.shop.ProductCards;
import outfitter.models.shop.Stocks;
import outfitter.recommender.Recommender;
import outfitter.server.channel.Channel;
import outfitter.server.channel.Notepad;
import outfitter.server.channel.Typing;
import outfitter.server.channel.directline.DirectLine;
import outfitter.server.channel.directline.Streams;
import outfitter.server.http.Access;
import outfitter.server.http.Api;
import outfitter.server.http.ProblemHandler;
import outfitter.server.http.SecurityHeaders;
import outfitter.server.http.StaticPages;
import outfitter.server.operation.Health;
import outfitter.server.operation.Metrics;
import outfitter.server.postgres.Database;
import outfitter.server.postgres.Postgres;
import outfitter.server.site.Site;
import outfitter.server.site.Visitors;
import outfitter.server.staff.StaffGuard;
import outfitter.server.staff.StaffSide;
import outfitter.server.studio.Studio;

/** The server put together: read {@link #start} from top to bottom. */
public final class ServerVerticle extends VerticleBase {
    /** What customers call the bot. */
    private static final String BOT_NAME = "Outfitter";

    private static final int FRAME_LIMIT = 256 * 1024;
    private static final int IDLE_SECONDS = 120;
    private static final long DRAIN_SECONDS = 5;

    private final ServerConfig config;
    private final Postgres postgres;
    private final Metrics metrics;
    private final StaticPages pages;
    private @Nullable Database database;
    private @Nullable Core core;
    private @Nullable Streams streams;
    private @Nullable Assist assist;
    private @Nullable StaffSide staff;
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
        Core core = Core.over(vertx, database, postgres, clock);
        this.database = database;
        this.core = core;
        Visitors visitors = new Visitors(core.conversations(), core.customers(), core.timeline(), core.merges(), clock);
        return Site.open(config.site(), config.demo(), new Secrets(database.pool(), clock), visitors, clock)
                .compose(site -> serve(site, core, database, clock));
    }

    private Future<HttpServer> serve(Site site, Core core, Database database, Clock clock) {
        CurrentCatalogue catalogue = new CurrentCatalogue(new Catalogues(database.pool()));
        Recommender recommender = new Recommender(vertx, database.pool(), catalogue, clock);
        Assist assist = new Assist(
                vertx.getOrCreateContext(),
                database.pool(),
                core.conversations(),
                core.timeline(),
                core.news(),
                catalogue,
                recommender,
                clock);
        ProductCards products = new ProductCards(catalogue, new Stocks(database.pool()));
        Typing typing = new Typing();
        streams = new Streams(
                vertx,
                site.visitors(),
                core.conversations(),
                products,
                core.news(),
                typing,
                new DeskStandings(assist.waitingRoom()),
                clock);
        StaffSide staff =
                new StaffSide(vertx, database.pool(), assist, core.conversations(), core.news(), typing, clock);
        List<Channel> channels = List.of(new DirectLine(site, new Notepad(core.timeline()), typing, streams, BOT_NAME));
        health = new Health(database);

        Router router = Router.router(vertx);
        router.route().handler(new SecurityHeaders());
        api = new Api(
                router,
                (ctx, needed) -> needed == Access.VISITOR
                        ? site.admit(ctx)
                        : staff.guard().admit(ctx, needed));
        health.mount(api);
        metrics.mount(router);
        site.mount(api);
        channels.forEach(channel -> channel.mount(api));
        staff.mount(api);
        new Studio(recommender, catalogue, database.pool(), clock, StaffGuard::account).mount(api);
        api.mountDocument();
        (config.demo() ? pages : pages.without("tour")).mount(router);
        new ProblemHandler().mount(router);
        HttpServer server = vertx.createHttpServer(options()).requestHandler(router);
        http = server;
        this.assist = assist;
        this.staff = staff;
        return catalogue
                .reload()
                .compose(loaded -> recommender.start())
                .compose(ready -> assist.start())
                .compose(ready -> staff.open(config.demo() && config.isLoopback()))
                .compose(open -> server.listen(config.port(), config.host()));
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
        Future<Void> drained = http == null ? Future.succeededFuture() : http.shutdown(DRAIN_SECONDS, TimeUnit.SECONDS);
        if (assist != null) assist.stop();
        return drained.eventually(() -> staff == null ? Future.succeededFuture() : staff.close())
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
