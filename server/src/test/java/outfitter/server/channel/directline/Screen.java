package outfitter.server.channel.directline;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A Direct Line socket as a client holds it. Waits for what is to come; closes in an instant. */
final class Screen implements AutoCloseable {
    private final WebSocket socket;
    private final BlockingQueue<Frame> arrived = new LinkedBlockingQueue<>();
    private final Deque<JsonObject> current = new ArrayDeque<>();
    private final Promise<Short> closed = Promise.promise();
    private volatile String watermark = "";
    private String seen = "";

    /** Activities, and where their client is when it has handled them. */
    private record Frame(List<JsonObject> activities, String watermark) {}

    private Screen(WebSocket socket) {
        this.socket = socket;
        socket.textMessageHandler(this::take);
        socket.closeHandler(
                gone -> closed.tryComplete(socket.closeStatusCode() == null ? 1006 : socket.closeStatusCode()));
    }

    static Screen open(WebSocketClient client, int port, String path) throws Exception {
        WebSocketConnectOptions options =
                new WebSocketConnectOptions().setHost("127.0.0.1").setPort(port).setURI(path);
        Promise<Screen> opened = Promise.promise();
        client.webSocket()
                .handler(socket -> {})
                .connect(options)
                .onSuccess(socket -> opened.complete(new Screen(socket)))
                .onFailure(opened::fail);
        return opened.future().await(10, SECONDS);
    }

    private void take(String frame) {
        JsonObject set = new JsonObject(frame);
        watermark = set.getString("watermark");
        List<JsonObject> activities = set.getJsonArray("activities").stream()
                .map(JsonObject.class::cast)
                .toList();
        arrived.add(new Frame(activities, watermark));
    }

    /** The next activity of the conversation, what is only of the moment left aside. */
    JsonObject next() throws Exception {
        return next("message");
    }

    /** The next activity of this type, others left aside. */
    JsonObject next(String type) throws Exception {
        while (true) {
            JsonObject activity = any();
            if (type.equals(activity.getString("type"))) return activity;
        }
    }

    /** The next activity, whatever it is. */
    JsonObject any() throws Exception {
        while (current.isEmpty()) {
            Frame frame = arrived.poll(10, SECONDS);
            if (frame == null) throw new AssertionError("nothing more came");
            current.addAll(frame.activities());
            seen = frame.watermark();
        }
        return current.remove();
    }

    /** The next event of this name. */
    JsonObject event(String name) throws Exception {
        while (true) {
            JsonObject event = next("event");
            if (name.equals(event.getString("name"))) return event;
        }
    }

    /** The next texts, in order. */
    List<String> texts(int count) throws Exception {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) texts.add(next().getString("text"));
        return texts;
    }

    /** Everything up to the end of the frame that the last activity came in: a client handles a frame whole. */
    List<JsonObject> restOfFrame() {
        List<JsonObject> rest = List.copyOf(current);
        current.clear();
        return rest;
    }

    /** How far this screen came, as a client would say it when it comes back. */
    String watermark() {
        return watermark;
    }

    /** The watermark of the frame that the last activity came in. */
    String seen() {
        return seen;
    }

    void send(String text) {
        socket.writeTextMessage(text);
    }

    WebSocket socket() {
        return socket;
    }

    /** Why the other side closed. */
    Future<Short> closed() {
        return closed.future();
    }

    @Override
    public void close() throws java.util.concurrent.TimeoutException {
        socket.close().await(5, SECONDS);
    }
}
