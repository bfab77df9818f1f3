package outfitter.server;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import outfitter.models.account.Account;
import outfitter.models.account.Accounts;
import outfitter.models.account.Role;
import outfitter.models.account.Sessions;
import outfitter.models.testing.PostgresExtension;
import outfitter.models.testing.TestDatabase;

/**
 * Every route that a server mounts, asked by everybody: what comes out must be the table in {@code access.txt}, letter for
 * letter. A new route fails here until somebody has written down who may call it. The table as it is now lies in {@code
 * target/access.txt} after each run.
 */
@ExtendWith(PostgresExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class AccessTest {
    private static final Path TABLE = Path.of("src/test/resources/access.txt");
    private static final Path FOUND = Path.of("target/access.txt");
    private static final String LINE = "%-6s %-60s %-13s %-7s %-8s %-6s %-13s %-11s %s";

    private final Vertx vertx = Vertx.vertx();
    private final WebClient client = WebClient.create(vertx);
    private final Pool db;
    private final Sessions sessions;
    private final TestDatabase database;
    private OutfitterServer server;
    private JsonObject visitor = new JsonObject();
    private Map<Role, Account> accounts = Map.of();

    AccessTest(TestDatabase database) {
        this.database = database;
        db = PgBuilder.pool()
                .connectingTo(database.connectOptions())
                .using(vertx)
                .build();
        sessions = new Sessions(db, Clock.systemUTC());
    }

    @BeforeAll
    void start() throws Exception {
        server = OutfitterServer.start(ServerConfig.from(Map.of("OUTFITTER_DATABASE_URL", database.url()))
                .withPort(0)
                .withData(Path.of("target/data/access"))
                .withDemo(true));
        visitor = request(HttpMethod.POST, "/api/site/token")
                .sendJsonObject(new JsonObject())
                .await(10, SECONDS)
                .bodyAsJsonObject();
        Accounts all = new Accounts(db);
        accounts = List.of(Role.values()).stream()
                .collect(Collectors.toMap(
                        role -> role,
                        role -> all.add(role.code() + "-matrix", role.code(), "none", role, false, Instant.now())
                                .toCompletionStage()
                                .toCompletableFuture()
                                .join()
                                .orElseThrow()));
    }

    @AfterAll
    void stop() throws Exception {
        server.close();
        vertx.close().await(10, SECONDS);
    }

    private record Route(HttpMethod method, String path, String access) {}

    @Test
    void everyRouteLetsInExactlyWhomTheTableNames() throws Exception {
        List<String> lines = new ArrayList<>();
        for (Route route : routes()) lines.add(line(route));
        String found = String.join("\n", lines) + "\n";
        Files.writeString(FOUND, found);

        String stated = Files.readAllLines(TABLE).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .collect(Collectors.joining("\n", "", "\n"));

        assertThat(found).as("who may call what, see %s", FOUND).isEqualTo(stated);
    }

    private String line(Route route) throws Exception {
        return LINE.formatted(
                        route.method(),
                        route.path(),
                        route.access(),
                        answer(call(route)),
                        answer(call(route).putHeader("Authorization", "Bearer " + visitor.getString("token"))),
                        answer(as(Role.AGENT, route)),
                        answer(as(Role.MERCHANDISER, route)),
                        answer(as(Role.SUPERVISOR, route)),
                        answer(as(Role.ADMIN, route)))
                .stripTrailing();
    }

    /** A session of its own for each call: some of them end it. */
    private HttpRequest<Buffer> as(Role role, Route route) throws Exception {
        Account account = accounts.get(role);
        String token = sessions.open(account == null ? 0 : account.id(), "test").await(10, SECONDS);
        return call(route).putHeader("Cookie", "outfitter_session=" + token);
    }

    private HttpRequest<Buffer> call(Route route) {
        String path = route.path()
                .replace("conversations/{id}", "conversations/" + mine(route))
                .replace("{impression}", "00000000-0000-0000-0000-000000000000")
                .replaceAll("\\{\\w+}", "999999999");
        return request(route.method(), path);
    }

    private String mine(Route route) {
        return route.path().startsWith("/v3/") ? visitor.getString("conversationId") : "999999999";
    }

    /** 'yes' for whoever is let in, whatever becomes of a request that says nothing. */
    private static String answer(HttpRequest<Buffer> request) throws Exception {
        HttpMethod method = request.method();
        boolean reads = method.equals(HttpMethod.GET) || method.equals(HttpMethod.DELETE);
        HttpResponse<Buffer> response =
                (reads ? request.send() : request.sendJsonObject(new JsonObject())).await(10, SECONDS);
        int status = response.statusCode();
        return status == 401 || status == 403 || status >= 500 ? Integer.toString(status) : "yes";
    }

    private HttpRequest<Buffer> request(HttpMethod method, String path) {
        return client.request(method, server.port(), "127.0.0.1", path).followRedirects(false);
    }

    /** Everything in the register, and what is mounted beside it. */
    private List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path :
                server.api().document().path("paths").properties()) {
            path.getValue()
                    .properties()
                    .forEach(method -> routes.add(new Route(
                            HttpMethod.valueOf(method.getKey().toUpperCase(Locale.ROOT)),
                            path.getKey(),
                            method.getValue().path("x-access").asText("public"))));
        }
        routes.add(new Route(HttpMethod.GET, "/metrics", "public"));
        routes.add(new Route(HttpMethod.GET, "/openapi.json", "public"));
        routes.sort(Comparator.comparing(Route::path)
                .thenComparing(route -> route.method().name()));
        return routes;
    }
}
