package outfitter.server.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import outfitter.models.json.Json;

/** A customer with the site's chat open, by Direct Line as any client speaks it. Lives on its line's context. */
final class ChatCustomer {
    private static final String ROOT = "/v3/directline/conversations/";
    private static final int RADIX = 36;

    private final Line line;
    private final int port;
    private final String visitor;
    private final Map<String, String> headers;
    private @Nullable WebSocket stream;
    private Consumer<String> onEcho = key -> {};
    private Runnable onAnswer = () -> {};
    private List<String> buttons = List.of();
    private String holder = "bot";

    private ChatCustomer(Line line, int port, String visitor, Map<String, String> headers) {
        this.line = line;
        this.port = port;
        this.visitor = visitor;
        this.headers = headers;
    }

    /** Somebody new, or the customer whom {@code identity} names; with the stream open. */
    static Future<ChatCustomer> arrive(Line line, int port, @Nullable String identity) {
        String ask = identity == null ? "{}" : Json.write(Map.of("identity", identity));
        return line.post(port, "/api/site/token", Map.of(), ask)
                .compose(ChatCustomer::good)
                .map(Line.Answer::json)
                .map(grant -> new ChatCustomer(
                        line,
                        port,
                        grant.get("conversationId").textValue(),
                        Map.of("Authorization", "Bearer " + grant.get("token").textValue())))
                .compose(customer -> customer.open().map(customer));
    }

    /** The same customer with the stream open at a server that was started anew. */
    Future<ChatCustomer> again(int newPort) {
        ChatCustomer back = new ChatCustomer(line, newPort, visitor, headers);
        return back.open().map(back);
    }

    static Future<Line.Answer> good(Line.Answer answer) {
        return answer.isGood()
                ? Future.succeededFuture(answer)
                : Future.failedFuture("refused with " + answer.status() + " " + answer.body());
    }

    private Future<Void> open() {
        return line.post(port, ROOT.substring(0, ROOT.length() - 1), headers, "")
                .compose(ChatCustomer::good)
                .compose(grant ->
                        line.socket(port, path(grant.json().get("streamUrl").textValue()), Map.of()))
                .map(socket -> {
                    stream = socket;
                    socket.textMessageHandler(this::read);
                    return null;
                });
    }

    private static String path(String streamUrl) {
        return streamUrl.replaceFirst("^wss?://[^/]*", "");
    }

    String visitor() {
        return visitor;
    }

    /** What the bot offered last. */
    List<String> buttons() {
        return buttons;
    }

    /** 'bot', 'waiting' or 'claimed', as last told. */
    String holder() {
        return holder;
    }

    /** Hears the ids of own messages as they come back by the stream. */
    void onEcho(Consumer<String> listener) {
        onEcho = listener;
    }

    /** Hears of each message of the bot's. */
    void onAnswer(Runnable listener) {
        onAnswer = listener;
    }

    /** Says it; the id that the server gave to it, once it is committed. Fails when it is not. */
    Future<String> say(String key, String text) {
        String body =
                Json.write(Map.of("type", "message", "text", text, "channelData", Map.of("clientActivityID", key)));
        return line.post(port, ROOT + visitor + "/activities", headers, body)
                .compose(ChatCustomer::good)
                .map(answer -> answer.json().get("id").textValue());
    }

    /** The conversation that an activity's id stands in. */
    static long conversation(String activity) {
        String place = activity.substring(activity.indexOf('|') + 1);
        return Long.parseLong(place.substring(0, place.indexOf('.')), RADIX);
    }

    /** The place in its conversation that an activity's id means. */
    static long seq(String activity) {
        return Long.parseLong(activity.substring(activity.lastIndexOf('.') + 1), RADIX);
    }

    private void read(String frame) {
        if (frame.isEmpty()) return;
        Json.read(frame, JsonNode.class).path("activities").forEach(this::hear);
    }

    private void hear(JsonNode activity) {
        String type = activity.path("type").asText();
        if (type.equals("event") && activity.path("name").asText().equals("outfitter/holder")) {
            holder = activity.path("value").path("holder").asText();
        } else if (type.equals("message")) {
            boolean own = activity.path("from").path("role").asText().equals("user");
            if (own)
                onEcho.accept(
                        activity.path("channelData").path("clientActivityID").asText());
            else answered(activity);
        }
    }

    private void answered(JsonNode activity) {
        buttons = StreamSupport.stream(
                        activity.path("suggestedActions").path("actions").spliterator(), false)
                .map(button -> button.path("value").asText())
                .toList();
        onAnswer.run();
    }

    void leave() {
        WebSocket open = stream;
        if (open != null) open.close();
    }
}
