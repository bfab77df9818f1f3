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
import outfitter.models.account.SignInTries;
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

        for (int i = 0; i < SignInTries.FREE_BY_NAME; i++) screen.signIn(account.name(), "guess " + i);
        HttpResponse<Buffer> refused = screen.signIn(account.name(), PASSWORD);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).matches(wait -> Integer.parseInt(wait) > 50);
    }

    @Test
    void aLockReadsTheSameForANameThatNobodyHas() throws Exception {
        Account account = server.account(name(), Role.AGENT);
        String nobody = name();
        Screen screen = new Screen(server.vertx, server.port());
        for (int i = 0; i < SignInTries.FREE_BY_NAME; i++) {
            screen.signIn(account.name(), "guess " + i);
            screen.signIn(nobody, "guess " + i);
        }

        HttpResponse<Buffer> right = screen.signIn(account.name(), PASSWORD);
        HttpResponse<Buffer> wrong = screen.signIn(account.name(), "still a guess");
        HttpResponse<Buffer> unknown = screen.signIn(nobody, "still a guess");

        assertThat(right.bodyAsString()).isEqualTo(wrong.bodyAsString()).isEqualTo(unknown.bodyAsString());
        assertThat(unknown.statusCode()).isEqualTo(429);
    }

    @Test
    void anotherPasswordEndsEverySessionButThisAndGivesThisANewCookie() throws Exception {
        Screen screen = server.signedIn(Role.AGENT);
        String name = screen.get("/api/session")
                .bodyAsJsonObject()
                .getJsonObject("account")
                .getString("name");
        Screen elsewhere = new Screen(server.vertx, server.port());
        elsewhere.signIn(name, PASSWORD);
        Screen.Live desk = elsewhere.live();
        desk.next("hello");

        HttpResponse<Buffer> wrong =
                screen.post("/api/session/password", change("not this one", "a whole new password"));
        HttpResponse<Buffer> changed = screen.post("/api/session/password", change(PASSWORD, "a whole new password"));

        assertThat(wrong.statusCode()).isEqualTo(409);
        assertThat(changed.statusCode()).isEqualTo(204);
        assertThat(screen.get("/api/session").statusCode()).isEqualTo(401);
        screen.keep(changed);
        assertThat(screen.get("/api/session").statusCode()).isEqualTo(200);
        assertThat(elsewhere.get("/api/session").statusCode()).isEqualTo(401);
        assertThat(desk.closeCode()).isEqualTo(LiveSocket.SIGNED_OUT);
        assertThat(screen.get("/api/sessions").bodyAsJsonObject().getJsonArray("sessions"))
                .hasSize(1);
        assertThat(new Screen(server.vertx, server.port())
                        .signIn(name, PASSWORD)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void signingInAgainGivesTheBrowserAnotherCookieAndEndsTheOld() throws Exception {
        Account account = server.account(name(), Role.AGENT);
        Screen screen = new Screen(server.vertx, server.port());
        String first = screen.signIn(account.name(), PASSWORD).getHeader("set-cookie");

        String second = screen.signIn(account.name(), PASSWORD).getHeader("set-cookie");

        assertThat(second).isNotEqualTo(first);
        assertThat(screen.get("/api/sessions").bodyAsJsonObject().getJsonArray("sessions"))
                .hasSize(1);
    }

    @Test
    void whatAnAdminDidStandsInTheLogWithoutSecrets() throws Exception {
        Screen admin = server.signedIn(Role.ADMIN);
        String name = name();

        JsonObject invited = admin.post(
                        "/api/accounts", new JsonObject().put("name", name).put("role", "agent"))
                .bodyAsJsonObject();
        HttpResponse<Buffer> taken =
                admin.post("/api/accounts", new JsonObject().put("name", name).put("role", "admin"));
        admin.post("/api/accounts/" + invited.getLong("id") + "/disable", new JsonObject());
        String log = admin.get("/api/audit").bodyAsString();

        assertThat(taken.statusCode()).isEqualTo(409);
        assertThat(log).contains("account-added", "account-disabled", name);
        String path = invited.getString("path");
        assertThat(log).doesNotContain(path.substring(path.indexOf('=') + 1));
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

    private static JsonObject change(String present, String password) {
        return new JsonObject().put("present", present).put("password", password);
    }

    private static String name() {
        return "n-" + UUID.randomUUID();
    }
}
