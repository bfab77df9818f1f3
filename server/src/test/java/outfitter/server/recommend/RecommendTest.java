package outfitter.server.recommend;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import outfitter.models.account.Account;
import outfitter.models.account.Accounts;
import outfitter.models.account.Role;
import outfitter.models.conversation.Conversations;
import outfitter.models.json.Json;
import outfitter.models.merchandising.Act;
import outfitter.models.merchandising.Rule;
import outfitter.models.merchandising.RuleSet;
import outfitter.models.merchandising.SuggestionList;
import outfitter.models.merchandising.Target;
import outfitter.models.shop.Catalogues;
import outfitter.models.shop.CurrentCatalogue;
import outfitter.models.testing.PostgresExtension;
import outfitter.recommender.Recommender;
import outfitter.server.http.ApiServer;
import outfitter.server.http.OpenApiConformance;

@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecommendTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-20T12:00:00Z"), ZoneOffset.UTC);
    private static final String SHOP = """
            INSERT INTO category (id, parent, name, position) VALUES
              ('wear', NULL, 'Wear', 1), ('wear/boots', 'wear', 'Boots', 2), ('wear/socks', 'wear', 'Socks', 3),
              ('wear/gaiters', 'wear', 'Gaiters', 4);
            INSERT INTO product (id, title, category, repeatable, created_at)
              SELECT id, title, category, id = 'wool-sock', '2025-01-01Z' FROM (VALUES
                ('granite-boot', 'Granite Boot', 'wear/boots'), ('ridge-boot', 'Ridge Boot', 'wear/boots'),
                ('wool-sock', 'Wool Sock', 'wear/socks'), ('snow-gaiter', 'Snow Gaiter', 'wear/gaiters'))
              AS p (id, title, category);
            INSERT INTO variant (sku, product, price, currency, position)
              SELECT id, id, CASE id WHEN 'granite-boot' THEN 15000 WHEN 'ridge-boot' THEN 19000 ELSE 2000 END, 'GBP', 1
              FROM product;
            INSERT INTO stock (sku, quantity, updated_at) SELECT sku, 5, '2026-01-01Z' FROM variant;
            INSERT INTO customer (id, external_id, created_at) OVERRIDING SYSTEM VALUE VALUES (7, 'c-7', '2025-01-01Z');
            INSERT INTO "order" (number, customer, state, total, currency, placed_at)
              SELECT 'OF-' || n, CASE WHEN n <= 2 THEN 7 END, 'delivered', 0, 'GBP', '2026-01-01Z'
              FROM generate_series(1, 30) n;
            INSERT INTO order_line ("order", line, sku, product, quantity, price)
              SELECT id, 1, 'granite-boot', 'granite-boot', 1, 15000 FROM "order";
            INSERT INTO order_line ("order", line, sku, product, quantity, price)
              SELECT id, 2, 'wool-sock', 'wool-sock', 1, 2000 FROM "order" WHERE substr(number, 4)::int <= 20;
            INSERT INTO order_line ("order", line, sku, product, quantity, price)
              SELECT id, 2, 'snow-gaiter', 'snow-gaiter', 1, 2000 FROM "order" WHERE substr(number, 4)::int > 20;
            INSERT INTO declined_pair (anchor, product, list, declines, first_at, last_at)
              VALUES ('granite-boot', 'snow-gaiter', 'goes-with', 2, now(), now())
            """;

    private final Vertx vertx = Vertx.vertx();
    private final Recommender recommender;
    private final ApiServer server;
    private final Account mira;

    RecommendTest(Pool db) throws Exception {
        await(db.query(SHOP).execute());
        mira = await(new Accounts(db).add("mira", "Mira", "x", Role.MERCHANDISER, false, CLOCK.instant()))
                .orElseThrow();
        CurrentCatalogue catalogue = new CurrentCatalogue(new Catalogues(db));
        recommender = new Recommender(vertx, db, catalogue, CLOCK);
        await(catalogue.reload());
        await(recommender.start());
        Recommend recommend =
                new Recommend(recommender, catalogue, new Conversations(db), db, CLOCK, ctx -> mira, ctx -> "till");
        server = ApiServer.with((ctx, needed) -> Future.succeededFuture(), recommend::mount);
    }

    @AfterAll
    void close() throws Exception {
        server.close();
        await(recommender.close());
        await(vertx.close());
    }

    @Test
    void whatGoesWithABootIsToldWithReasonsAndKept() throws Exception {
        HttpResponse<Buffer> first = send(HttpMethod.GET, "/api/recommend/goes-with?product=granite-boot", null, null);

        JsonNode best = json(first).path("products").path(0);
        assertThat(best.path("id").asText()).isEqualTo("wool-sock");
        assertThat(best.path("why").path(0).asText()).isEqualTo("bought together with the Granite Boot in 20 orders");
        assertThat(first.getHeader("Cache-Control")).isEqualTo("public, max-age=60");
        String tag = first.getHeader("ETag");
        assertThat(send(HttpMethod.GET, "/api/recommend/goes-with?product=granite-boot", null, tag)
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void aCacheOnTheWayMayWeakenTheTagOrSendSeveral() throws Exception {
        String boot = "/api/recommend/goes-with?product=granite-boot";
        String tag = send(HttpMethod.GET, boot, null, null).getHeader("ETag");

        assertThat(send(HttpMethod.GET, boot, null, "W/" + tag).statusCode()).isEqualTo(304);
        assertThat(send(HttpMethod.GET, boot, null, "\"older\", " + tag).statusCode())
                .isEqualTo(304);
        assertThat(send(HttpMethod.GET, boot, null, "\"older\"").statusCode()).isEqualTo(200);
    }

    @Test
    void hundredsOfProductsMayBeExcluded() throws Exception {
        String boot = "/api/recommend/goes-with?product=granite-boot&exclude=wool-sock";
        String others = ",seen-before".repeat(20) + names(298);

        assertThat(ids(boot + others)).containsExactly("snow-gaiter");
        assertThat(send(HttpMethod.GET, boot + names(300), null, null).bodyAsString())
                .contains("exclude: at most 300");
    }

    @Test
    void whatIsExcludedIsLeftOut() throws Exception {
        assertThat(ids("/api/recommend/goes-with?product=granite-boot&exclude=wool-sock"))
                .containsExactly("snow-gaiter");
        assertThat(ids("/api/recommend/step-up?product=granite-boot")).containsExactly("ridge-boot");
        assertThat(ids("/api/recommend/cart?product=granite-boot,wool-sock")).containsExactly("snow-gaiter");
        assertThat(ids("/api/recommend/again?customer=c-7")).containsExactly("wool-sock");
        assertThat(ids("/api/recommend/popular?category=wear/socks")).containsExactly("wool-sock");
        assertThat(send(HttpMethod.GET, "/api/recommend/goes-with", null, null).statusCode())
                .isEqualTo(400);
        assertThat(send(HttpMethod.GET, "/api/recommend/again?customer=nobody", null, null)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void anEmptyListSaysWhy() throws Exception {
        String boot = "/api/recommend/goes-with?product=granite-boot";
        assertThat(whyEmpty(boot)).isEmpty();
        assertThat(whyEmpty(boot + "&exclude=wool-sock,snow-gaiter")).contains("exclude");
        assertThat(whyEmpty("/api/recommend/step-up?product=ridge-boot")).contains("nothing");

        Rule nothing = Rule.plain(
                "quiet", Act.EXCLUDE, List.of(), Target.products("wool-sock", "snow-gaiter"), SuggestionList.GOES_WITH);
        long version = await(recommender.rules().draft()).version();
        long saved = await(recommender.rules().save(new RuleSet(List.of(nothing)), version, mira.id()))
                .orElseThrow()
                .version();
        await(recommender.rules().publish(saved, "", mira.id(), null));
        await(recommender.rules().reload());
        assertThat(whyEmpty(boot)).contains("rules");

        await(recommender.rules().undo(mira.id()));
        await(recommender.rules().save(RuleSet.EMPTY, saved, mira.id()));
        await(recommender.rules().reload());
        assertThat(whyEmpty(boot)).isEmpty();
    }

    @Test
    void whatIsWrongWithAnEventKeepsNoOther() throws Exception {
        String events = """
                [{"kind": "view", "visitor": "v1", "product": "granite-boot"},
                 {"kind": "view", "visitor": "v1", "product": "unheard-of"},
                 {"kind": "view", "visitor": "v1", "product": "wool-sock", "at": "2031-01-01T00:00:00Z"},
                 {"kind": "dance", "visitor": "v1", "product": "wool-sock"}]
                """;

        JsonNode report = json(send(HttpMethod.POST, "/api/events", events, null));

        assertThat(report.path("taken").asInt()).isEqualTo(1);
        assertThat(report.path("refused")).hasSize(3);
        assertThat(report.path("refused").path(1).path("reason").asText()).contains("future");
        assertThat(ids("/api/recommend/customer?visitor=v1")).contains("wool-sock");
        assertThat(send(HttpMethod.POST, "/api/events", "[".repeat(1500), null).bodyAsString())
                .contains("nested too deeply");
    }

    @Test
    void aCartIsACartAndAPurchaseEndsAVisit() throws Exception {
        String cart = """
                [{"kind": "view", "visitor": "v2", "product": "granite-boot"},
                 {"kind": "cart", "visitor": "v2", "product": "wool-sock"}]
                """;
        String purchase = """
                {"kind": "purchase", "visitor": "v2", "product": "wool-sock"}
                """;

        assertThat(json(send(HttpMethod.POST, "/api/events", cart, null))
                        .path("taken")
                        .asInt())
                .isEqualTo(2);
        assertThat(recommender.visits().of("v2")).containsExactly("granite-boot");
        assertThat(ids("/api/recommend/customer?visitor=v2"))
                .contains("snow-gaiter")
                .doesNotContain("wool-sock");
        json(send(HttpMethod.POST, "/api/events", purchase, null));

        assertThat(recommender.visits().of("v2")).isEmpty();
        assertThat(recommender.visits().cartOf("v2")).isEmpty();
    }

    @Test
    void whyNotIsAnsweredOfAnyProduct() throws Exception {
        JsonNode boot = json(send(HttpMethod.GET, "/api/studio/products/granite-boot/why/ridge-boot", null, null));
        JsonNode sock = json(send(HttpMethod.GET, "/api/studio/products/granite-boot/why/wool-sock", null, null));

        assertThat(boot.path("answer").asText()).contains("replaces what is at hand");
        assertThat(boot.path("verdict").asText()).isEqualTo("instead");
        assertThat(boot.path("aloud").asText()).contains("takes the place of the Granite Boot");
        assertThat(sock.path("place").asInt()).isEqualTo(1);
        assertThat(sock.path("together").path(0).path("orders").asInt()).isEqualTo(20);
        assertThat(json(send(HttpMethod.GET, "/api/studio/products/granite-boot/why/kilt", null, null))
                        .path("answer")
                        .asText())
                .contains("no such product");
    }

    @Test
    void whatAgentsDeclinedIsKeptApartByOneClick() throws Exception {
        JsonNode todo = json(send(HttpMethod.GET, "/api/studio/todos", null, null))
                .path("todos")
                .path(0);
        assertThat(todo.path("product").path("title").asText()).isEqualTo("Snow Gaiter");
        assertThat(todo.path("declines").asInt()).isEqualTo(2);
        String path = "/api/studio/todos/" + todo.path("id").asLong() + "/exclude";

        JsonNode excluded = json(send(HttpMethod.POST, path, "", null));

        assertThat(excluded.path("rule").path("act").asText()).isEqualTo("exclude");
        assertThat(excluded.path("rule").path("name").asText()).startsWith("Snow Gaiter not with ");
        assertThat(await(recommender.rules().draft()).rules().rules()).hasSize(1);
        assertThat(json(send(HttpMethod.GET, "/api/studio/todos", null, null)).path("todos"))
                .isEmpty();
        assertThat(send(HttpMethod.POST, path, "", null).statusCode()).isEqualTo(404);
    }

    @Test
    void everythingIsDescribed() {
        assertThat(OpenApiConformance.undocumented(server.api())).isEmpty();
    }

    private Optional<String> whyEmpty(String path) throws Exception {
        JsonNode because = json(send(HttpMethod.GET, path, null, null)).path("emptyBecause");
        return because.isTextual() ? Optional.of(because.asText()) : Optional.empty();
    }

    private static String names(int count) {
        return IntStream.range(0, count).mapToObj(i -> ",seen-" + i).collect(Collectors.joining());
    }

    private List<String> ids(String path) throws Exception {
        return json(send(HttpMethod.GET, path, null, null)).path("products").findValuesAsText("id");
    }

    @Test
    void whatTheRankingLearnedIsKeptWithWhoAskedForIt() throws Exception {
        JsonNode taught = json(send(HttpMethod.POST, "/api/studio/ranking/learn", null, null));

        JsonNode lesson = taught.path("lessons").path(0);
        assertThat(lesson.path("by").asText()).isEqualTo("Mira");
        assertThat(lesson.path("orders").asInt()).isEqualTo(30);
        assertThat(lesson.path("report")).isEqualTo(taught.path("last"));
        assertThat(lesson.path("report").path("used").asBoolean()).isFalse();
        JsonNode choices = lesson.path("report").path("chosen").path(0);
        assertThat(choices.path("needed").asInt()).isEqualTo(300);
        assertThat(choices.path("enough").asBoolean()).isFalse();
        assertThat(taught.path("live").isMissingNode()).isTrue();
        assertThat(taught.path("learning").isMissingNode()).isTrue();
        assertThat(json(send(HttpMethod.GET, "/api/studio/ranking", null, null)))
                .isEqualTo(taught);
    }

    private HttpResponse<Buffer> send(HttpMethod method, String path, @Nullable String body, @Nullable String tag)
            throws Exception {
        HttpRequest<Buffer> request = server.request(method, path);
        if (tag != null) request.putHeader("If-None-Match", tag);
        request.putHeader("Content-Type", "application/json");
        return await(body == null ? request.send() : request.sendBuffer(Buffer.buffer(body)));
    }

    private static JsonNode json(HttpResponse<Buffer> answer) {
        assertThat(answer.statusCode()).as(answer.bodyAsString()).isEqualTo(200);
        return Json.read(answer.bodyAsString(), JsonNode.class);
    }

    private static <T> T await(Future<T> future) throws TimeoutException {
        return future.await(20, SECONDS);
    }
}
