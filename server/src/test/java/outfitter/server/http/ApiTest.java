package outfitter.server.http;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.ext.web.handler.HttpException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS)
class ApiTest {
    private static final Guard KNOCK =
            (ctx, needed) -> ctx.vertx().timer(5).mapEmpty().compose(waited -> {
                String key = ctx.request().getHeader("Authorization");
                return "sesame".equals(key)
                        ? Future.succeededFuture()
                        : Future.failedFuture(new HttpException(401, "Sign in first"));
            });

    private ApiServer server;
    private WebSocketClient sockets;

    @BeforeAll
    void open() throws Exception {
        server = ApiServer.with(KNOCK, api -> {
            api.get("/api/tents/:id", Operation.of("Shows a tent").returns(Tent.class), ApiTest::tent);
            api.post(
                    "/api/tents",
                    Operation.of("Pitches a tent")
                            .by(Access.AGENT)
                            .takes(Tent.class)
                            .returns(201, Tent.class),
                    ctx -> Future.succeededFuture(Requests.body(ctx, Tent.class)));
            api.post(
                    "/api/open/tents",
                    Operation.of("Pitches a tent in public")
                            .takes(Tent.class)
                            .returns(201, Tent.class)
                            .limit(1000),
                    ctx -> Future.succeededFuture(Requests.body(ctx, Tent.class)));
            api.delete("/api/tents/:id", Operation.of("Strikes a tent"), ctx -> Future.<Void>succeededFuture());
            api.socket(
                    "/api/wind",
                    Operation.of("Tells the wind").by(Access.AGENT),
                    ctx -> Api.upgrade(ctx).onSuccess(socket -> socket.writeTextMessage("NW 4")));
            api.get("/api/storm", Operation.of("Breaks").returns(Tent.class), ctx -> {
                throw new IllegalArgumentException("secret words");
            });
            api.get(
                    "/api/liar",
                    Operation.of("Says one thing, does another").returns(Tent.class),
                    ctx -> Future.succeededFuture("x"));
        });
        sockets = server.vertx().createWebSocketClient();
    }

    @AfterAll
    void close() throws Exception {
        server.close();
    }

    @Test
    void aDeclaredOperationAnswersWithItsRecord() throws Exception {
        HttpResponse<Buffer> response = server.get("/api/tents/7");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.getHeader("Content-Type")).isEqualTo("application/json");
        assertThat(response.bodyAsJsonObject().getString("name")).isEqualTo("Tent 7");
        assertThat(response.bodyAsJsonObject().containsKey("owner")).isFalse();
    }

    @Test
    void nothingToSayIsNoContent() throws Exception {
        HttpResponse<Buffer> response =
                server.request(HttpMethod.DELETE, "/api/tents/7").send().await(5, SECONDS);

        assertThat(response.statusCode()).isEqualTo(204);
    }

    @Test
    void aGuardedOperationIsServedOverHttp2Too() throws Exception {
        WebClient client = WebClient.create(
                server.vertx(),
                new WebClientOptions().setDefaultPort(server.port()).setProtocolVersion(HttpVersion.HTTP_2));

        HttpResponse<Buffer> answer = client.post("/api/tents")
                .putHeader("Content-Type", "application/json")
                .putHeader("Authorization", "sesame")
                .sendBuffer(Buffer.buffer("{\"name\":\"Dome\",\"poles\":[],\"since\":\"2026-01-01T00:00:00Z\"}"))
                .await(5, SECONDS);

        assertThat(answer.version()).isEqualTo(HttpVersion.HTTP_2);
        assertThat(answer.statusCode()).isEqualTo(201);
    }

    @Test
    void aGuardedOperationLetsInOnlyWhoMayEnter() throws Exception {
        String body = "{\"name\":\"Dome\",\"poles\":[{\"centimetres\":120}],\"since\":\"2026-01-01T00:00:00Z\"}";

        HttpResponse<Buffer> stranger = server.post("/api/tents", body);
        HttpResponse<Buffer> agent = server.request(HttpMethod.POST, "/api/tents")
                .putHeader("Content-Type", "application/json")
                .putHeader("Authorization", "sesame")
                .sendBuffer(Buffer.buffer(body))
                .await(5, SECONDS);

        assertThat(stranger.statusCode()).isEqualTo(401);
        assertThat(stranger.getHeader("Content-Type")).isEqualTo("application/problem+json");
        assertThat(stranger.bodyAsJsonObject().getString("detail")).isEqualTo("Sign in first");
        assertThat(agent.statusCode()).isEqualTo(201);
    }

    @Test
    void aSocketOpensBehindAGuard() throws Exception {
        ClientWebSocket socket = sockets.webSocket();
        Future<String> wind = Future.future(promise -> socket.textMessageHandler(promise::tryComplete));

        socket.connect(new io.vertx.core.http.WebSocketConnectOptions()
                        .setHost("127.0.0.1")
                        .setPort(server.port())
                        .setURI("/api/wind")
                        .putHeader("Authorization", "sesame"))
                .await(5, SECONDS);

        assertThat(wind.await(5, SECONDS)).isEqualTo("NW 4");
        socket.close().await(5, SECONDS);
    }

    @Test
    void aStopTellsOpenSocketsToComeBackElsewhere() throws Exception {
        ApiServer stopping = ApiServer.with(api -> api.socket(
                "/api/wind",
                Operation.of("Tells the wind"),
                ctx -> Api.upgrade(ctx).onSuccess(socket -> socket.writeTextMessage("NW 4"))));
        ClientWebSocket socket = sockets.webSocket();
        Future<String> wind = Future.future(promise -> socket.textMessageHandler(promise::tryComplete));
        Future<Void> closed = Future.future(promise -> socket.closeHandler(promise::complete));
        socket.connect(stopping.port(), "127.0.0.1", "/api/wind").await(5, SECONDS);
        wind.await(5, SECONDS);

        stopping.drain().await(5, SECONDS);

        closed.await(5, SECONDS);
        assertThat(socket.closeStatusCode()).isEqualTo((short) 1001);
        stopping.close();
    }

    @Test
    void aBadFieldIsNamed() throws Exception {
        assertThat(refusal("{\"poles\":[]}")).isEqualTo("name: is missing");
        assertThat(refusal("{\"name\":\"a\",\"poles\":[{}],\"since\":\"2026-01-01T00:00:00Z\"}"))
                .isEqualTo("poles[0].centimetres: is missing");
        assertThat(refusal("{\"name\":\"a\",\"poles\":[{\"centimetres\":-1}],\"since\":\"2026-01-01T00:00:00Z\"}"))
                .isEqualTo("poles[0]: a pole has a length");
        assertThat(refusal("{\"name\":\"a\",\"poles\":[],\"since\":\"tomorrow\"}"))
                .isEqualTo("since: must be an instant such as 2026-03-01T12:00:00Z");
        assertThat(refusal("{\"name\":\"a\\u0000\",\"poles\":[],\"since\":\"2026-01-01T00:00:00Z\"}"))
                .isEqualTo("name: must not contain NUL");
        assertThat(refusal("{\"name\":")).startsWith("The body is not JSON, see line 1");
        assertThat(refusal("[]")).isEqualTo("body: must be a JSON object");
    }

    @Test
    void aBodyAboveTheLimitIsRefused() throws Exception {
        HttpResponse<Buffer> response = server.post("/api/open/tents", "{\"name\":\"" + "a".repeat(2000) + "\"}");

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.bodyAsJsonObject().getInteger("status")).isEqualTo(413);
    }

    @Test
    void tenMegabytesAreRefusedInWordsAndNotByACutLine() throws Exception {
        HttpResponse<Buffer> response = server.post("/api/open/tents", "{\"name\":\"" + "a".repeat(10_000_000) + "\"}");

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(server.get("/api/tents/7").statusCode()).isEqualTo(200);
    }

    @Test
    void aFailureOfOursTellsNothing() throws Exception {
        HttpResponse<Buffer> response = server.get("/api/storm");

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.bodyAsString()).doesNotContain("secret");
    }

    @Test
    void anAnswerThatWasNotDeclaredIsAFailure() throws Exception {
        assertThat(server.get("/api/liar").statusCode()).isEqualTo(500);
    }

    @Test
    void unknownPathsAndMethodsAreProblems() throws Exception {
        HttpResponse<Buffer> nowhere = server.get("/api/nowhere");
        HttpResponse<Buffer> method =
                server.request(HttpMethod.PUT, "/api/tents/7").send().await(5, SECONDS);
        HttpResponse<Buffer> page = server.get("/nowhere");

        assertThat(nowhere.statusCode()).isEqualTo(404);
        assertThat(nowhere.bodyAsJsonObject().getString("title")).isEqualTo("Not Found");
        assertThat(method.statusCode()).isEqualTo(405);
        assertThat(method.bodyAsJsonObject().getInteger("status")).isEqualTo(405);
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.getHeader("Content-Type")).startsWith("text/html");
        assertThat(page.getHeader("Content-Security-Policy"))
                .contains("default-src 'self'")
                .doesNotContain("unsafe");
    }

    @Test
    void theDocumentDescribesWhatIsMounted() {
        JsonObject document = new JsonObject(server.api().document().toString());

        assertThat(document.getString("openapi")).isEqualTo("3.1.0");
        JsonObject schemas = document.getJsonObject("components").getJsonObject("schemas");
        assertThat(schemas.getJsonObject("Tent").getJsonArray("required"))
                .contains("name", "poles", "since")
                .doesNotContain("owner", "colour");
        assertThat(document.getJsonObject("paths")
                        .getJsonObject("/api/tents/{id}")
                        .fieldNames())
                .containsExactlyInAnyOrder("get", "delete");
        assertThat(OpenApiConformance.undocumented(server.api())).isEmpty();
    }

    @Test
    void aRouteBesideTheRegisterIsNoticed() {
        server.api().router().get("/api/secret").handler(RoutingContext::next);

        assertThat(OpenApiConformance.undocumented(server.api())).containsExactly("get /api/secret");

        server.api().router().getRoutes().stream()
                .filter(route -> "/api/secret".equals(route.getPath()))
                .forEach(io.vertx.ext.web.Route::remove);
    }

    private String refusal(String json) throws Exception {
        HttpResponse<Buffer> response = server.post("/api/open/tents", json);
        assertThat(response.statusCode()).isEqualTo(400);
        return response.bodyAsJsonObject().getString("detail");
    }

    private static Future<Tent> tent(RoutingContext ctx) {
        return Future.succeededFuture(new Tent(
                "Tent " + Requests.id(ctx, "id"), List.of(new Pole(90)), Instant.EPOCH, null, Optional.empty()));
    }

    record Pole(int centimetres) {
        Pole {
            if (centimetres <= 0) throw new IllegalArgumentException("a pole has a length");
        }
    }

    record Tent(
            String name,
            List<Pole> poles,
            Instant since,
            @Nullable String owner,
            Optional<String> colour) {}
}
