package outfitter.server.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import outfitter.models.json.Json;

/** The clients' side of the network: everything that they do runs on one context. */
final class Line implements AutoCloseable {
    static final String HOST = "127.0.0.1";
    private static final int CONNECTIONS = 200;
    private static final int SOCKETS = 20_000;
    private static final long PATIENCE_SECONDS = 120;
    private static final int FRAME_LIMIT = 1 << 24;
    private static final int SUCCESS = 300;

    private final Context context;
    private final HttpClientAgent http;
    private final WebSocketClient sockets;

    /** @param from which of this machine's own addresses to call from, 1 for the usual one */
    Line(Vertx vertx, Context context, int from) {
        this.context = context;
        String local = "127.0.0." + from;
        http = vertx.createHttpClient(
                new HttpClientOptions().setLocalAddress(local).setTcpNoDelay(true),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS));
        sockets = vertx.createWebSocketClient(new WebSocketClientOptions()
                .setLocalAddress(local)
                .setMaxFrameSize(FRAME_LIMIT)
                .setMaxMessageSize(FRAME_LIMIT)
                .setMaxConnections(SOCKETS));
    }

    Context context() {
        return context;
    }

    /** Does {@code work} on the context, and waits for what it comes to. Never to be called there. */
    <T> T await(Supplier<Future<T>> work) throws TimeoutException {
        Promise<T> done = Promise.promise();
        context.runOnContext(
                nothing -> Future.succeededFuture().compose(here -> work.get()).onComplete(done));
        return done.future().await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** An answer of the server's. */
    record Answer(int status, Map<String, String> cookies, Buffer body) {
        boolean isGood() {
            return status < SUCCESS;
        }

        JsonNode json() {
            return Json.read(body.toString(), JsonNode.class);
        }
    }

    Future<Answer> post(int port, String path, Map<String, String> headers, String body) {
        return send(HttpMethod.POST, port, path, headers, Buffer.buffer(body));
    }

    Future<Answer> get(int port, String path, Map<String, String> headers) {
        return send(HttpMethod.GET, port, path, headers, Buffer.buffer());
    }

    private Future<Answer> send(HttpMethod method, int port, String path, Map<String, String> headers, Buffer body) {
        RequestOptions options = new RequestOptions()
                .setMethod(method)
                .setHost(HOST)
                .setPort(port)
                .setURI(path);
        headers.forEach(options::putHeader);
        if (body.length() > 0) options.putHeader("Content-Type", "application/json");
        return http.request(options)
                .compose(request -> request.send(body)
                        .compose(response -> response.body()
                                .map(whole -> new Answer(
                                        response.statusCode(), cookies(response.getHeader("set-cookie")), whole))));
    }

    private static Map<String, String> cookies(@Nullable String set) {
        return set == null ? Map.of() : Map.of("Cookie", set.substring(0, set.indexOf(';')));
    }

    Future<WebSocket> socket(int port, String path, Map<String, String> headers) {
        WebSocketConnectOptions options =
                new WebSocketConnectOptions().setHost(HOST).setPort(port).setURI(path);
        headers.forEach(options::addHeader);
        return sockets.connect(options);
    }

    @Override
    public void close() {
        http.close();
        sockets.close();
    }
}
