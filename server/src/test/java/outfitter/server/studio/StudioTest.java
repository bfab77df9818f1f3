package outfitter.server.studio;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import outfitter.models.account.Account;
import outfitter.models.account.Accounts;
import outfitter.models.account.Role;
import outfitter.models.customer.CustomerId;
import outfitter.models.json.Json;
import outfitter.models.shop.Catalogues;
import outfitter.models.shop.CurrentCatalogue;
import outfitter.models.testing.PostgresExtension;
import outfitter.recommender.Recommender;
import outfitter.recommender.RuleBook;
import outfitter.recommender.ranking.Suggestion;
import outfitter.server.http.ApiServer;

@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StudioTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-20T12:00:00Z"), ZoneOffset.UTC);
    private static final String SHOP = """
            INSERT INTO category (id, parent, name, position) VALUES
              ('wear', NULL, 'Wear', 1), ('wear/boots', 'wear', 'Boots', 2), ('wear/socks', 'wear', 'Socks', 3),
              ('wear/gaiters', 'wear', 'Gaiters', 4), ('care', NULL, 'Care', 5), ('care/wax', 'care', 'Wax', 6);
            INSERT INTO product (id, title, category, active, created_at)
              SELECT id, title, category, active, '2025-01-01Z' FROM (VALUES
                ('granite-boot', 'Granite Boot', 'wear/boots', true), ('ridge-boot', 'Ridge Boot', 'wear/boots', true),
                ('wool-sock', 'Wool Sock', 'wear/socks', true), ('snow-gaiter', 'Snow Gaiter', 'wear/gaiters', true),
                ('leather-wax', 'Leather Wax', 'care/wax', true), ('old-wax', 'Old Wax', 'care/wax', false))
              AS p (id, title, category, active);
            INSERT INTO variant (sku, product, price, currency, position)
              SELECT id, id, CASE id WHEN 'granite-boot' THEN 15000 WHEN 'ridge-boot' THEN 19000 ELSE 2000 END, 'GBP', 1
              FROM product;
            INSERT INTO stock (sku, quantity, updated_at)
              SELECT sku, CASE sku WHEN 'leather-wax' THEN 0 ELSE 5 END, '2026-01-01Z' FROM variant;
            INSERT INTO "order" (number, state, total, currency, placed_at)
              SELECT 'OF-' || n, 'delivered', 0, 'GBP', '2026-01-01Z' FROM generate_series(1, 30) n;
            INSERT INTO order_line ("order", line, sku, product, quantity, price)
              SELECT id, 1, 'granite-boot', 'granite-boot', 1, 15000 FROM "order";
            INSERT INTO order_line ("order", line, sku, product, quantity, price)
              SELECT id, 2, 'wool-sock', 'wool-sock', 1, 2000 FROM "order" WHERE substr(number, 4)::int <= 20;
            INSERT INTO order_line ("order", line, sku, product, quantity, price)
              SELECT id, 2, 'snow-gaiter', 'snow-gaiter', 1, 2000 FROM "order" WHERE substr(number, 4)::int > 20
            """;
    private static final String GAITERS_FIRST = rule("r1", "gaiters for snow", "pin", "snow-gaiter", 1);

    private final Vertx vertx = Vertx.vertx();
    private final Pool db;
    private final CurrentCatalogue catalogue;
    private final Recommender recommender;
    private final ApiServer server;

    StudioTest(Pool db) throws Exception {
        this.db = db;
        await(db.query(SHOP).execute());
        Accounts accounts = new Accounts(db);
        Account mira = await(accounts.add("mira", "Mira", "x", Role.MERCHANDISER, false, CLOCK.instant()))
                .orElseThrow();
        catalogue = new CurrentCatalogue(new Catalogues(db));
        recommender = new Recommender(vertx, db, catalogue, CLOCK);
        await(catalogue.reload());
        await(recommender.start());
        Studio studio = new Studio(recommender, catalogue, db, CLOCK, ctx -> mira);
        server = ApiServer.with((ctx, needed) -> Future.succeededFuture(), studio::mount);
    }

    @BeforeEach
    void noRules() throws Exception {
        await(db.query("TRUNCATE rule_set, curated_set").execute());
        await(recommender.rules().reload());
    }

    @AfterAll
    void close() throws Exception {
        server.close();
        await(recommender.close());
        await(vertx.close());
    }

    @Test
    void aProductIsFoundDespiteATypo() throws Exception {
        JsonNode found = ok(get("/api/studio/products?q=granit+boto")).path("products");

        assertThat(found.path(0).path("id").asText()).isEqualTo("granite-boot");
        assertThat(found.path(0).path("stock").asInt()).isEqualTo(5);
        assertThat(ok(get("/api/studio/products"))
                        .path("products")
                        .path(0)
                        .path("id")
                        .asText())
                .isEqualTo("granite-boot");
    }

    @Test
    void whatGoesWithAProductIsShownWithItsReasons() throws Exception {
        JsonNode detail = ok(get("/api/studio/products/granite-boot"));

        assertThat(products(detail.path("live").path("goesWith"))).containsExactly("wool-sock", "snow-gaiter");
        assertThat(texts(detail.path("live").path("goesWith").path(0).path("evidence")))
                .containsExactly(
                        "bought together with the Granite Boot in 20 orders",
                        "ordered 20 times in winter",
                        "5 in stock");
        assertThat(products(detail.path("live").path("stepUp"))).containsExactly("ridge-boot");
    }

    @Test
    void aDraftIsSeenBesideWhatIsLiveAndMovesNothing() throws Exception {
        JsonNode draft = save(0, GAITERS_FIRST);

        JsonNode detail = ok(get("/api/studio/products/granite-boot"));
        JsonNode pinned = detail.path("draft").path("goesWith").path(0);
        assertThat(products(detail.path("live").path("goesWith"))).startsWith("wool-sock");
        assertThat(pinned.path("product").asText()).isEqualTo("snow-gaiter");
        assertThat(pinned.path("rule").path("name").asText()).isEqualTo("gaiters for snow");
        assertThat(pinned.path("rankedAt").asInt()).isEqualTo(2);
        assertThat(texts(detail.path("rules"), "id")).containsExactly("r1");
        assertThat(draft.path("changes").path(0).path("product").asText()).isEqualTo("granite-boot");
        assertThat(deskShows()).startsWith("wool-sock");
    }

    @Test
    void whatIsPublishedShowsAtTheDeskAtOnceAndCanBeUndone() throws Exception {
        AtomicInteger told = new AtomicInteger();
        try (RuleBook.Registration listening = recommender.rules().onChange(told::incrementAndGet)) {
            save(0, GAITERS_FIRST);

            JsonNode published = ok(post("/api/studio/publish", "{\"note\": \"snow is coming\"}"));

            assertThat(published.path("by").asText()).isEqualTo("Mira");
            assertThat(told).hasValue(1);
            assertThat(deskShows()).startsWith("snow-gaiter");
            assertThat(listening).isNotNull();
        }
        JsonNode undone = ok(post("/api/studio/undo", "{}"));
        JsonNode history = ok(get("/api/studio/history")).path("history");

        assertThat(deskShows()).startsWith("wool-sock");
        assertThat(undone.path("undoes").asLong())
                .isEqualTo(history.path(1).path("id").asLong());
        assertThat(texts(history, "note")).contains("snow is coming");
        assertThat(post("/api/studio/undo", "{}").statusCode()).isEqualTo(409);
    }

    @Test
    void aPinThatCannotShowSaysWhy() throws Exception {
        save(0, rule("r1", "wax", "pin", "leather-wax", 1), rule("r2", "older wax", "pin", "old-wax", 2));

        JsonNode hidden =
                ok(get("/api/studio/products/granite-boot")).path("draft").path("hiddenPins");

        assertThat(texts(hidden, "product")).containsExactly("leather-wax", "old-wax");
        assertThat(texts(hidden, "why")).containsExactly("sold-out", "inactive");
        assertThat(hidden.path(0).path("rule").path("name").asText()).isEqualTo("wax");
    }

    @Test
    void ofTwoMerchandisersTheSlowerIsToldOfTheOthersDraft() throws Exception {
        long version = save(0, GAITERS_FIRST).path("version").asLong();
        save(version, rule("r2", "no socks", "exclude", "wool-sock", null));

        HttpResponse<Buffer> late = put(version, GAITERS_FIRST);

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(texts(ok(get("/api/studio/draft")).path("rules"), "id")).containsExactly("r2");
        assertThat(post("/api/studio/publish", "{\"note\": \"x\", \"version\": " + version + "}")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void whatMakesNoSenseIsRefusedByName() throws Exception {
        assertRefused(400, "which the shop does not have", rule("r1", "yeti", "pin", "yeti-boot", 1));
        assertRefused(400, "place is from 1", rule("r1", "zeroth", "pin", "snow-gaiter", 0));
        assertRefused(400, "beside itself", rule("r1", "itself", "pin", "granite-boot", 1));
        assertRefused(400, "one of pin, boost", rule("r1", "loved", "love", "snow-gaiter", null));
        assertRefused(400, "a strength is from 1", rule("r1", "boosted", "boost", "snow-gaiter", null));
        assertRefused(400, "two rules have the id", GAITERS_FIRST, GAITERS_FIRST);
        assertThat(post("/api/studio/publish", "{\"note\": \" \"}").statusCode())
                .isEqualTo(400);
        assertThat(post("/api/studio/publish", "{\"note\": \"nothing drafted\"}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(get("/api/studio/products/yeti-boot").statusCode()).isEqualTo(404);
        assertThat(ok(get("/api/studio/draft")).path("rules")).isEmpty();
    }

    @Test
    void rulesAtOddsAreShownWithTheOneThatHasItsWay() throws Exception {
        JsonNode conflict = save(0, GAITERS_FIRST, rule("r2", "never", "exclude", "snow-gaiter", null))
                .path("conflicts")
                .path(0);

        assertThat(conflict.path("wins").asText()).isEqualTo("r2");
        assertThat(conflict.path("loses").asText()).isEqualTo("r1");
        assertThat(conflict.path("text").asText())
                .isEqualTo("Snow Gaiter is never shown here: 'never' goes before 'gaiters for snow'");
    }

    @Test
    void rulesThatLeaveNothingAreWarnedOf() throws Exception {
        JsonNode draft = save(
                0,
                rule("r1", "no socks", "exclude", "wool-sock", null),
                rule("r2", "no gaiters", "exclude", "snow-gaiter", null));

        assertThat(texts(draft.path("warnings")))
                .containsExactly("Nothing would be left in goes-with for Granite Boot");
    }

    @Test
    void anEmptyListSaysWhichRulesEmptiedIt() throws Exception {
        save(0, """
                {"id": "r1", "name": "nothing below 999", "act": "exclude", "when": [],
                 "target": {"selection": [{"is": "price", "any": [], "from": 0}]}}
                """);

        JsonNode drafted = ok(get("/api/studio/products/granite-boot")).path("draft");

        assertThat(drafted.path("goesWith")).isEmpty();
        assertThat(drafted.path("goesWithEmpty").asText())
                .isEqualTo("It is empty because rules leave out what was ranked (2): \u201Cnothing below 999\u201D");
    }

    @Test
    void aSetIsCuratedOnceAndMovesEveryRuleThatNamesIt() throws Exception {
        JsonNode begun =
                created(post("/api/studio/sets", "{\"name\": \"Snow days\", \"products\": [\"snow-gaiter\"]}"));
        save(0, """
                {"id": "r1", "name": "snow", "act": "pin", "place": 1, "when": [], "target": {"set": "snow-days"},
                 "list": "goes-with"}
                """);
        ok(post("/api/studio/publish", "{\"note\": \"snow\"}"));
        assertThat(deskShows()).containsExactly("snow-gaiter", "wool-sock");

        JsonNode changed = ok(putJson(
                "/api/studio/sets/snow-days",
                "{\"name\": \"Snow\", \"products\": [\"wool-sock\", \"snow-gaiter\"], \"version\": "
                        + begun.path("version").asLong() + "}"));

        assertThat(deskShows()).containsExactly("wool-sock", "snow-gaiter");
        assertThat(texts(changed.path("usedBy"))).containsExactly("snow");
        assertThat(putJson("/api/studio/sets/snow-days", "{\"name\": \"Late\", \"products\": [], \"version\": 1}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(await(server.request(HttpMethod.DELETE, "/api/studio/sets/snow-days")
                                .send())
                        .statusCode())
                .isEqualTo(409);
        assertThat(post("/api/studio/sets", "{\"name\": \"snow days\", \"products\": []}")
                        .statusCode())
                .isEqualTo(409);
        await(db.query("TRUNCATE rule_set").execute());
        assertThat(await(server.request(HttpMethod.DELETE, "/api/studio/sets/snow-days")
                                .send())
                        .statusCode())
                .isEqualTo(409); // still in force here
        await(recommender.rules().reload());
        assertThat(await(server.request(HttpMethod.DELETE, "/api/studio/sets/snow-days")
                                .send())
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void aPublicationWaitsForItsTimeAndCanBeCalledOffOrBroughtBack() throws Exception {
        save(0, GAITERS_FIRST);
        JsonNode later = ok(post("/api/studio/publish", "{\"note\": \"on Monday\", \"at\": \"2026-01-26T08:00:00Z\"}"));
        long id = later.path("id").asLong();

        assertThat(later.path("state").asText()).isEqualTo("scheduled");
        assertThat(deskShows()).startsWith("wool-sock");
        assertThat(ok(post("/api/studio/versions/" + id + "/cancel", "{}"))
                        .path("state")
                        .asText())
                .isEqualTo("cancelled");
        assertThat(post("/api/studio/versions/" + id + "/cancel", "{}").statusCode())
                .isEqualTo(409);

        ok(post("/api/studio/versions/" + id + "/restore", "{\"note\": \"now after all\"}"));

        assertThat(deskShows()).startsWith("snow-gaiter");
        JsonNode version = ok(get("/api/studio/versions/" + id));
        assertThat(texts(version.path("rules"), "id")).containsExactly("r1");
        assertThat(texts(ok(get("/api/studio/history")).path("history"), "restores"))
                .startsWith(String.valueOf(id));
        assertThat(get("/api/studio/versions/9999").statusCode()).isEqualTo(404);
    }

    @Test
    void rulesGoOutAsATableAndComeInWholeOrNotAtAll() throws Exception {
        save(0, GAITERS_FIRST);
        String csv = get("/api/studio/rules.csv").bodyAsString();
        assertThat(csv).contains("product=granite-boot", "products=snow-gaiter");

        JsonNode refused = ok(
                post(
                        "/api/studio/rules.csv",
                        Json.write(
                                Map.of(
                                        "csv",
                                        csv
                                                + "r2,no yeti,exclude,,both,,products=yeti-boot,,\nr3,sing,sing,,both,,products=wool-sock,,\n"))));
        JsonNode taken = ok(post(
                "/api/studio/rules.csv",
                Json.write(Map.of("csv", csv + "r2,no socks,exclude,,both,,products=wool-sock,,\n"))));

        assertThat(refused.path("faults").path(0).path("line").asInt()).isEqualTo(3);
        assertThat(refused.path("faults").path(0).path("text").asText()).contains("yeti-boot");
        assertThat(refused.path("faults").path(1).path("line").asInt()).isEqualTo(4);
        assertThat(taken.path("rules").asInt()).isEqualTo(2);
        assertThat(texts(ok(get("/api/studio/draft")).path("rules"), "id")).containsExactly("r1", "r2");
    }

    @Test
    void whoBringsRulesByATableHearsWhatThePageWouldSayOfThem() throws Exception {
        String table = """
                id,name,act,number,list,when,target
                r1,none,exclude,,goes-with,product=granite-boot,price=0..
                r2,gaiters,pin,1,goes-with,product=granite-boot,products=snow-gaiter
                r3,never,exclude,,goes-with,season=winter; season=summer,products=wool-sock
                """;

        JsonNode taken = ok(post("/api/studio/rules.csv", Json.write(Map.of("csv", table))));

        assertThat(texts(taken.path("warnings")))
                .containsExactly("Nothing would be left in goes-with for Granite Boot");
        assertThat(texts(taken.path("conflicts"), "loses")).containsExactly("r2");
        assertThat(texts(taken.path("remarks"), "text"))
                .containsExactly(
                        "It excludes everything: where it speaks, nothing is left to show",
                        "It never speaks: no season fits both conditions on it");
        JsonNode never = taken.path("remarks").path(1);
        assertThat(never.path("idle").asBoolean()).isTrue();
        assertThat(never.path("spot").path("part").asText()).isEqualTo("when");
        assertThat(never.path("spot").path("at").asInt()).isEqualTo(1);
        JsonNode draft = ok(get("/api/studio/draft"));
        for (String told : List.of("warnings", "conflicts", "remarks")) {
            assertThat(draft.path(told)).isEqualTo(taken.path(told));
        }
    }

    @Test
    void aDraftIsTriedOnLastMonthsOrders() throws Exception {
        save(0, rule("r1", "no socks", "exclude", "wool-sock", null));

        JsonNode trial = tried();

        JsonNode effect = trial.path("effect");
        assertThat(effect.path("orders").asInt()).isEqualTo(30);
        assertThat(effect.path("asked").asInt()).isEqualTo(60);
        assertThat(effect.path("live").path("hitRate").asDouble()).isEqualTo(1.0);
        assertThat(effect.path("draft").path("hits").asInt()).isEqualTo(40);
        assertThat(trial.path("verdict").asText()).isEqualTo("worse");
        assertThat(effect.path("learnedAt").isMissingNode()).isTrue();
        assertThat(tried()).isEqualTo(trial);
    }

    private JsonNode tried() throws Exception {
        JsonNode trial = ok(post("/api/studio/effect", "{}"));
        while (trial.path("state").asText().equals("running")) trial = ok(get("/api/studio/effect"));
        return trial;
    }

    @Test
    void aRuleIsMadeOfWhatTheShopHas() throws Exception {
        JsonNode choices = ok(get("/api/studio/choices"));

        assertThat(texts(choices.path("categories"), "name")).contains("Wear › Boots");
        assertThat(choices.path("withCost").asInt()).isZero();
        assertThat(choices.path("currency").asText()).isEqualTo("GBP");
        JsonNode remarks = save(0, """
                {"id": "r1", "name": "dear ones", "act": "boost", "percent": 20, "when": [],
                 "target": {"selection": [{"is": "margin", "any": [], "from": 40}]}}
                """).path("remarks");
        assertThat(texts(remarks, "text"))
                .containsExactly("The cost of 5 of 5 products is not known: this is never so for them");
    }

    private static JsonNode created(HttpResponse<Buffer> answer) {
        assertThat(answer.statusCode()).as(answer.bodyAsString()).isEqualTo(201);
        return Json.read(answer.bodyAsString(), JsonNode.class);
    }

    private HttpResponse<Buffer> putJson(String path, String body) throws Exception {
        return await(server.request(HttpMethod.PUT, path)
                .putHeader("Content-Type", "application/json")
                .sendBuffer(Buffer.buffer(body)));
    }

    private List<String> deskShows() throws Exception {
        return await(recommender.goesWith(new CustomerId(1), List.of("granite-boot"))).goesWith().stream()
                .map(Suggestion::product)
                .toList();
    }

    private void assertRefused(int status, String why, String... rules) throws Exception {
        HttpResponse<Buffer> answer = put(0, rules);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.bodyAsJsonObject().getString("detail")).contains(why);
    }

    private JsonNode save(long version, String... rules) throws Exception {
        return ok(put(version, rules));
    }

    private HttpResponse<Buffer> put(long version, String... rules) throws Exception {
        String body = "{\"version\": " + version + ", \"rules\": [" + String.join(", ", rules) + "]}";
        return await(server.request(HttpMethod.PUT, "/api/studio/draft")
                .putHeader("Content-Type", "application/json")
                .sendBuffer(Buffer.buffer(body)));
    }

    private HttpResponse<Buffer> get(String path) throws Exception {
        return server.get(path);
    }

    private HttpResponse<Buffer> post(String path, String json) throws Exception {
        return server.post(path, json);
    }

    private static String rule(String id, String name, String act, String product, @Nullable Integer place) {
        return """
                {"id": "%s", "name": "%s", "act": "%s", "when": [{"is": "product", "any": ["granite-boot"]}],
                 "target": {"products": ["%s"]}, "list": "goes-with", "place": %s}
                """.formatted(id, name, act, product, place);
    }

    private static JsonNode ok(HttpResponse<Buffer> answer) {
        assertThat(answer.statusCode()).as(answer.bodyAsString()).isEqualTo(200);
        return Json.read(answer.bodyAsString(), JsonNode.class);
    }

    private static List<String> products(JsonNode items) {
        return texts(items, "product");
    }

    private static List<String> texts(JsonNode items, String field) {
        return stream(items).map(item -> item.path(field).asText()).toList();
    }

    private static List<String> texts(JsonNode items) {
        return stream(items).map(JsonNode::asText).toList();
    }

    private static Stream<JsonNode> stream(JsonNode items) {
        return StreamSupport.stream(items.spliterator(), false);
    }

    private static <T> T await(Future<T> future) throws TimeoutException {
        return future.await(20, SECONDS);
    }
}
