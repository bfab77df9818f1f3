package outfitter.server.shopify;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import outfitter.models.intake.Intake;
import outfitter.server.http.Api;
import outfitter.server.http.Guard;
import outfitter.server.http.ProblemHandler;

/** The webhook's route on a free port, with the inbox and the intake behind it, and Shopify before it. */
final class HookServer implements AutoCloseable {
    static final String SECRET = "hush";

    final Vertx vertx = Vertx.vertx();
    final Pool db;
    private final Shopify shopify;
    private final HttpServer server;
    private final WebClient client;

    HookServer(PgConnectOptions database) throws Exception {
        this(database, List.of(SECRET));
    }

    HookServer(PgConnectOptions database, List<String> secrets) throws Exception {
        Clock clock = Clock.systemUTC();
        db = PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(8))
                .connectingTo(database)
                .using(vertx)
                .build();
        shopify = new Shopify(vertx, db, new Intake(db, clock), new ShopifyConfig(secrets, "GBP"), clock);
        Router router = Router.router(vertx);
        Api api = new Api(router, Guard.PUBLIC_ONLY);
        shopify.mount(api);
        new ProblemHandler().mount(router);
        server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .await(10, SECONDS);
        client = WebClient.create(vertx, new WebClientOptions().setDefaultPort(server.actualPort()));
        shopify.start();
    }

    /** The headers of a webhook as Shopify sends it. */
    static Map<String, String> headers(String topic, String id, Instant at, String body, String secret) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-Shopify-Topic", topic);
        headers.put("X-Shopify-Hmac-Sha256", sign(body, secret));
        headers.put("X-Shopify-Shop-Domain", "peak.myshopify.com");
        headers.put("X-Shopify-API-Version", "2026-07");
        headers.put("X-Shopify-Webhook-Id", id);
        headers.put("X-Shopify-Triggered-At", at.toString());
        return headers;
    }

    static String sign(String body, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Tells of something that has become so at {@code at}, and waits until it is applied or waits for something else. */
    void tell(String topic, Instant at, JsonObject body) throws Exception {
        HttpResponse<Buffer> answer = send(
                        headers(topic, UUID.randomUUID().toString(), at, body.encode(), SECRET), body.encode())
                .await(10, SECONDS);
        if (answer.statusCode() != 200) throw new AssertionError(topic + " was answered " + answer.statusCode());
        settled();
    }

    Future<HttpResponse<Buffer>> send(Map<String, String> headers, String body) {
        HttpRequest<Buffer> request = client.post("/hooks/shopify");
        headers.forEach(request::putHeader);
        return request.putHeader("Content-Type", "application/json").sendBuffer(Buffer.buffer(body));
    }

    /** Returns once nothing in the inbox is to be done now. */
    void settled() throws Exception {
        while (count("SELECT count(*) FROM inbox WHERE settled_at IS NULL AND awaits IS NULL") > 0) {
            vertx.timer(5, java.util.concurrent.TimeUnit.MILLISECONDS).await(5, SECONDS);
        }
    }

    /** Waits until what was kept for want of {@code name} has been woken and settled. */
    void noneAwaits(String name) throws Exception {
        while (count("SELECT count(*) FROM inbox WHERE awaits = $1", name) > 0) {
            vertx.timer(5, java.util.concurrent.TimeUnit.MILLISECONDS).await(5, SECONDS);
        }
        settled();
    }

    long count(String sql, Object... parameters) throws Exception {
        return db.preparedQuery(sql)
                .execute(Tuple.from(parameters))
                .map(rows -> rows.iterator().next().getLong(0))
                .await(10, SECONDS);
    }

    /** The first column of the rows, as text. */
    List<String> texts(String sql, Object... parameters) throws Exception {
        return db.preparedQuery(sql)
                .execute(Tuple.from(parameters))
                .map(rows -> rows.stream()
                        .map(row -> String.valueOf(row.getValue(0)))
                        .toList())
                .await(10, SECONDS);
    }

    @Override
    public void close() throws TimeoutException {
        server.close().await(10, SECONDS);
        shopify.close().await(10, SECONDS);
        db.close().await(10, SECONDS);
        vertx.close().await(10, SECONDS);
    }
}
