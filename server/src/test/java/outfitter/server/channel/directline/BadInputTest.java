package outfitter.server.channel.directline;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.multipart.MultipartForm;
import io.vertx.pgclient.PgConnectOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outfitter.models.testing.PostgresExtension;

/** Whoever sends nonsense hears what is wrong with it, and nobody else notices. */
@ExtendWith(PostgresExtension.class)
class BadInputTest {
    private final PgConnectOptions database;
    private SiteServer server;
    private Customer customer;

    BadInputTest(PgConnectOptions database) {
        this.database = database;
    }

    @BeforeEach
    void open() throws Exception {
        server = new SiteServer(database);
        customer = Customer.anonymous(server);
    }

    @AfterEach
    void close() throws Exception {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not json | 400 | BadArgument",
                "[] | 400 | BadArgument",
                "{} | 400 | BadArgument",
                "{\"type\":\"message\"} | 400 | BadArgument",
                "{\"type\":\"message\",\"text\":\"  \"} | 400 | BadArgument",
                "{\"type\":\"message\",\"text\":{\"a\":1}} | 400 | BadArgument",
                "{\"type\":7,\"text\":\"\\ud800\"} | 400 | BadArgument",
                "{\"type\":\"message\",\"text\":\"see\",\"attachments\":[{\"contentUrl\":\"data:x\"}]} | 415 | UnsupportedMediaType",
            })
    void anActivityThatIsNoneIsRefusedInDirectLinesWords(String body, int status, String code) throws Exception {
        HttpResponse<Buffer> answer = customer.post(activities(), body);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(error(answer).getString("code")).isEqualTo(code);
        assertThat(error(answer).getString("message")).isNotBlank();
    }

    @Test
    void aMessageOfTenMegabytesIsRefusedAndOthersGoOn() throws Exception {
        Customer other = Customer.anonymous(server);
        String huge = new JsonObject()
                .put("type", "message")
                .put("text", "x".repeat(10_000_000))
                .encode();

        HttpResponse<Buffer> answer = customer.post(activities(), huge);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(error(answer).getString("code")).isEqualTo("MessageSizeTooBig");
        assertThat(other.say("hello")).isNotEmpty();
        assertThat(customer.say("a shorter one")).isNotEmpty();
    }

    @Test
    void aTextThatIsTooLongIsRefusedWithTheLimit() throws Exception {
        HttpResponse<Buffer> answer =
                customer.postActivity(new JsonObject().put("type", "message").put("text", "x".repeat(5_000)));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(error(answer).getString("message")).contains("5000").contains("4096");
    }

    @Test
    void markupIsOnlyText() throws Exception {
        try (Screen screen = customer.open()) {
            customer.say("<img src=x onerror=alert(1)> & <b>bold</b>");

            JsonObject echo = screen.next();
            assertThat(echo.getString("text")).isEqualTo("<img src=x onerror=alert(1)> & <b>bold</b>");
            assertThat(echo.getString("textFormat")).isEqualTo("plain");
        }
    }

    @Test
    void whatNoDatabaseKeepsIsLeftOut() throws Exception {
        customer.post(activities(), "{\"type\":\"message\",\"text\":\"a\\u0007b\\ud800c \\ud83d\\ude00\"}");

        assertThat(customer.readAll())
                .first()
                .extracting(each -> each.getString("text"))
                .isEqualTo("abc \ud83d\ude00");
    }

    @Test
    void aWrongTokenIsRefusedEverywhere() throws Exception {
        customer.token = customer.token.substring(0, customer.token.length() - 4) + "AAAA";

        for (HttpResponse<Buffer> answer : List.of(
                customer.start(),
                customer.reconnect(""),
                customer.get(activities()),
                customer.postActivity(new JsonObject().put("type", "message").put("text", "hello")),
                customer.post("/v3/directline/tokens/refresh", new JsonObject()))) {
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.bodyAsJsonObject().getJsonObject("error").getString("code"))
                    .isEqualTo("Forbidden");
        }
    }

    @Test
    void anExpiredTokenIsRefused() throws Exception {
        try (SiteServer later = new SiteServer(
                database, Clock.fixed(Instant.now().plus(Duration.ofMinutes(31)), java.time.ZoneOffset.UTC))) {
            Customer back = new Customer(later.vertx, later.port());
            back.token = customer.token;
            back.visitor = customer.visitor;

            assertThat(back.start().statusCode()).isEqualTo(403);
        }
    }

    @Test
    void somebodyElsesConversationIsRefused() throws Exception {
        Customer other = Customer.anonymous(server);
        other.say("this is private");
        customer.visitor = other.visitor;

        assertThat(customer.get(activities()).statusCode()).isEqualTo(403);
        assertThat(customer.reconnect("").statusCode()).isEqualTo(403);
        assertThat(customer.postActivity(new JsonObject().put("type", "message").put("text", "hello"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aWatermarkOfSomebodyElseShowsNothingOfTheirs() throws Exception {
        Customer other = Customer.anonymous(server);
        other.say("this is private");
        String theirs = other.read("").getString("watermark");
        customer.say("mine");

        assertThat(customer.read(theirs).encode()).doesNotContain("private").contains("mine");
        assertThat(customer.reconnect("what%20is%20this").statusCode()).isEqualTo(400);
    }

    @Test
    void anUploadsActivityIsTakenAndItsFilesAreRefused() throws Exception {
        Buffer said = new JsonObject()
                .put("type", "message")
                .put("text", "look at this")
                .toBuffer();
        MultipartForm words =
                MultipartForm.create().binaryFileUpload("activity", "blob", said, "application/vnd.microsoft.activity");
        MultipartForm picture = MultipartForm.create()
                .binaryFileUpload("activity", "blob", said, "application/vnd.microsoft.activity")
                .binaryFileUpload("file", "boot.png", Buffer.buffer(new byte[100_000]), "image/png");

        HttpResponse<Buffer> taken = upload(words);
        HttpResponse<Buffer> refused = upload(picture);

        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(taken.bodyAsJsonObject().getString("id"))
                .isEqualTo(customer.readAll().get(0).getString("id"));
        assertThat(refused.statusCode()).isEqualTo(415);
        assertThat(error(refused).getString("code")).isEqualTo("UnsupportedMediaType");
    }

    @Test
    void aBigFrameEndsTheSocketThatSentItAndNoOther() throws Exception {
        try (Screen screen = customer.open();
                Screen other = customer.open()) {
            screen.send("x".repeat(400_000));
            customer.say("hello");

            assertThat(screen.closed().await(5, SECONDS)).isNotNull();
            assertThat(other.next().getString("text")).isEqualTo("hello");
        }
    }

    @Test
    void aPageOfSomebodyElsesIsRefusedWithTheVariableThatWouldLetItIn() throws Exception {
        HttpResponse<Buffer> refused = tokenFrom("https://elsewhere.example");
        HttpResponse<Buffer> ours = tokenFrom("http://localhost:" + server.port());
        HttpResponse<Buffer> shops = tokenFrom(SiteServer.SHOP);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.bodyAsString()).contains("OUTFITTER_ORIGINS").contains("https://elsewhere.example");
        assertThat(ours.statusCode()).isEqualTo(200);
        assertThat(shops.statusCode()).isEqualTo(200);
        assertThat(shops.getHeader("Access-Control-Allow-Origin")).isEqualTo(SiteServer.SHOP);
    }

    @Test
    void aPageOnTheShopsSiteMayAskBeforehand() throws Exception {
        HttpResponse<Buffer> preflight = customer.request(HttpMethod.OPTIONS, activities())
                .putHeader("Origin", SiteServer.SHOP)
                .putHeader("Access-Control-Request-Method", "POST")
                .send()
                .await(5, SECONDS);

        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(preflight.getHeader("Access-Control-Allow-Headers")).contains("authorization");
    }

    @Test
    void aVisitorsIdThatWeNeverGaveIsRefused() throws Exception {
        assertThat(customer.post("/api/site/token", new JsonObject().put("visitor", "1"))
                        .statusCode())
                .isEqualTo(400);
    }

    private HttpResponse<Buffer> tokenFrom(String origin) throws Exception {
        return customer.request(HttpMethod.POST, "/api/site/token")
                .putHeader("Origin", origin)
                .sendJsonObject(new JsonObject())
                .await(5, SECONDS);
    }

    private HttpResponse<Buffer> upload(MultipartForm form) throws Exception {
        String path = "/v3/directline/conversations/" + customer.visitor + "/upload?userId=x";
        return customer.authorised(HttpMethod.POST, path, customer.token)
                .sendMultipartForm(form)
                .await(10, SECONDS);
    }

    private String activities() {
        return "/v3/directline/conversations/" + customer.visitor + "/activities";
    }

    private static JsonObject error(HttpResponse<Buffer> answer) {
        return answer.bodyAsJsonObject().getJsonObject("error");
    }
}
