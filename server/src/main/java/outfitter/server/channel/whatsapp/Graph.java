package outfitter.server.channel.whatsapp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import outfitter.models.json.Json;
import outfitter.server.channel.service.Fetched;
import outfitter.server.channel.service.Sending;

/** Calls Meta's Graph API. Its error codes are told apart by what can be done about them. */
final class Graph {
    private static final long TIMEOUT_MILLIS = 20_000;
    private static final int CONNECT_MILLIS = 5_000;
    private static final int CONNECTIONS = 20;
    private static final Duration ACCOUNT_PAUSE = Duration.ofMinutes(1);
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;
    /** Our token or our right to send: an operator has to mend it, no reply is to blame. */
    private static final Set<Integer> ACCOUNT = Set.of(0, 3, 10, 190, 200, 131005, 131031, 131042, 133010);
    /** Too much at once, or not now. */
    private static final Set<Integer> BUSY = Set.of(1, 2, 4, 80007, 130429, 131016, 131048, 131057, 133004);
    /** This one later: a pair of numbers that talked too much, or something that Meta cannot explain. */
    private static final Set<Integer> LATER = Set.of(131000, 131056);
    /** More than 24 hours since the customer wrote. */
    private static final int OUTSIDE = 131047;

    private final WebClient http;
    private final WhatsAppConfig config;

    Graph(Vertx vertx, WhatsAppConfig config) {
        this.config = config;
        http = WebClient.create(
                vertx,
                new WebClientOptions()
                        .setConnectTimeout(CONNECT_MILLIS)
                        .setFollowRedirects(false)
                        .setUserAgentEnabled(false),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS));
    }

    Future<Sending> send(ObjectNode message) {
        return request(HttpMethod.POST, config.api() + "/" + config.phoneNumberId() + "/messages")
                .putHeader("Content-Type", "application/json")
                .sendBuffer(Buffer.buffer(Json.write(message)))
                .map(Graph::sending);
    }

    /** First where the file is, then the file: both with the token, and neither larger than {@code limit}. */
    Future<Fetched> fetch(String id, int limit) {
        if (!id.matches("[A-Za-z0-9_-]{1,100}")) return Future.succeededFuture(new Fetched.Gone("not a media id"));
        return request(HttpMethod.GET, config.api() + "/" + id).send().compose(answer -> {
            JsonNode media = tree(answer.body());
            if (isGone(answer)) return Future.succeededFuture(new Fetched.Gone("no longer at WhatsApp"));
            if (answer.statusCode() != OK) return Future.failedFuture("WhatsApp said " + answer.statusCode());
            if (media.path("file_size").asLong(0) > limit) return tooLarge(limit);
            return download(
                    media.path("url").asText(""), media.path("mime_type").asText(""), limit);
        });
    }

    private Future<Fetched> download(String url, String type, int limit) {
        if (!isMetas(url)) return Future.succeededFuture(new Fetched.Gone("its address is not one of Meta's"));
        return request(HttpMethod.GET, url).send().compose(answer -> {
            Buffer bytes = answer.body() == null ? Buffer.buffer() : answer.body();
            if (isGone(answer)) return Future.succeededFuture(new Fetched.Gone("no longer at WhatsApp"));
            if (answer.statusCode() != OK) return Future.failedFuture("WhatsApp said " + answer.statusCode());
            if (bytes.length() > limit) return tooLarge(limit);
            String told = Optional.ofNullable(answer.getHeader("Content-Type")).orElse("");
            return Future.succeededFuture(new Fetched.Bytes(bytes, type.isEmpty() ? told : type));
        });
    }

    private static Future<Fetched> tooLarge(int limit) {
        return Future.succeededFuture(new Fetched.Gone("larger than " + limit / 1_048_576 + " MB"));
    }

    private static boolean isGone(HttpResponse<Buffer> answer) {
        return answer.statusCode() == 400 || answer.statusCode() == 404 || answer.statusCode() == 410;
    }

    // The token goes along, so it goes to Meta only, or to where an operator told us that Meta is.
    private boolean isMetas(String url) {
        try {
            URI uri = URI.create(url);
            String host = uri.getHost() == null ? "" : uri.getHost();
            boolean metas =
                    host.endsWith(".fbsbx.com") || host.endsWith(".facebook.com") || host.endsWith(".whatsapp.net");
            return host.equals(config.api().getHost()) || (metas && "https".equals(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private HttpRequest<Buffer> request(HttpMethod method, String url) {
        return http.requestAbs(method, url).timeout(TIMEOUT_MILLIS).bearerTokenAuthentication(config.token());
    }

    private static Sending sending(HttpResponse<Buffer> answer) {
        JsonNode body = tree(answer.body());
        String message = body.path("messages").path(0).path("id").asText("");
        if (answer.statusCode() == OK && !message.isEmpty()) return new Sending.Taken(message);
        JsonNode error = body.path("error");
        int code = error.path("code").asInt(-1);
        String reason = "WhatsApp: " + answer.statusCode() + (code < 0 ? "" : ", code " + code);
        if (code == OUTSIDE) return new Sending.Outside();
        if (answer.statusCode() == TOO_MANY || BUSY.contains(code)) {
            return new Sending.Later(reason, retryAfter(answer), true);
        }
        if (answer.statusCode() == UNAUTHORIZED || ACCOUNT.contains(code)) {
            return new Sending.Later(reason + ": check OUTFITTER_WHATSAPP_TOKEN", ACCOUNT_PAUSE, true);
        }
        boolean unclear = answer.statusCode() == OK || answer.statusCode() >= SERVER_ERROR || LATER.contains(code);
        return unclear ? new Sending.Later(reason, retryAfter(answer), false) : new Sending.Refused(reason);
    }

    private static @Nullable Duration retryAfter(HttpResponse<Buffer> answer) {
        String seconds = answer.getHeader("Retry-After");
        return seconds != null && seconds.matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(seconds)) : null;
    }

    private static JsonNode tree(@Nullable Buffer body) {
        if (body == null) return MissingNode.getInstance();
        try {
            JsonNode tree = Json.MAPPER.readTree(body.toString());
            return tree == null ? MissingNode.getInstance() : tree;
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
