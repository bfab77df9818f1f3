package outfitter.server.shop;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.pgclient.PgConnectOptions;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import outfitter.models.conversation.EntryBody;
import outfitter.models.conversation.EntryBody.CartChanged;
import outfitter.models.conversation.EntryBody.CartItem;
import outfitter.models.conversation.EntryBody.OrderPlaced;
import outfitter.models.demo.DemoPeople;
import outfitter.models.shop.Carts;
import outfitter.models.shop.Checkout;
import outfitter.models.shop.Till;
import outfitter.models.testing.PostgresExtension;

@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShopTest {
    private static final String BALM = "beeswax-balm-saffron";
    private static final String BOOTS = "granite-peak-mid-moss-7";

    private final ShopServer server;
    private final Browser anybody;

    ShopTest(PgConnectOptions database) throws Exception {
        server = new ShopServer(database);
        anybody = new Browser(server);
    }

    @AfterAll
    void close() throws Exception {
        server.close();
    }

    @Test
    void theShelvesShowTheirProductsPageByPage() throws Exception {
        JsonArray shelves = anybody.get("/api/shop/categories").bodyAsJsonArray();
        JsonObject boots = anybody.json("/api/shop/products?category=footwear/hiking-boots&limit=4");
        JsonObject rest = anybody.json("/api/shop/products?category=footwear/hiking-boots&limit=100&offset=4");

        assertThat(shelves).hasSizeGreaterThan(40);
        assertThat(shelves.getJsonObject(0).getInteger("count")).isGreaterThan(20);
        assertThat(boots.getJsonArray("products")).hasSize(4);
        assertThat(rest.getJsonArray("products")).hasSize(boots.getInteger("total") - 4);
        assertThat(anybody.json("/api/shop/products?category=nothing").getInteger("total"))
                .isZero();
        assertThat(anybody.get("/api/shop/products?limit=1000").statusCode()).isEqualTo(400);
    }

    @Test
    void aSearchForgivesMisspellings() throws Exception {
        JsonObject found = anybody.json("/api/shop/products?q=hikng%20bootes&limit=3");

        assertThat(found.getJsonArray("products"))
                .isNotEmpty()
                .allSatisfy(card ->
                        assertThat(((JsonObject) card).getString("category")).isEqualTo("footwear/hiking-boots"));
    }

    @Test
    void aProductShowsItsSizesItsStockAndWhatPeopleSay() throws Exception {
        JsonObject boots = anybody.json("/api/shop/products/granite-peak-mid");

        assertThat(boots.getString("care")).contains("wax");
        assertThat(boots.getJsonObject("sizeTable").getJsonArray("columns")).contains("UK", "EU");
        assertThat(boots.getJsonArray("variants")).hasSize(27);
        assertThat(boots.getJsonArray("variants").getJsonObject(3).getString("stock"))
                .isEqualTo("in");
        assertThat(boots.getJsonArray("reviewList")).isNotEmpty();
        assertThat(anybody.get("/api/shop/products/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void nobodyLearnsWhatAPieceCost() throws Exception {
        Browser visitor = Browser.arriving(server);
        visitor.add(BALM, 1);
        List<String> seen = List.of(
                anybody.get("/api/shop/products?limit=100").bodyAsString(),
                anybody.get("/api/shop/products/granite-peak-mid").bodyAsString(),
                visitor.get("/api/shop/cart").bodyAsString(),
                anybody.get("/api/shop/categories").bodyAsString());

        assertThat(seen)
                .allSatisfy(json -> assertThat(json).doesNotContainIgnoringCase("\"cost", "margin", "adventures"));
    }

    @Test
    void aPictureIsDrawnInTheColourAskedForAndKept() throws Exception {
        HttpResponse<Buffer> moss = anybody.get("/pictures/granite-peak-mid.svg?colour=4d6b4a");
        HttpResponse<Buffer> slate = anybody.get("/pictures/granite-peak-mid.svg?colour=56657a");
        HttpResponse<Buffer> again = anybody.request(HttpMethod.GET, "/pictures/granite-peak-mid.svg?colour=4d6b4a")
                .putHeader("If-None-Match", moss.getHeader("ETag"))
                .send()
                .await(10, SECONDS);

        assertThat(moss.getHeader("Content-Type")).isEqualTo("image/svg+xml");
        assertThat(moss.getHeader("Cache-Control")).contains("public");
        assertThat(moss.bodyAsString()).startsWith("<svg").isNotEqualTo(slate.bodyAsString());
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(anybody.get("/pictures/nothing.svg").statusCode()).isEqualTo(404);
    }

    @Test
    void helpPagesCanBeRead() throws Exception {
        assertThat(anybody.get("/api/shop/articles").bodyAsJsonArray()).hasSize(12);
        assertThat(anybody.json("/api/shop/articles/returns").getString("body")).contains("30 days");
        assertThat(anybody.get("/api/shop/articles/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsPromisedAboutSendingAndTakingBackIsWhatTheShopSays() throws Exception {
        JsonObject terms = anybody.json("/api/shop/terms");

        JsonObject usual = terms.getJsonArray("delivery").getJsonObject(0);
        assertThat(usual.getString("id")).isEqualTo("standard");
        assertThat(usual.getInteger("daysMin")).isLessThanOrEqualTo(usual.getInteger("daysMax"));
        assertThat(usual.getJsonObject("freeFrom").getLong("minor")).isPositive();
        assertThat(terms.getJsonObject("returns").getInteger("windowDays")).isEqualTo(30);
    }

    @Test
    void whatIsPutIntoTheCartIsToldToTheConversation() throws Exception {
        Browser visitor = Browser.arriving(server);
        UUID suggestion = UUID.randomUUID();

        JsonObject before = visitor.json("/api/shop/cart");
        visitor.add(BOOTS, 1);
        visitor.post(
                "/api/shop/cart/lines",
                new JsonObject().put("sku", BALM).put("quantity", 2).put("suggestion", suggestion.toString()));
        JsonObject after = visitor.put("/api/shop/cart/lines/" + BALM, new JsonObject().put("quantity", 1))
                .bodyAsJsonObject();

        assertThat(before.getJsonArray("items")).isEmpty();
        assertThat(after.getLong("total")).isEqualTo(16900 + 895);
        assertThat(after.getJsonArray("items").getJsonObject(0).getString("picture"))
                .endsWith("?colour=4d6b4a");
        assertThat(visitor.json("/api/shop/cart")).isEqualTo(after);
        List<EntryBody> told = server.told(visitor.visitor);
        CartItem boots = new CartItem(BOOTS, "granite-peak-mid", 1);
        assertThat(told)
                .containsExactly(
                        new CartChanged(List.of(boots), BOOTS, null),
                        new CartChanged(List.of(boots, new CartItem(BALM, "beeswax-balm", 2)), BALM, suggestion),
                        new CartChanged(List.of(boots, new CartItem(BALM, "beeswax-balm", 1)), null, null));
    }

    @Test
    void aWrongWishIsRefused() throws Exception {
        Browser visitor = Browser.arriving(server);

        assertThat(new Browser(server).get("/api/shop/cart").statusCode()).isEqualTo(401);
        assertThat(new Browser(server).add(BALM, 1).statusCode()).isEqualTo(401);
        assertThat(visitor.add("no-such-thing", 1).statusCode()).isEqualTo(404);
        assertThat(visitor.add(BALM, 0).statusCode()).isEqualTo(400);
        assertThat(visitor.add(BALM, 2_000_000_000).statusCode()).isEqualTo(400);
        assertThat(visitor.post("/api/shop/cart/lines", new JsonObject().put("sku", BALM))
                        .statusCode())
                .isEqualTo(400);
        assertThat(visitor.post("/api/shop/checkout", new JsonObject()).statusCode())
                .isEqualTo(409);
    }

    @Test
    void anOrderTakesStockEmptiesTheCartAndIsHeard() throws Exception {
        Browser visitor = Browser.arriving(server);
        visitor.add(BALM, 3);
        int stock = server.stock(BALM);

        JsonObject order = visitor.post("/api/shop/checkout", new JsonObject().put("postcode", "BS1 4DJ"))
                .bodyAsJsonObject()
                .getJsonObject("order");

        assertThat(order.getString("number")).startsWith("OF-");
        assertThat(order.getLong("total")).isEqualTo(3 * 895 + 395);
        assertThat(server.stock(BALM)).isEqualTo(stock - 3);
        assertThat(visitor.json("/api/shop/cart").getJsonArray("items")).isEmpty();
        assertThat(server.heard).anySatisfy(heard -> assertThat(heard.number()).isEqualTo(order.getString("number")));
        assertThat(server.told(visitor.visitor))
                .last()
                .isEqualTo(new OrderPlaced(
                        order.getString("number"),
                        List.of(new CartItem(BALM, "beeswax-balm", 3)),
                        3 * 895 + 395,
                        "GBP"));
    }

    @Test
    void ofTwoWhoWantTheLastPieceOneIsToldThatItIsGone() throws Exception {
        Browser one = Browser.arriving(server);
        Browser other = Browser.arriving(server);
        server.setStock(DemoPeople.LAST_PIECE, 1);
        one.add(DemoPeople.LAST_PIECE, 1);
        other.add(DemoPeople.LAST_PIECE, 1);

        List<HttpResponse<Buffer>> answers = Future.<HttpResponse<Buffer>>all(List.of(checkout(one), checkout(other)))
                .await(10, SECONDS)
                .list();

        assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(200, 409);
        assertThat(server.stock(DemoPeople.LAST_PIECE)).isZero();
    }

    @Test
    void whoSignsInKeepsTheCartAndFindsTheOneLeftBefore() throws Exception {
        Browser visitor = Browser.arriving(server);
        visitor.add(BALM, 1);

        visitor.signIn(DemoPeople.NOAH);

        assertThat(visitor.json("/api/shop/cart").getJsonArray("items"))
                .extracting(item -> ((JsonObject) item).getString("product"))
                .containsExactlyInAnyOrder("drover-seat-pack-14", "beeswax-balm");
    }

    @Test
    void anOrderThatAKillKeptFromBeingToldIsToldAtTheNextStartAndOnlyOnce() throws Exception {
        Browser visitor = Browser.arriving(server);
        visitor.add(BALM, 1);
        Till.Purchase purchase = new Till.Purchase(
                server.conversation(visitor.visitor).customer(), null, null, "standard", Instant.now());
        Checkout placed = new Till(server.db).checkout(purchase).await(10, SECONDS);

        server.shop.start().await(10, SECONDS);
        server.shop.start().await(10, SECONDS);

        assertThat(placed).isInstanceOf(Checkout.Placed.class);
        assertThat(server.told(visitor.visitor))
                .filteredOn(OrderPlaced.class::isInstance)
                .hasSize(1);
        assertThat(new Carts(server.db)
                        .open(server.conversation(visitor.visitor).customer())
                        .await(5, SECONDS))
                .isEmpty();
    }

    @Test
    void theDemonstrationNamesItsPeopleAndLetsOneBeThem() throws Exception {
        JsonObject cast = anybody.json("/api/demo");
        Browser maya = Browser.arriving(server);
        maya.signIn(DemoPeople.MAYA);

        assertThat(cast.getJsonArray("customers")).hasSizeGreaterThanOrEqualTo(8);
        assertThat(cast.getJsonArray("accounts").getJsonObject(0))
                .isEqualTo(new JsonObject()
                        .put("name", "ana")
                        .put("password", "secret of today")
                        .put("displayName", "Ana")
                        .put("role", "agent"));
        assertThat(maya.add(BALM, 1).statusCode()).isEqualTo(200);
        assertThat(maya.post("/api/demo/identity", new JsonObject().put("externalId", "c-00100"))
                        .statusCode())
                .isEqualTo(404);
    }

    private static Future<HttpResponse<Buffer>> checkout(Browser browser) {
        return browser.request(HttpMethod.POST, "/api/shop/checkout").sendJsonObject(new JsonObject());
    }
}
