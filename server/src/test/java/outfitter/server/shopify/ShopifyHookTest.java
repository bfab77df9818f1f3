package outfitter.server.shopify;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.pgclient.PgConnectOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import outfitter.models.testing.PostgresExtension;

@ExtendWith(PostgresExtension.class)
class ShopifyHookTest {
    private static final Instant NOW = Instant.parse("2026-11-22T01:00:00Z");

    private final PgConnectOptions database;
    private HookServer server;
    private static int lastId = 1_000;

    ShopifyHookTest(PgConnectOptions database) {
        this.database = database;
    }

    @BeforeEach
    void open() throws Exception {
        server = new HookServer(database);
    }

    @AfterEach
    void close() throws Exception {
        server.close();
    }

    @Test
    void aWrongSignatureIsRefusedAndNothingIsKept() throws Exception {
        String body = order(++lastId, "paid").encode();
        long before = server.count("SELECT count(*) FROM inbox");

        HttpResponse<Buffer> forged = server.send(
                        HookServer.headers("orders/create", "forged", NOW, body, "guess"), body)
                .await(10, SECONDS);
        HttpResponse<Buffer> altered = server.send(
                        HookServer.headers("orders/create", "altered", NOW, body, HookServer.SECRET), body + " ")
                .await(10, SECONDS);

        assertThat(forged.statusCode()).isEqualTo(401);
        assertThat(altered.statusCode()).isEqualTo(401);
        assertThat(server.count("SELECT count(*) FROM inbox")).isEqualTo(before);
    }

    @Test
    void whileTheSecretIsChangedBothAreGood() throws Exception {
        try (HookServer changing = new HookServer(database, List.of("new one", HookServer.SECRET))) {
            for (String secret : List.of("new one", HookServer.SECRET)) {
                String body = order(++lastId, "paid").encode();
                HttpResponse<Buffer> answer = changing.send(
                                HookServer.headers("orders/create", "rotated-" + lastId, NOW, body, secret), body)
                        .await(10, SECONDS);
                assertThat(answer.statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void aMissingHeaderIsNamed() throws Exception {
        for (String header : List.of("X-Shopify-Topic", "X-Shopify-Hmac-Sha256", "X-Shopify-Webhook-Id")) {
            Map<String, String> headers = HookServer.headers("orders/create", "w", NOW, "{}", HookServer.SECRET);
            headers.remove(header);

            HttpResponse<Buffer> answer = server.send(headers, "{}").await(10, SECONDS);

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.bodyAsJsonObject().getString("detail")).isEqualTo(header + ": is missing");
        }
    }

    @Test
    void aTopicThatNobodyHereKnowsIsAcknowledgedAndForgotten() throws Exception {
        HttpResponse<Buffer> answer = server.send(
                        HookServer.headers("themes/publish", "theme", NOW, "{}", HookServer.SECRET), "{}")
                .await(10, SECONDS);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(server.count("SELECT count(*) FROM inbox WHERE id = 'theme'"))
                .isZero();
    }

    @Test
    void aShopWithoutASecretIsToldToComeAgain() throws Exception {
        try (HookServer unconnected = new HookServer(database, List.of())) {
            HttpResponse<Buffer> answer = unconnected
                    .send(HookServer.headers("orders/create", "early", NOW, "{}", "any"), "{}")
                    .await(10, SECONDS);

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.bodyAsJsonObject().getString("detail")).contains("OUTFITTER_SHOPIFY_SECRET");
        }
    }

    @Test
    void tooLargeABodyIsRefusedInWords() throws Exception {
        String body = "{\"note\":\"" + "a".repeat(5 << 20) + "\"}";

        HttpResponse<Buffer> answer = server.send(
                        HookServer.headers("orders/create", "huge", NOW, body, HookServer.SECRET), body)
                .await(20, SECONDS);

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void whatComesTwiceIsTakenOnce() throws Exception {
        int id = ++lastId;
        String body = order(id, "paid").encode();
        Map<String, String> headers = HookServer.headers("orders/create", "twice-" + id, NOW, body, HookServer.SECRET);

        for (int i = 0; i < 3; i++)
            assertThat(server.send(headers, body).await(10, SECONDS).statusCode())
                    .isEqualTo(200);
        server.settled();

        assertThat(server.count("SELECT count(*) FROM inbox WHERE id = $1", "twice-" + id))
                .isEqualTo(1);
        assertThat(server.count("SELECT count(*) FROM \"order\" WHERE number = $1", "#" + id))
                .isEqualTo(1);
    }

    @Test
    void olderNewsOfAnOrderChangesNothing() throws Exception {
        int id = ++lastId;

        server.tell("orders/cancelled", NOW, order(id, "voided").put("cancelled_at", NOW.toString()));
        server.tell("orders/create", NOW.minusSeconds(86_400), order(id, "paid"));

        assertThat(server.texts("SELECT state FROM \"order\" WHERE number = $1", "#" + id))
                .containsExactly("cancelled");
    }

    @Test
    void anUnknownProductInAnOrderBecomesOneWithoutACategory() throws Exception {
        int id = ++lastId;

        server.tell("orders/create", NOW, order(id, "paid"));

        assertThat(server.texts(
                        "SELECT p.title || '/' || coalesce(p.category, '-') FROM order_line l JOIN product p ON p.id = l.product"
                                + " JOIN \"order\" o ON o.id = l.\"order\" WHERE o.number = $1",
                        "#" + id))
                .containsExactly("Peak Boot/-");
        assertThat(server.texts("SELECT total || ' ' || currency FROM \"order\" WHERE number = $1", "#" + id))
                .containsExactly("17500 EUR");
        assertThat(server.texts(
                        "SELECT price::text FROM order_line l JOIN \"order\" o ON o.id = l.\"order\" WHERE o.number = $1",
                        "#" + id))
                .as("after the discount")
                .containsExactly("8500");
    }

    @Test
    void aParcelAndARefundThatComeBeforeTheirOrderWaitForIt() throws Exception {
        int id = ++lastId;
        JsonObject parcel = new JsonObject()
                .put("id", id * 10)
                .put("order_id", id)
                .put("status", "success")
                .put("shipment_status", "in_transit")
                .put("tracking_company", "DHL")
                .put("tracking_number", "JD" + id);
        JsonObject refund = new JsonObject()
                .put("id", id * 10 + 1)
                .put("order_id", id)
                .put("created_at", NOW.toString())
                .put(
                        "refund_line_items",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("id", id * 10 + 2)
                                        .put("quantity", 1)
                                        .put("line_item", line())));

        server.tell("fulfillments/create", NOW.plusSeconds(60), parcel);
        server.tell("refunds/create", NOW.plusSeconds(90), refund);
        assertThat(server.count("SELECT count(*) FROM inbox WHERE awaits = $1", "order:" + id))
                .isEqualTo(2);
        server.tell("orders/create", NOW, order(id, "paid"));

        server.noneAwaits("order:" + id);
        assertThat(server.texts(
                        "SELECT s.tracking || ' ' || s.state FROM shipment s JOIN \"order\" o ON o.id = s.\"order\" WHERE o.number = $1",
                        "#" + id))
                .containsExactly("JD" + id + " in-transit");
        assertThat(server.texts(
                        "SELECT r.quantity || ' ' || r.state FROM return r JOIN \"order\" o ON o.id = r.\"order\" WHERE o.number = $1",
                        "#" + id))
                .containsExactly("1 refunded");
    }

    @Test
    void stockIsToldByItemAndFindsItsSku() throws Exception {
        int id = ++lastId;
        JsonObject level = new JsonObject()
                .put("inventory_item_id", id * 7)
                .put("location_id", 1)
                .put("available", 4);

        server.tell("inventory_levels/update", NOW.plusSeconds(5), level);
        server.tell("products/create", NOW, product(id, 9));
        server.noneAwaits("item:" + id * 7);

        assertThat(server.texts("SELECT quantity::text FROM stock WHERE sku = $1", "BOOT-" + id))
                .containsExactly("4");
        assertThat(server.texts("SELECT size || '/' || colour FROM variant WHERE sku = $1", "BOOT-" + id))
                .containsExactly("42/Slate");

        server.tell("inventory_levels/update", NOW.plusSeconds(1), level.copy().put("available", 70));

        assertThat(server.texts("SELECT quantity::text FROM stock WHERE sku = $1", "BOOT-" + id))
                .containsExactly("4");
    }

    @Test
    void theStockOfSeveralLocationsIsTheirSum() throws Exception {
        int id = ++lastId;
        server.tell("products/create", NOW, product(id, 9));
        JsonObject here = new JsonObject()
                .put("inventory_item_id", id * 7)
                .put("location_id", 1)
                .put("available", 4);
        JsonObject there = here.copy().put("location_id", 2).put("available", 3);

        server.tell("inventory_levels/update", NOW.plusSeconds(6), there);
        server.tell("inventory_levels/update", NOW.plusSeconds(5), here);
        assertThat(stock(id)).isEqualTo("7");

        server.tell("inventory_levels/update", NOW.plusSeconds(8), here.copy().put("available", 2));
        server.tell("inventory_levels/update", NOW.plusSeconds(7), here.copy().put("available", 40));
        assertThat(stock(id)).isEqualTo("5");

        server.tell("inventory_levels/disconnect", NOW.plusSeconds(9), there);
        assertThat(stock(id)).isEqualTo("2");

        server.tell("products/update", NOW.plusSeconds(10), product(id, 11));
        assertThat(stock(id)).isEqualTo("11");
    }

    private String stock(int id) throws Exception {
        return server.texts("SELECT quantity::text FROM stock WHERE sku = $1", "BOOT-" + id)
                .get(0);
    }

    @Test
    void whatACustomerMayAskForByLawIsKeptAsSomethingToDo() throws Exception {
        int id = ++lastId;
        JsonObject redact = new JsonObject()
                .put("shop_id", 954_889)
                .put("shop_domain", "peak.example")
                .put("customer", new JsonObject().put("id", id).put("email", "kerry@example.com"))
                .put("orders_to_redact", new JsonArray().add(299_938));

        server.tell("customers/redact", NOW, redact);
        server.tell("customers/data_request", NOW, redact);
        server.tell("shop/redact", NOW, new JsonObject().put("shop_id", 954_889));

        assertThat(server.texts(
                        "SELECT detail ->> 'topic' FROM audit WHERE act = 'privacy-request' AND subject = $1 ORDER BY id",
                        "shopify-customer:" + id))
                .containsExactly("customers/redact", "customers/data_request");
        assertThat(server.texts(
                        "SELECT detail ->> 'until' FROM audit WHERE act = 'privacy-request' AND subject = $1",
                        "shop:954889"))
                .containsExactly(NOW.plus(Duration.ofDays(30)).toString());
        assertThat(server.texts("SELECT detail::text FROM audit WHERE act = 'privacy-request' AND $1 <> ''", "x"))
                .noneMatch(detail -> detail.contains("kerry"));
    }

    @Test
    void aProductThatIsDeletedIsNoLongerSold() throws Exception {
        int id = ++lastId;

        server.tell("products/create", NOW, product(id, 9));
        server.tell(
                "products/update",
                NOW.plusSeconds(9),
                product(id, 9).put("handle", "renamed-" + id).put("title", "Ridge"));
        assertThat(server.texts("SELECT title FROM product WHERE id = $1", "boot-" + id))
                .containsExactly("Ridge");
        server.tell("products/delete", NOW.plusSeconds(10), new JsonObject().put("id", id));

        assertThat(server.texts("SELECT active::text FROM product WHERE id = $1", "boot-" + id))
                .containsExactly("false");
        assertThat(server.count("SELECT count(*) FROM product WHERE id = $1", "renamed-" + id))
                .isZero();
    }

    @Test
    void whatMakesNoSenseIsSetAsideWithTheReasonAndTheRestGoesOn() throws Exception {
        int good = ++lastId;
        int bad = ++lastId;
        JsonObject wordy = order(bad, "paid").put("total_price", "a lot");
        JsonObject empty = order(++lastId, "paid").put("line_items", new JsonArray());

        server.tell("orders/create", NOW, wordy);
        server.tell("orders/create", NOW, empty);
        server.tell("orders/create", NOW, order(good, "paid"));

        assertThat(server.texts("SELECT reason FROM inbox WHERE reason IS NOT NULL"))
                .contains("total_price does not fit", "the order has no line")
                .noneMatch(reason -> reason.contains("a lot"));
        assertThat(server.count("SELECT count(*) FROM \"order\" WHERE number = $1", "#" + good))
                .isEqualTo(1);
    }

    @Test
    void theCartOfAKnownCustomerIsFollowedUntilItIsOrdered() throws Exception {
        int id = ++lastId;
        JsonObject customer = new JsonObject().put("id", 70_000 + id).put("first_name", "Bea");
        JsonObject checkout = new JsonObject()
                .put("token", "checkout-" + id)
                .put("cart_token", "cart-" + id)
                .put("currency", "EUR")
                .put("customer", customer)
                .put("line_items", new JsonArray().add(line()));
        JsonObject cart = new JsonObject()
                .put("token", "cart-" + id)
                .put("line_items", new JsonArray().add(line().put("quantity", 5)));
        String open = "SELECT l.quantity::text FROM cart c JOIN cart_line l ON l.cart = c.id"
                + " WHERE c.reference = $1 AND c.state = 'open'";

        server.tell("carts/create", NOW, cart);
        assertThat(server.texts(open, "cart-" + id))
                .as("nobody knows whose it is")
                .isEmpty();
        server.tell("checkouts/create", NOW.plusSeconds(1), checkout);
        assertThat(server.texts(open, "cart-" + id)).containsExactly("2");
        server.tell("carts/update", NOW.plusSeconds(9), cart);
        server.tell("checkouts/update", NOW.plusSeconds(5), checkout);
        assertThat(server.texts(open, "cart-" + id)).containsExactly("5");

        JsonObject order = order(id, "paid").put("cart_token", "cart-" + id).put("customer", customer);
        server.tell("orders/create", NOW.plusSeconds(20), order);
        server.tell("carts/update", NOW.plusSeconds(12), cart);

        assertThat(server.texts("SELECT state FROM cart WHERE reference = $1", "cart-" + id))
                .containsExactly("ordered");
    }

    @Test
    void aCartThatWasOrderedBeforeAnybodyToldOfItIsNotOpenedByOlderNews() throws Exception {
        int id = ++lastId;
        JsonObject customer = new JsonObject().put("id", 70_000 + id);
        JsonObject checkout = new JsonObject()
                .put("token", "late-" + id)
                .put("cart_token", "late-" + id)
                .put("customer", customer)
                .put("line_items", new JsonArray().add(line()));

        server.tell(
                "orders/create",
                NOW,
                order(id, "paid").put("cart_token", "late-" + id).put("customer", customer));
        server.tell("checkouts/create", NOW.minusSeconds(60), checkout);

        assertThat(server.texts("SELECT state FROM cart WHERE reference = $1", "late-" + id))
                .containsExactly("ordered");
    }

    private static JsonObject order(int id, String financialStatus) {
        return new JsonObject()
                .put("id", id)
                .put("name", "#" + id)
                .put("email", "ada@example.com")
                .put("currency", "EUR")
                .put("total_price", "175.00")
                .put("financial_status", financialStatus)
                .put("created_at", "2026-11-21T20:00:00-05:00")
                .put(
                        "customer",
                        new JsonObject().put("id", 77).put("first_name", "Ada").put("email", "ada@example.com"))
                .put("shipping_address", new JsonObject().put("zip", "SW1A 1AA").put("country_code", "GB"))
                .put("shipping_lines", new JsonArray().add(new JsonObject().put("price", "5.00")))
                .put("line_items", new JsonArray().add(line()));
    }

    private static JsonObject line() {
        return new JsonObject()
                .put("sku", "NEW-BOOT")
                .put("title", "Peak Boot")
                .put("name", "Peak Boot - 42")
                .put("quantity", 2)
                .put("price", "87.50")
                .put("discount_allocations", new JsonArray().add(new JsonObject().put("amount", "5.00")));
    }

    private static JsonObject product(int id, int quantity) {
        JsonObject variant = new JsonObject()
                .put("id", id * 3)
                .put("sku", "BOOT-" + id)
                .put("title", "Slate / 42")
                .put("price", "129.00")
                .put("option1", "Slate")
                .put("option2", "42")
                .put("inventory_item_id", id * 7)
                .put("inventory_management", "shopify")
                .put("inventory_quantity", quantity);
        return new JsonObject()
                .put("id", id)
                .put("handle", "boot-" + id)
                .put("title", "Granite Boot")
                .put("body_html", "<p>Dry feet.</p><p>Warm &amp; light.</p>")
                .put("vendor", "Granite")
                .put("product_type", "Boots")
                .put("status", "active")
                .put("published_at", NOW.toString())
                .put("tags", "boots, winter")
                .put(
                        "options",
                        new JsonArray()
                                .add(new JsonObject().put("name", "Color").put("position", 1))
                                .add(new JsonObject().put("name", "Shoe size").put("position", 2)))
                .put("variants", new JsonArray().add(variant));
    }
}
