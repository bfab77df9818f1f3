package outfitter.server;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import outfitter.server.http.Api;
import outfitter.server.http.Guard;
import outfitter.server.http.ProblemHandler;
import outfitter.server.http.SecurityHeaders;
import outfitter.server.http.StaticPages;
import outfitter.server.operation.Health;
import outfitter.server.operation.Metrics;
import outfitter.server.postgres.Database;
import outfitter.server.postgres.Postgres;

/** The server put together: read {@link #start} from top to bottom. */
public final class ServerVerticle extends VerticleBase {
    private static final int FRAME_LIMIT = 256 * 1024;
    private static final int IDLE_SECONDS = 120;
    private static final long DRAIN_SECONDS = 5;

    private final ServerConfig config;
    private final Postgres postgres;
    private final Metrics metrics;
    private final StaticPages pages;
    private @Nullable Database database;
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
        Router router = Router.router(vertx);
        router.route().handler(new SecurityHeaders());
        api = new Api(router, Guard.PUBLIC_ONLY);
        database = new Database(vertx, postgres);
        health = new Health(database);

        health.mount(api);
        metrics.mount(router);
        api.mountDocument();
        (config.demo() ? pages : pages.without("tour")).mount(router);
        new ProblemHandler().mount(router);
        http = vertx.createHttpServer(options()).requestHandler(router);
        return http.listen(config.port(), config.host());
    }

    /** The register of what is mounted; only after the start. */
    Api api() {
        return Objects.requireNonNull(api);
    }

    /** The port listened on, which for port 0 is known only after the start. */
    int port() {
        return http == null ? config.port() : http.actualPort();
    }

    /** Lets running requests end, for some seconds at most, and takes no new ones. */
    @Override
    public Future<?> stop() {
        if (health != null) health.drain();
        Future<Void> drained = http == null ? Future.succeededFuture() : http.shutdown(DRAIN_SECONDS, TimeUnit.SECONDS);
        return drained.eventually(() -> database == null ? Future.succeededFuture() : database.close());
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
