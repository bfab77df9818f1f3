package outfitter.server.staff;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Predicate;
import outfitter.models.conversation.ConversationId;

/** An agent's browser: calls the API with its cookie, and opens live sockets. */
final class Screen {
    private static final int HUGE = 1 << 24;

    private final WebClient http;
    private final WebSocketClient sockets;
    private final int port;
    private String cookie = "";

    Screen(Vertx vertx, int port) {
        this.port = port;
        http = WebClient.create(
                vertx, new WebClientOptions().setDefaultHost("127.0.0.1").setDefaultPort(port));
        sockets = vertx.createWebSocketClient(
                new WebSocketClientOptions().setMaxFrameSize(HUGE).setMaxMessageSize(HUGE));
    }

    HttpResponse<Buffer> signIn(String name, String password) throws Exception {
        HttpResponse<Buffer> answer =
                post("/api/session", new JsonObject().put("name", name).put("password", password));
        if (answer.statusCode() == 200) keep(answer);
        return answer;
    }

    /** Keeps the cookie that an answer set. */
    void keep(HttpResponse<Buffer> answer) {
        String set = answer.getHeader("set-cookie");
        cookie = set.substring(0, set.indexOf(';'));
    }

    String origin() {
        return "http://127.0.0.1:" + port;
    }

    HttpResponse<Buffer> get(String path) throws Exception {
        return request(HttpMethod.GET, path).send().await(10, SECONDS);
    }

    HttpResponse<Buffer> delete(String path) throws Exception {
        return request(HttpMethod.DELETE, path).send().await(10, SECONDS);
    }

    HttpResponse<Buffer> post(String path, JsonObject body) throws Exception {
        return sending(path, body).await(10, SECONDS);
    }

    Future<HttpResponse<Buffer>> sending(String path, JsonObject body) {
        return request(HttpMethod.POST, path).sendJsonObject(body);
    }

    /** An act with a fresh key. */
    HttpResponse<Buffer> act(ConversationId id, String act, JsonObject body) throws Exception {
        return post(path(id, act), keyed(body));
    }

    HttpResponse<Buffer> act(ConversationId id, String act) throws Exception {
        return act(id, act, new JsonObject());
    }

    static JsonObject keyed(JsonObject body) {
        return body.copy().put("key", UUID.randomUUID().toString());
    }

    static String path(ConversationId id, String act) {
        return "/api/conversations/" + id + "/" + act;
    }

    HttpRequest<Buffer> request(HttpMethod method, String path) {
        return http.request(method, path)
                .followRedirects(false)
                .putHeader("Cookie", cookie)
                .putHeader("Origin", origin());
    }

    Live live() throws Exception {
        return live(origin());
    }

    Live live(String origin) throws Exception {
        WebSocketConnectOptions options = new WebSocketConnectOptions()
                .setHost("127.0.0.1")
                .setPort(port)
                .setURI("/api/live")
                .addHeader("Cookie", cookie)
                .addHeader("Origin", origin);
        return sockets.connect(options).map(Live::new).await(10, SECONDS);
    }

    /** One live socket, with everything that it was told. */
    static final class Live {
        private final BlockingQueue<JsonObject> frames = new LinkedBlockingQueue<>();
        private final CompletableFuture<Short> closed = new CompletableFuture<>();
        private final WebSocket socket;

        Live(WebSocket socket) {
            this.socket = socket;
            socket.textMessageHandler(text -> frames.add(new JsonObject(text)));
            socket.closeHandler(gone -> closed.complete(socket.closeStatusCode()));
        }

        void send(JsonObject frame) throws Exception {
            send(frame.encode());
        }

        void send(String text) throws Exception {
            socket.writeTextMessage(text).await(5, SECONDS);
        }

        void watch(ConversationId id, long after) throws Exception {
            send(new JsonObject()
                    .put("type", "watch")
                    .put("conversation", id.toString())
                    .put("after", after));
        }

        /** The next frame of that type; others are passed over. */
        JsonObject next(String type) throws Exception {
            return next(frame -> type.equals(frame.getString("type")));
        }

        JsonObject next(Predicate<JsonObject> wanted) throws Exception {
            long deadline = System.nanoTime() + SECONDS.toNanos(10);
            while (true) {
                JsonObject frame = frames.poll(Math.max(1, (deadline - System.nanoTime()) / 1_000_000), MILLISECONDS);
                if (frame == null) throw new AssertionError("no such frame");
                if (wanted.test(frame)) return frame;
            }
        }

        /** Entries as they come, until one has this seq. */
        List<Long> seqsUntil(long last) throws Exception {
            List<Long> seqs = new ArrayList<>();
            while (seqs.isEmpty() || seqs.get(seqs.size() - 1) < last) {
                next("entries").getJsonArray("entries").forEach(entry -> seqs.add(((JsonObject) entry).getLong("seq")));
            }
            return seqs;
        }

        void pause() {
            socket.pause();
        }

        void resume() {
            socket.resume();
        }

        void close() throws Exception {
            socket.close().await(5, SECONDS);
        }

        short closeCode() throws Exception {
            return closed.get(10, SECONDS);
        }
    }
}
