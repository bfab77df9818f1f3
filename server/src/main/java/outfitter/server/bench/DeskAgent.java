package outfitter.server.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.http.WebSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import outfitter.models.json.Json;

/** One of the demonstration's agents at the desk, with the live socket open. */
final class DeskAgent {
    private final Line line;
    private final int port;
    private final Map<String, String> headers;
    private @Nullable WebSocket live;

    private DeskAgent(Line line, int port, Map<String, String> cookies) {
        this.line = line;
        this.port = port;
        headers = new HashMap<>(cookies);
        headers.put("Origin", origin(port));
    }

    private static String origin(int port) {
        return "http://" + Line.HOST + ":" + port;
    }

    /** Signs all of the demonstration's agents in; {@code listener} hears every frame of each. */
    static Future<List<DeskAgent>> arrive(Line line, int port, Consumer<String> listener) {
        return line.get(port, "/api/demo", Map.of()).compose(cast -> {
            List<Future<DeskAgent>> agents = StreamSupport.stream(
                            cast.json().get("accounts").spliterator(), false)
                    .filter(account -> account.get("role").textValue().equals("agent"))
                    .map(account -> arrive(line, port, account, listener))
                    .toList();
            return Future.all(agents)
                    .map(all -> agents.stream().map(Future::result).toList());
        });
    }

    private static Future<DeskAgent> arrive(Line line, int port, JsonNode account, Consumer<String> listener) {
        String credentials = Json.write(Map.of(
                "name", account.get("name").textValue(),
                "password", account.get("password").textValue()));
        return line.post(port, "/api/session", Map.of("Origin", origin(port)), credentials)
                .compose(ChatCustomer::good)
                .map(signedIn -> new DeskAgent(line, port, signedIn.cookies()))
                .compose(agent -> agent.open(listener).map(agent));
    }

    private Future<Void> open(Consumer<String> listener) {
        return line.socket(port, "/api/live", headers).map(socket -> {
            live = socket;
            socket.textMessageHandler(listener::accept);
            return null;
        });
    }

    Future<Void> claim(long conversation) {
        String body = Json.write(Map.of("key", UUID.randomUUID().toString()));
        return line.post(port, "/api/conversations/" + conversation + "/claim", headers, body)
                .compose(ChatCustomer::good)
                .mapEmpty();
    }

    /** Opens the conversation on the screen, with its panel. */
    void watch(long conversation) {
        WebSocket open = live;
        if (open == null) throw new IllegalStateException("not at the desk");
        open.writeTextMessage(
                Json.write(Map.of("type", "watch", "conversation", Long.toString(conversation), "after", 0)));
    }
}
