package outfitter.server.http;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.util.function.Consumer;

/**
 * A small real server on a free port for tests of a few operations, without a database: what the test mounts, between the
 * security headers and the problem handler. Used from the test's own thread; close it at the end.
 */
public final class ApiServer {
    private final Vertx vertx;
    private final HttpServer server;
    private final WebClient client;
    private final Api api;

    private ApiServer(Vertx vertx, HttpServer server, Api api) {
        this.vertx = vertx;
        this.server = server;
        this.api = api;
        client = WebClient.create(vertx, new WebClientOptions().setDefaultPort(server.actualPort()));
    }

    /** Serves what {@code mounting} mounts, with {@code guard} before it. */
    public static ApiServer with(Guard guard, Consumer<Api> mounting) throws Exception {
        Vertx vertx = Vertx.vertx();
        Router router = Router.router(vertx);
        Api api = new Api(router, guard);
        router.route().handler(new SecurityHeaders());
        mounting.accept(api);
        new ProblemHandler().mount(router);
        HttpServer server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .await(10, SECONDS);
        return new ApiServer(vertx, server, api);
    }

    /** Serves what {@code mounting} mounts for the public. */
    public static ApiServer with(Consumer<Api> mounting) throws Exception {
        return with(Guard.PUBLIC_ONLY, mounting);
    }

    public Api api() {
        return api;
    }

    public Vertx vertx() {
        return vertx;
    }

    public int port() {
        return server.actualPort();
    }

    /** A request to be completed by the test. */
    public HttpRequest<Buffer> request(HttpMethod method, String path) {
        return client.request(method, path);
    }

    public HttpResponse<Buffer> get(String path) throws Exception {
        return request(HttpMethod.GET, path).send().await(10, SECONDS);
    }

    /** Posts {@code json} as it is. */
    public HttpResponse<Buffer> post(String path, String json) throws Exception {
        return request(HttpMethod.POST, path)
                .putHeader("Content-Type", "application/json")
                .sendBuffer(Buffer.buffer(json))
                .await(10, SECONDS);
    }

    /** Stops as the server does: takes nothing new and lets what runs end, for half a minute at most. */
    public Future<Void> drain() {
        return server.shutdown(30, SECONDS);
    }

    public void close() throws Exception {
        client.close();
        vertx.close().await(10, SECONDS);
    }
}
