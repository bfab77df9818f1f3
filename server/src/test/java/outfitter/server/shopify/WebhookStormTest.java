package outfitter.server.shopify;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.sqlclient.Pool;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import outfitter.models.intake.LeftCarts;
import outfitter.models.testing.PostgresExtension;
import outfitter.models.testing.TestDatabase;
import outfitter.server.OutfitterServer;
import outfitter.server.ServerConfig;

/**
 * Every order comes three times, in any order, at a fixed rate by twenty senders; each customer's conversation hears of each of
 * theirs once. {@code -Dstorm.orders=5000} makes it the whole storm; what it measures is printed.
 */
@ExtendWith(PostgresExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class WebhookStormTest {
    private static final int ORDERS = Integer.getInteger("storm.orders", 200);
    private static final int CUSTOMERS = 50;
    private static final int SENDERS = 20;
    private static final int PER_SECOND = 300;

    private final Vertx vertx = Vertx.vertx();
    private final Pool db;
    private final OutfitterServer server;

    WebhookStormTest(Pool db, TestDatabase database) {
        this.db = db;
        server = OutfitterServer.start(ServerConfig.from(
                        Map.of("OUTFITTER_DATABASE_URL", database.url(), ShopifyConfig.SECRET, HookServer.SECRET))
                .withPort(0)
                .withData(Path.of("target/data/storm")));
    }

    @AfterAll
    void close() throws Exception {
        server.close();
        vertx.close().await(10, SECONDS);
    }

    private record Webhook(Map<String, String> headers, String body) {}

    @Test
    void noneIsLostAndNoneIsDoubled() throws Exception {
        db.query("INSERT INTO customer (external_id, name, created_at) SELECT (7000 + n)::text, 'Customer ' || n, now()"
                        + " FROM generate_series(0, " + (CUSTOMERS - 1) + ") n")
                .execute()
                .await(10, SECONDS);
        db.query(
                        "INSERT INTO conversation (customer, created_at) SELECT id, now() FROM customer WHERE name LIKE 'Customer %'")
                .execute()
                .await(10, SECONDS);
        List<Webhook> webhooks = new ArrayList<>();
        for (int i = 0; i < ORDERS; i++) webhooks.addAll(Collections.nCopies(3, order(i)));
        Collections.shuffle(webhooks, new Random(5));

        Histogram bare = bareLimit(webhooks);
        long began = System.nanoTime();
        Histogram acknowledged = storm(server.port(), webhooks);
        double seconds = (System.nanoTime() - began) / 1e9;
        await("SELECT count(*) FROM entry WHERE kind = 'order-placed'", ORDERS);
        double told = (System.nanoTime() - began) / 1e9;

        System.out.printf(
                "storm: %d webhooks of %d orders in %.1f s, all told after %.1f s; acknowledged p50 %.1f p99 %.1f max %.1f ms;"
                        + " an empty server p50 %.1f p99 %.1f max %.1f ms%n",
                webhooks.size(),
                ORDERS,
                seconds,
                told,
                millis(acknowledged, 50),
                millis(acknowledged, 99),
                millis(acknowledged, 100),
                millis(bare, 50),
                millis(bare, 99),
                millis(bare, 100));
        assertThat(count("SELECT count(*) FROM \"order\"")).isEqualTo(ORDERS);
        assertThat(count("SELECT count(DISTINCT body ->> 'order') FROM entry WHERE kind = 'order-placed'"))
                .isEqualTo(ORDERS);
        assertThat(count("SELECT count(*) FROM entry WHERE kind = 'order-placed'"))
                .isEqualTo(ORDERS);
        assertThat(count("SELECT count(*) FROM conversation c"
                        + " WHERE head <> (SELECT count(*) FROM entry e WHERE e.conversation = c.id)"))
                .as("gaps")
                .isZero();
        assertThat(count("SELECT count(*) FROM inbox WHERE reason IS NOT NULL OR settled_at IS NULL"))
                .isZero();
    }

    @Test
    void aCartThatIsLeftIsToldToTheConversationAndSoIsEveryChange() throws Exception {
        db.query("WITH known AS (INSERT INTO customer (external_id, created_at) VALUES ('8001', now()) RETURNING id)"
                        + " INSERT INTO conversation (customer, created_at) SELECT id, now() FROM known")
                .execute()
                .await(10, SECONDS);
        JsonObject line = new JsonObject()
                .put("sku", "LEFT")
                .put("title", "Left")
                .put("quantity", 2)
                .put("price", "9.50");
        String body = new JsonObject()
                .put("token", "left")
                .put("customer", new JsonObject().put("id", 8_001))
                .put("line_items", new JsonArray().add(line))
                .encode();
        Map<String, String> headers =
                HookServer.headers("checkouts/create", "left", Instant.now(), body, HookServer.SECRET);

        storm(server.port(), List.of(new Webhook(headers, body)));
        await("SELECT count(*) FROM entry WHERE kind = 'cart-changed'", 1);
        db.query("UPDATE cart SET updated_at = now() - interval '4 hours'")
                .execute()
                .await(10, SECONDS);
        long left = new LeftCarts(db, Clock.systemUTC()).close().await(10, SECONDS);
        long again = new LeftCarts(db, Clock.systemUTC()).close().await(10, SECONDS);
        await("SELECT count(*) FROM entry WHERE kind = 'cart-left'", 1);

        assertThat(left).isEqualTo(1);
        assertThat(again).isZero();
        assertThat(count("SELECT count(*) FROM entry WHERE kind = 'cart-changed'"))
                .isEqualTo(1);
        assertThat(count("SELECT (body ->> 'total')::bigint FROM entry WHERE kind = 'cart-left'"))
                .isEqualTo(1_900);
    }

    private static Webhook order(int i) {
        JsonObject line = new JsonObject()
                .put("sku", "SKU-" + i % 40)
                .put("title", "Thing " + i % 40)
                .put("quantity", 1)
                .put("price", "19.00");
        String body = new JsonObject()
                .put("id", 900_000 + i)
                .put("name", "#" + (10_000 + i))
                .put("currency", "EUR")
                .put("total_price", "19.00")
                .put("financial_status", "paid")
                .put("created_at", Instant.now().toString())
                .put("customer", new JsonObject().put("id", 7_000 + i % CUSTOMERS))
                .put("line_items", new JsonArray().add(line))
                .put("note_attributes", new JsonArray().add("what nobody reads ".repeat(250)))
                .encode();
        return new Webhook(
                HookServer.headers("orders/create", "storm-" + i, Instant.now(), body, HookServer.SECRET), body);
    }

    /** The same client at the same rate against a server that only reads and says yes. */
    private Histogram bareLimit(List<Webhook> webhooks) throws Exception {
        HttpServer yes = vertx.createHttpServer()
                .requestHandler(request ->
                        request.body().onSuccess(body -> request.response().end()))
                .listen(0, "127.0.0.1")
                .await(10, SECONDS);
        Histogram measured = storm(yes.actualPort(), webhooks.subList(0, Math.min(webhooks.size(), 3_000)));
        yes.close().await(10, SECONDS);
        return measured;
    }

    private Histogram storm(int port, List<Webhook> webhooks) throws Exception {
        Histogram millis = new ConcurrentHistogram(60_000_000, 3);
        WebClient client = WebClient.create(
                vertx, new WebClientOptions().setDefaultPort(port), new PoolOptions().setHttp1MaxSize(SENDERS));
        long began = System.nanoTime() + 50_000_000;
        Promise<Void> sent = Promise.promise();
        List<Future<Void>> answers = Collections.synchronizedList(new ArrayList<>());
        int[] next = {0};
        long timer = vertx.setPeriodic(1, tick -> {
            while (next[0] < webhooks.size() && due(began, next[0]) <= System.nanoTime()) {
                answers.add(send(client, webhooks.get(next[0]), due(began, next[0]), millis));
                next[0]++;
            }
            if (next[0] == webhooks.size()) sent.tryComplete();
        });
        sent.future().await(120, SECONDS);
        vertx.cancelTimer(timer);
        Future.all(List.copyOf(answers)).await(60, SECONDS);
        client.close();
        return millis;
    }

    private static Future<Void> send(WebClient client, Webhook webhook, long due, Histogram micros) {
        HttpRequest<Buffer> request = client.post("/hooks/shopify");
        webhook.headers().forEach(request::putHeader);
        return request.sendBuffer(Buffer.buffer(webhook.body())).map(answer -> {
            if (answer.statusCode() != 200) throw new AssertionError("answered " + answer.statusCode());
            micros.recordValue((System.nanoTime() - due) / 1_000);
            return null;
        });
    }

    private static long due(long began, int number) {
        return began + number * (1_000_000_000L / PER_SECOND);
    }

    private static double millis(Histogram micros, double percent) {
        return micros.getValueAtPercentile(percent) / 1_000.0;
    }

    private void await(String sql, long wanted) throws Exception {
        long patience = System.nanoTime() + SECONDS.toNanos(60);
        while (count(sql) < wanted && System.nanoTime() < patience)
            vertx.timer(50, MILLISECONDS).await(5, SECONDS);
    }

    private long count(String sql) throws Exception {
        return db.query(sql)
                .execute()
                .map(rows -> rows.iterator().next().getLong(0))
                .await(30, SECONDS);
    }
}
