package outfitter.server.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static outfitter.server.staff.StaffServer.PASSWORD;
import static outfitter.server.staff.StaffServer.await;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import outfitter.models.account.Account;
import outfitter.models.account.Role;
import outfitter.models.testing.PostgresExtension;
import outfitter.models.testing.TestDatabase;

@ExtendWith(PostgresExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class SignInTest {
    private final StaffServer server;

    SignInTest(TestDatabase database) throws Exception {
        server = new StaffServer(database);
    }

    @AfterAll
    void close() throws Exception {
        server.close();
    }

    @Test
    void aSessionLastsUntilItsOwnerEndsIt() throws Exception {
        Account account = server.account(name(), Role.AGENT);
        Screen screen = new Screen(server.vertx, server.port());

        assertThat(screen.get("/api/session").statusCode()).isEqualTo(401);
        HttpResponse<Buffer> signedIn = screen.signIn(account.name(), PASSWORD);

        assertThat(signedIn.statusCode()).isEqualTo(200);
        assertThat(signedIn.getHeader("set-cookie"))
                .contains("outfitter_session=")
                .containsIgnoringCase("HttpOnly")
                .containsIgnoringCase("SameSite=Strict")
                .contains("Path=/");
        assertThat(screen.get("/api/session")
                        .bodyAsJsonObject()
                        .getJsonObject("account")
                        .getString("role"))
                .isEqualTo("agent");
        assertThat(screen.delete("/api/session").statusCode()).isEqualTo(204);
        assertThat(screen.get("/api/session").statusCode()).isEqualTo(401);
    }

    @Test
    void aWrongPasswordAndAnUnknownNameReadTheSame() throws Exception {
        Account account = server.account(name(), Role.AGENT);
        Screen screen = new Screen(server.vertx, server.port());

        HttpResponse<Buffer> wrong = screen.signIn(account.name(), "not this one");
        HttpResponse<Buffer> unknown = screen.signIn(name(), "not this one");

        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(wrong.bodyAsString()).isEqualTo(unknown.bodyAsString());
    }

    @Test
    void afterManyWrongTriesTheRightPasswordMustWaitToo() throws Exception {
        Account account = server.account(name(), Role.AGENT);
        Screen screen = new Screen(server.vertx, server.port());

        for (int i = 0; i < SignInLimit.WRONG_BY_NAME; i++) screen.signIn(account.name(), "guess " + i);
        HttpResponse<Buffer> refused = screen.signIn(account.name(), PASSWORD);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).isNotNull();
    }

    @Test
    void aDisabledAccountIsOut() throws Exception {
        Screen screen = server.signedIn(Role.AGENT);
        String name = screen.get("/api/session")
                .bodyAsJsonObject()
                .getJsonObject("account")
                .getString("name");

        await(server.accounts.disable(name, Instant.now()));

        assertThat(screen.get("/api/session").statusCode()).isEqualTo(401);
        assertThat(screen.signIn(name, PASSWORD).statusCode()).isEqualTo(401);
    }

    @Test
    void aPageOfSomebodyElsesCannotWriteNorOpenASocket() throws Exception {
        Screen screen = server.signedIn(Role.SUPERVISOR);

        for (String origin : new String[] {"https://evil.example", "null", "http://127.0.0.1:1"}) {
            HttpResponse<Buffer> write = await(screen.request(HttpMethod.DELETE, "/api/session")
                    .putHeader("Origin", origin)
                    .send());
            HttpResponse<Buffer> signIn = await(screen.request(HttpMethod.POST, "/api/session")
                    .putHeader("Origin", origin)
                    .sendJsonObject(new JsonObject().put("name", "a").put("password", "b")));

            assertThat(write.statusCode()).as(origin).isEqualTo(403);
            assertThat(signIn.statusCode()).as(origin).isEqualTo(403);
            assertThat(catchThrowable(() -> screen.live(origin))).as(origin).hasMessageContaining("403");
        }
    }

    @Test
    void theFirstAdminIsMadeOnceByTheLink() throws Exception {
        await(server.staff.open(false));
        String path = server.staff.setupPath().orElseThrow();
        String token = path.substring(path.indexOf('=') + 1);
        Screen screen = new Screen(server.vertx, server.port());

        HttpResponse<Buffer> weak = screen.post("/api/setup", setup(token, "short"));
        HttpResponse<Buffer> first = screen.post("/api/setup", setup(token, PASSWORD));
        HttpResponse<Buffer> second =
                new Screen(server.vertx, server.port()).post("/api/setup", setup(token, PASSWORD));

        assertThat(weak.statusCode()).isEqualTo(400);
        assertThat(weak.bodyAsString()).contains("12");
        assertThat(first.statusCode()).isEqualTo(200);
        screen.keep(first);
        assertThat(screen.get("/api/session")
                        .bodyAsJsonObject()
                        .getJsonObject("account")
                        .getString("role"))
                .isEqualTo("admin");
        assertThat(second.statusCode()).isEqualTo(409);
        await(server.staff.open(false));
        assertThat(server.staff.setupPath()).isEmpty();
    }

    @Test
    void demoPeopleSignInOnlyWhileTheDemonstrationRuns() throws Exception {
        await(server.staff.open(true));
        DemoAccounts.DemoAccount ana = server.staff.demo().get(0);
        Screen screen = new Screen(server.vertx, server.port());

        assertThat(server.staff.demo())
                .extracting(DemoAccounts.DemoAccount::name)
                .containsExactly("ana", "ben", "mia", "robin");
        assertThat(screen.signIn(ana.name(), ana.password()).statusCode()).isEqualTo(200);

        await(server.staff.open(false));

        assertThat(server.staff.demo()).isEmpty();
        assertThat(screen.get("/api/session").statusCode()).isEqualTo(401);
        assertThat(screen.signIn(ana.name(), ana.password()).statusCode()).isEqualTo(401);
    }

    @Test
    void nonsenseIsRefusedByName() throws Exception {
        Screen screen = new Screen(server.vertx, server.port());

        assertThat(screen.post("/api/session", new JsonObject().put("name", "ana"))
                        .bodyAsString())
                .contains("password");
        assertThat(screen.signIn("a\0b", "x").statusCode()).isEqualTo(400);
        assertThat(screen.signIn("ana", "x".repeat(5_000)).statusCode()).isEqualTo(401);
    }

    private static JsonObject setup(String token, String password) {
        return new JsonObject()
                .put("token", token)
                .put("name", "boss-" + UUID.randomUUID())
                .put("displayName", "The Boss")
                .put("password", password);
    }

    private static String name() {
        return "n-" + UUID.randomUUID();
    }
}
