package outfitter.server.channel.whatsapp;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import outfitter.models.delivery.DeliveryState;
import outfitter.server.channel.ChannelPeer;
import outfitter.server.channel.service.PushChannel;

/** Meta's side of WhatsApp on loopback: takes messages within its limits, keeps media, signs calls. */
public final class WhatsAppPeer implements ChannelPeer {
    static final String TOKEN = "EAAG-token";
    static final String NUMBER = "106540352242922";
    static final String SECRET = "the app's secret";
    static final String VERIFY = "our verify token";

    private static final AtomicInteger CUSTOMERS = new AtomicInteger(700_900_000);
    private static final AtomicInteger IDS = new AtomicInteger();

    final Queue<JsonObject> answers = new ConcurrentLinkedQueue<>();
    public final Map<String, Buffer> media = new ConcurrentHashMap<>();
    final BlockingQueue<JsonObject> bodies = new LinkedBlockingQueue<>();
    private final BlockingQueue<Sent> sent = new LinkedBlockingQueue<>();
    private final Vertx vertx = Vertx.vertx();
    private volatile long pauseMillis;
    private final HttpServer server;
    private final Optional<WhatsAppConfig.Template> template;

    public WhatsAppPeer() throws Exception {
        this(Optional.empty());
    }

    WhatsAppPeer(Optional<WhatsAppConfig.Template> template) throws Exception {
        this.template = template;
        server = vertx.createHttpServer()
                .requestHandler(this::answer)
                .listen(0, "127.0.0.1")
                .await(10, SECONDS);
    }

    /** What an operator would set, so that a server talks to this peer. */
    public Map<String, String> environment() {
        return Map.of(
                "OUTFITTER_WHATSAPP_TOKEN", TOKEN,
                "OUTFITTER_WHATSAPP_PHONE_NUMBER_ID", NUMBER,
                "OUTFITTER_WHATSAPP_APP_SECRET", SECRET,
                "OUTFITTER_WHATSAPP_VERIFY_TOKEN", VERIFY,
                "OUTFITTER_WHATSAPP_API_URL", config().api().toString());
    }

    WhatsAppConfig config() {
        return new WhatsAppConfig(
                TOKEN,
                NUMBER,
                SECRET,
                VERIFY,
                URI.create("http://127.0.0.1:" + server.actualPort() + "/v24.0"),
                template,
                Optional.empty());
    }

    @Override
    public PushChannel channel(Vertx theirs) {
        return new WhatsApp(theirs, config(), "Choose");
    }

    private void answer(HttpServerRequest request) {
        if (!("Bearer " + TOKEN).equals(request.getHeader("Authorization"))) {
            reply(request, 401, error(190, "Invalid OAuth access token"));
        } else if (request.path().equals("/v24.0/" + NUMBER + "/messages")) {
            request.body().onSuccess(body -> take(request, body.toJsonObject()));
        } else {
            give(request);
        }
    }

    private void take(HttpServerRequest request, JsonObject body) {
        bodies.add(body);
        JsonObject told = answers.poll();
        Optional<String> objection = told == null ? objection(body) : Optional.empty();
        if (told != null) {
            int status = told.getInteger("status");
            if (told.containsKey("retryAfter")) {
                request.response().putHeader("Retry-After", told.getString("retryAfter"));
            }
            reply(request, status, error(told.getInteger("code"), "told to fail"));
        } else if (objection.isPresent()) {
            reply(request, 400, error(100, objection.get()));
        } else {
            String id = "wamid.out" + IDS.incrementAndGet();
            long pause = pauseMillis;
            sent.add(new Sent(
                    body.getString("to"), text(body), options(body), id, body.getString("biz_opaque_callback_data")));
            JsonObject taken = new JsonObject()
                    .put("messaging_product", "whatsapp")
                    .put("messages", new JsonArray().add(new JsonObject().put("id", id)));
            if (pause == 0) reply(request, 200, taken);
            else vertx.setTimer(pause, late -> reply(request, 200, taken));
        }
    }

    /** What Meta would not take. */
    private static Optional<String> objection(JsonObject body) {
        String text = text(body);
        boolean interactive = "interactive".equals(body.getString("type"));
        boolean image = "image".equals(body.getString("type"));
        if (!"whatsapp".equals(body.getString("messaging_product"))) return Optional.of("messaging_product");
        if (text.isEmpty() && !"template".equals(body.getString("type"))) return Optional.of("empty");
        if (text.length() > (interactive || image ? 1_024 : 4_096)) return Optional.of("too long");
        if (!interactive) return Optional.empty();
        JsonObject action = body.getJsonObject("interactive").getJsonObject("action");
        if (action.containsKey("buttons")) {
            JsonArray buttons = action.getJsonArray("buttons");
            boolean fits = buttons.size() <= 3
                    && buttons.stream()
                            .map(each -> ((JsonObject) each).getJsonObject("reply"))
                            .allMatch(reply -> reply.getString("title").length() <= 20);
            return fits ? Optional.empty() : Optional.of("buttons");
        }
        JsonArray rows = action.getJsonArray("sections").getJsonObject(0).getJsonArray("rows");
        boolean fits = rows.size() <= 10
                && action.getString("button").length() <= 20
                && rows.stream()
                        .allMatch(row -> ((JsonObject) row).getString("title").length() <= 24);
        return fits ? Optional.empty() : Optional.of("rows");
    }

    private static String text(JsonObject body) {
        return switch (body.getString("type")) {
            case "text" -> body.getJsonObject("text").getString("body");
            case "image" -> body.getJsonObject("image").getString("caption", "");
            case "interactive" ->
                body.getJsonObject("interactive").getJsonObject("body").getString("text");
            default -> "";
        };
    }

    private static List<String> options(JsonObject body) {
        if (!"interactive".equals(body.getString("type"))) return List.of();
        JsonObject action = body.getJsonObject("interactive").getJsonObject("action");
        Stream<Object> all = action.containsKey("buttons")
                ? action.getJsonArray("buttons").stream().map(each -> ((JsonObject) each).getJsonObject("reply"))
                : action.getJsonArray("sections").getJsonObject(0).getJsonArray("rows").stream();
        return all.map(each -> ((JsonObject) each).getString("title")).toList();
    }

    private void give(HttpServerRequest request) {
        String name = request.path().substring(request.path().lastIndexOf('/') + 1);
        Buffer bytes = media.get(name);
        if (bytes == null) {
            reply(request, 400, error(100, "no such media"));
        } else if (request.path().startsWith("/v24.0/")) {
            reply(
                    request,
                    200,
                    new JsonObject()
                            .put("id", name)
                            .put("mime_type", "image/png")
                            .put("file_size", bytes.length())
                            .put("url", "http://127.0.0.1:" + server.actualPort() + "/files/" + name));
        } else {
            request.response().putHeader("Content-Type", "image/png").end(bytes);
        }
    }

    private static void reply(HttpServerRequest request, int status, JsonObject body) {
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .end(body.encode());
    }

    private static JsonObject error(int code, String message) {
        return new JsonObject().put("error", new JsonObject().put("code", code).put("message", message));
    }

    @Override
    public String newCustomer() {
        return "447" + CUSTOMERS.incrementAndGet();
    }

    @Override
    public Call says(String customer, String id, String text) {
        return message(
                customer, id, new JsonObject().put("type", "text").put("text", new JsonObject().put("body", text)));
    }

    @Override
    public Call sendsSomethingUnknown(String customer, String id) {
        return message(customer, id, new JsonObject().put("type", "hologram").put("hologram", new JsonObject()));
    }

    /** A message of any type, as Meta brings it. */
    public Call message(String customer, String id, JsonObject message) {
        JsonObject whole = new JsonObject()
                .put("from", customer)
                .put("id", "wamid." + customer + "." + id)
                .put("timestamp", Long.toString(Instant.now().getEpochSecond()))
                .mergeIn(message);
        JsonObject contact = new JsonObject()
                .put("profile", new JsonObject().put("name", "Kerry"))
                .put("wa_id", customer);
        return signed(body(
                NUMBER,
                new JsonObject()
                        .put("contacts", new JsonArray().add(contact))
                        .put("messages", new JsonArray().add(whole))));
    }

    @Override
    public Call tells(Sent part, DeliveryState state, Instant at) {
        JsonObject status = new JsonObject()
                .put("id", part.message())
                .put("status", state.code())
                .put("timestamp", Long.toString(at.getEpochSecond()))
                .put("recipient_id", part.to());
        if (state == DeliveryState.FAILED) {
            status.put(
                    "errors",
                    new JsonArray().add(new JsonObject().put("code", 131026).put("title", "Message undeliverable")));
        }
        return signed(body(NUMBER, new JsonObject().put("statuses", new JsonArray().add(status))));
    }

    static JsonObject body(String number, JsonObject value) {
        JsonObject metadata =
                new JsonObject().put("display_phone_number", "15550783881").put("phone_number_id", number);
        JsonObject change = new JsonObject()
                .put("field", "messages")
                .put("value", value.copy().put("messaging_product", "whatsapp").put("metadata", metadata));
        return new JsonObject()
                .put("object", "whatsapp_business_account")
                .put(
                        "entry",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("id", "8856996819413533")
                                        .put("changes", new JsonArray().add(change))));
    }

    static Call signed(JsonObject body) {
        Buffer bytes = body.toBuffer();
        return new Call(
                Map.of("Content-Type", "application/json", "X-Hub-Signature-256", "sha256=" + signature(bytes)), bytes);
    }

    private static String signature(Buffer bytes) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(bytes.getBytes()));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Call forged(Call call) {
        return new Call(
                Map.of(
                        "Content-Type",
                        "application/json",
                        "X-Hub-Signature-256",
                        "sha256=" + signature(Buffer.buffer("something else"))),
                call.body());
    }

    @Override
    public Optional<Duration> window() {
        return Optional.of(Duration.ofHours(24));
    }

    @Override
    public int longestText() {
        return 4_096;
    }

    @Override
    public void failOnce() {
        fail(500, 131000);
    }

    @Override
    public void refuseOnce() {
        fail(400, 131026);
    }

    /** From now on it has a message for so long before it says so. */
    void hesitate(Duration length) {
        pauseMillis = length.toMillis();
    }

    void fail(int status, int code) {
        answers.add(new JsonObject().put("status", status).put("code", code));
    }

    @Override
    public Sent next() throws InterruptedException {
        Sent next = sent.poll(10, SECONDS);
        if (next == null) throw new AssertionError("nothing was sent");
        return next;
    }

    @Override
    public int waiting() {
        return sent.size();
    }

    @Override
    public void close() throws java.util.concurrent.TimeoutException {
        server.close().await(10, SECONDS);
        vertx.close().await(10, SECONDS);
    }
}
