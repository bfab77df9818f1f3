package outfitter.server.channel.directline;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A browser on the shop's site: gets tokens, posts, reads, and opens screens that show the conversation live. */
final class Customer {
    private static final String ROOT = "/v3/directline";
    private static final int HUGE = 1 << 24;

    private final WebClient http;
    private final WebSocketClient sockets;
    private final int port;
    String token = "";
    String visitor = "";

    Customer(Vertx vertx, int port) {
        this.port = port;
        http = WebClient.create(vertx, new WebClientOptions().setDefaultPort(port));
        sockets = vertx.createWebSocketClient(
                new WebSocketClientOptions().setMaxFrameSize(HUGE).setMaxMessageSize(HUGE));
    }

    /** Somebody whom nobody knows. */
    static Customer anonymous(SiteServer server) throws Exception {
        Customer customer = new Customer(server.vertx, server.port());
        customer.arrive(new JsonObject());
        return customer;
    }

    /** Asks for a token; {@code ask} holds visitor and identity, or not. */
    Customer arrive(JsonObject ask) throws Exception {
        HttpResponse<Buffer> answer = post("/api/site/token", ask);
        if (answer.statusCode() != 200) throw new IllegalStateException("no token: " + answer.bodyAsString());
        JsonObject grant = answer.bodyAsJsonObject();
        token = grant.getString("token");
        visitor = grant.getString("conversationId");
        return this;
    }

    /** Says something; the id that it will come back with. */
    String say(String text) throws Exception {
        return posted(new JsonObject().put("type", "message").put("text", text));
    }

    /** Says something under a name of the client's own. */
    String say(String text, String clientId) throws Exception {
        return posted(new JsonObject()
                .put("type", "message")
                .put("text", text)
                .put("channelData", new JsonObject().put("clientActivityID", clientId)));
    }

    void type() throws Exception {
        posted(new JsonObject().put("type", "typing"));
    }

    private String posted(JsonObject activity) throws Exception {
        HttpResponse<Buffer> answer = postActivity(activity);
        if (answer.statusCode() != 200) throw new IllegalStateException(answer.bodyAsString());
        return answer.bodyAsJsonObject().getString("id");
    }

    HttpResponse<Buffer> postActivity(JsonObject activity) throws Exception {
        return post(ROOT + "/conversations/" + visitor + "/activities", activity);
    }

    /** A page of activities after {@code watermark}. */
    JsonObject read(String watermark) throws Exception {
        HttpResponse<Buffer> answer = get(ROOT + "/conversations/" + visitor + "/activities?watermark=" + watermark);
        if (answer.statusCode() != 200) throw new IllegalStateException(answer.bodyAsString());
        return answer.bodyAsJsonObject();
    }

    /** What is read page by page, to the end. */
    List<JsonObject> readAll() throws Exception {
        JsonArray all = new JsonArray();
        JsonObject page = read("");
        while (!page.getJsonArray("activities").isEmpty()) {
            all.addAll(page.getJsonArray("activities"));
            page = read(page.getString("watermark"));
        }
        return all.stream().map(JsonObject.class::cast).toList();
    }

    /** A screen that shows everything from the beginning. */
    Screen open() throws Exception {
        return screen(start().bodyAsJsonObject().getString("streamUrl"));
    }

    HttpResponse<Buffer> start() throws Exception {
        return post(ROOT + "/conversations", new JsonObject());
    }

    /** A screen that goes on where another one was cut. */
    Screen reopen(String watermark) throws Exception {
        return screen(reconnect(watermark).bodyAsJsonObject().getString("streamUrl"));
    }

    HttpResponse<Buffer> reconnect(String watermark) throws Exception {
        return get(ROOT + "/conversations/" + visitor + "?watermark=" + watermark);
    }

    Screen screen(String streamUrl) throws Exception {
        return Screen.open(sockets, port, streamUrl.replaceFirst("^ws://[^/]*", ""));
    }

    HttpResponse<Buffer> get(String path) throws Exception {
        return authorised(HttpMethod.GET, path, token).send().await(10, SECONDS);
    }

    HttpResponse<Buffer> post(String path, @Nullable JsonObject body) throws Exception {
        return post(path, body == null ? "" : body.encode());
    }

    HttpResponse<Buffer> post(String path, String body) throws Exception {
        return authorised(HttpMethod.POST, path, token)
                .putHeader("Content-Type", "application/json")
                .sendBuffer(Buffer.buffer(body))
                .await(20, SECONDS);
    }

    HttpRequest<Buffer> authorised(HttpMethod method, String path, String bearer) {
        return http.request(method, path).putHeader("Authorization", "Bearer " + bearer);
    }

    /** A request without a token. */
    HttpRequest<Buffer> request(HttpMethod method, String path) {
        return http.request(method, path);
    }
}
