package outfitter.server.facts;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import outfitter.models.account.ApiKeys;
import outfitter.models.intake.Intake;
import outfitter.models.testing.PostgresExtension;
import outfitter.server.http.Api;
import outfitter.server.http.OpenApiConformance;
import outfitter.server.http.ProblemHandler;

@ExtendWith(PostgresExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class ShopFactsTest {
    private static final List<String> KINDS =
            List.of("products", "stock", "customers", "orders", "shipments", "returns", "carts");

    private final Vertx vertx = Vertx.vertx();
    private final Pool db;
    private final ApiKeys keys;
    private Api api;
    private HttpServer server;
    private WebClient client;
    private String key = "";

    ShopFactsTest(PgConnectOptions database) {
        db = PgBuilder.pool().connectingTo(database).using(vertx).build();
        keys = new ApiKeys(db, Clock.systemUTC());
    }

    @BeforeAll
    void open() throws Exception {
        ShopFacts facts = new ShopFacts(db, new Intake(db, Clock.systemUTC()), Clock.systemUTC());
        Router router = Router.router(vertx);
        api = new Api(router, (ctx, needed) -> facts.admit(ctx));
        facts.mount(api);
        new ProblemHandler().mount(router);
        server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .await(10, SECONDS);
        client = WebClient.create(vertx, new WebClientOptions().setDefaultPort(server.actualPort()));
        key = keys.add("till").await(10, SECONDS).orElseThrow();
    }

    @AfterAll
    void close() throws Exception {
        server.close().await(10, SECONDS);
        db.close().await(10, SECONDS);
        vertx.close().await(10, SECONDS);
    }

    @Test
    void everyRouteWantsAKeyAndIsDescribed() throws Exception {
        for (String kind : KINDS) {
            HttpResponse<Buffer> answer = client.post("/api/shop-facts/" + kind)
                    .putHeader("Content-Type", "application/json")
                    .sendBuffer(Buffer.buffer("[]"))
                    .await(10, SECONDS);
            assertThat(answer.statusCode()).as(kind).isEqualTo(401);
            JsonObject route = new JsonObject(api.document().toString())
                    .getJsonObject("paths")
                    .getJsonObject("/api/shop-facts/" + kind)
                    .getJsonObject("post");
            assertThat(route.getString("x-access")).isEqualTo("key");
            assertThat(route.getJsonObject("requestBody")
                            .getJsonObject("content")
                            .fieldNames())
                    .containsExactly("application/json", "application/x-ndjson");
        }
        assertThat(OpenApiConformance.undocumented(api)).isEmpty();
    }

    @Test
    void aKeyIsGoodUntilItIsRevokedAndThereIsOneOfAName() throws Exception {
        String web = keys.add("web").await(10, SECONDS).orElseThrow();
        assertThat(keys.add("web").await(10, SECONDS)).isEmpty();
        HttpResponse<Buffer> before = shown(web);

        boolean revoked = keys.revoke("web").await(10, SECONDS).isPresent();

        assertThat(revoked).isTrue();
        assertThat(before.bodyAsJsonObject().getString("key")).isEqualTo("web");
        assertThat(shown(web).statusCode()).isEqualTo(401);
        assertThat(keys.add("web").await(10, SECONDS)).isPresent();
        assertThat(texts("SELECT encode(key_hash, 'escape') FROM api_key")).noneMatch(hash -> hash.contains(web));
    }

    @Test
    void aWholeShopIsToldAndTellingItAgainChangesNothing() throws Exception {
        List<JsonObject> bodies =
                List.of(product("ridge"), stock("ridge-1", 3), customer(), order(), parcel(), back(), cart());

        for (int i = 0; i < KINDS.size(); i++) {
            JsonObject first = post(KINDS.get(i), bodies.get(i)).bodyAsJsonObject();
            JsonObject again = post(KINDS.get(i), bodies.get(i)).bodyAsJsonObject();
            assertThat(first.getInteger("stored"))
                    .as(KINDS.get(i) + first.encode())
                    .isEqualTo(1);
            assertThat(again.getInteger("unchanged"))
                    .as(KINDS.get(i) + again.encode())
                    .isEqualTo(1);
        }

        assertThat(texts("SELECT quantity::text FROM stock WHERE sku = 'ridge-1'"))
                .containsExactly("3");
        assertThat(texts("SELECT tracking FROM shipment")).contains("JD1");
        assertThat(texts("SELECT state FROM return")).contains("refunded");
    }

    @Test
    void ofManyTheGoodAreKeptAndEachOtherIsNamed() throws Exception {
        JsonArray products = new JsonArray()
                .add(product("good"))
                .add(product("no-title").putNull("title"))
                .add(product("dear")
                        .put("variants", new JsonArray().add(variant("dear-1").put("price", money(-5)))));

        JsonObject report =
                post("products", products.toBuffer(), "application/json").bodyAsJsonObject();

        assertThat(report.getInteger("read")).isEqualTo(3);
        assertThat(report.getInteger("stored")).isEqualTo(1);
        assertThat(report.getInteger("refused")).isEqualTo(2);
        assertThat(report.getJsonArray("outcomes").stream().map(each -> (JsonObject) each))
                .extracting(each -> each.getString("outcome") + ": " + each.getString("reason"))
                .containsExactly(
                        "stored: null",
                        "refused: title: is missing",
                        "refused: variants[0]: the price is below nought");
    }

    @Test
    void linesAreTakenOneByOne() throws Exception {
        String lines = IntStream.range(0, 500)
                .mapToObj(i -> i == 250 ? "{\"id\": oops" : product("line-" + i).encode())
                .collect(Collectors.joining("\n"));

        JsonObject report =
                post("products", Buffer.buffer(lines), "application/x-ndjson").bodyAsJsonObject();

        assertThat(report.getInteger("stored")).isEqualTo(499);
        assertThat(report.getJsonArray("outcomes").getJsonObject(250).getString("reason"))
                .startsWith("The body is not JSON");
    }

    @Test
    void whatIsWrongWithASingleOneIsWrongWithTheRequest() throws Exception {
        HttpResponse<Buffer> answer = post("stock", stock(" ", 1));
        HttpResponse<Buffer> none = post("stock", Buffer.buffer("[]"), "application/json");
        HttpResponse<Buffer> words = post("stock", Buffer.buffer("sku=1"), "text/plain");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.getHeader("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.bodyAsJsonObject().getString("detail")).isEqualTo("body: the sku is missing");
        assertThat(none.statusCode()).isEqualTo(400);
        assertThat(words.statusCode()).isEqualTo(415);
    }

    @Test
    void newsOfSomethingUnknownWaitsForIt() throws Exception {
        JsonObject early = post("stock", stock("later-1", 8)).bodyAsJsonObject();

        post("products", product("later"));

        assertThat(early.getInteger("waiting")).isEqualTo(1);
        assertThat(texts("SELECT quantity::text FROM stock WHERE sku = 'later-1'"))
                .containsExactly("8");
    }

    @Test
    void aProductIsTakenOffTheShelf() throws Exception {
        post("products", product("gone"));

        int status = request(HttpMethod.DELETE, "/api/shop-facts/products/gone", key)
                .send()
                .await(10, SECONDS)
                .statusCode();

        assertThat(status).isEqualTo(204);
        assertThat(texts("SELECT active::text FROM product WHERE id = 'gone'")).containsExactly("false");
    }

    private HttpResponse<Buffer> post(String kind, JsonObject one) throws Exception {
        return post(kind, one.toBuffer(), "application/json");
    }

    private HttpResponse<Buffer> post(String kind, Buffer body, String media) throws Exception {
        return request(HttpMethod.POST, "/api/shop-facts/" + kind, key)
                .putHeader("Content-Type", media)
                .sendBuffer(body)
                .await(20, SECONDS);
    }

    private HttpResponse<Buffer> shown(String key) throws Exception {
        return request(HttpMethod.GET, "/api/shop-facts", key).send().await(10, SECONDS);
    }

    private HttpRequest<Buffer> request(HttpMethod method, String path, String key) {
        return client.request(method, path).bearerTokenAuthentication(key);
    }

    private List<String> texts(String sql) throws Exception {
        return db.preparedQuery(sql)
                .execute(Tuple.tuple())
                .map(rows -> rows.stream()
                        .map(row -> String.valueOf(row.getValue(0)))
                        .toList())
                .await(10, SECONDS);
    }

    private static JsonObject product(String id) {
        return new JsonObject()
                .put("id", id)
                .put("title", "Ridge Boot")
                .put("active", true)
                .put("variants", new JsonArray().add(variant(id + "-1")));
    }

    private static JsonObject variant(String sku) {
        return new JsonObject().put("sku", sku).put("size", "42").put("price", money(12_900));
    }

    private static JsonObject money(int minor) {
        return new JsonObject().put("minor", minor).put("currency", "GBP");
    }

    private static JsonObject stock(String sku, int quantity) {
        return new JsonObject().put("sku", sku).put("quantity", quantity);
    }

    private static JsonObject customer() {
        return new JsonObject().put("externalId", "c-9").put("name", "Ada").put("email", "ada@example.com");
    }

    private static JsonObject order() {
        return new JsonObject()
                .put("number", "A-1")
                .put("customer", customer())
                .put("shipping", money(500))
                .put("total", money(13_400))
                .put("placedAt", "2026-11-22T01:00:00Z")
                .put(
                        "lines",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("sku", "ridge-1")
                                        .put("title", "Ridge Boot")
                                        .put("quantity", 1)
                                        .put("price", money(12_900))));
    }

    private static JsonObject cart() {
        return new JsonObject()
                .put("reference", "cart-1")
                .put("customer", customer())
                .put("ordered", false)
                .put("lines", order().getJsonArray("lines"));
    }

    private static JsonObject parcel() {
        return new JsonObject()
                .put("order", "A-1")
                .put("reference", "p-1")
                .put("carrier", "DHL")
                .put("tracking", "JD1")
                .put("state", "in-transit")
                .put("shippedAt", "2026-11-22T02:00:00Z");
    }

    private static JsonObject back() {
        return new JsonObject()
                .put("reference", "r-1")
                .put("order", "A-1")
                .put("sku", "ridge-1")
                .put("quantity", 1)
                .put("state", "refunded")
                .put("startedAt", "2026-11-22T03:00:00Z");
    }
}
