package outfitter.server;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The operator's command beside a running server, on the same data. */
@TestInstance(Lifecycle.PER_CLASS)
class AccountCommandTest {
    private static final short SIGNED_OUT = 4401;
    private static final String PASSWORD = "correct horse battery";

    @TempDir
    static Path directory;

    private final Vertx vertx = Vertx.vertx();
    private final WebClient client = WebClient.create(vertx);
    private final WebSocketClient sockets = vertx.createWebSocketClient();
    private OutfitterServer server;

    @BeforeAll
    void start() {
        server = OutfitterServer.start(ServerConfig.from(Map.of()).withPort(0).withData(directory.resolve("data")));
    }

    @AfterAll
    void stop() throws Exception {
        server.close();
        vertx.close().await(10, SECONDS);
    }

    private record Said(int status, String out, String err) {
        JsonObject json() {
            return new JsonObject(out.strip());
        }
    }

    @Test
    void whoIsDisabledIsOutAtOnceAndComesBackByAReset() throws Exception {
        String link = run("add", "Nora", "--role", "agent", "--json", "--url", server.url() + "/")
                .json()
                .getString("link");
        assertThat(link).startsWith(server.url() + "/signin#invitation=");
        assertThat(state("nora")).isEqualTo("invited");
        String cookie = enter(link);
        WebSocket desk = desk(cookie);
        CompletableFuture<Short> closed = new CompletableFuture<>();
        desk.closeHandler(gone -> closed.complete(desk.closeStatusCode()));
        assertThat(state("nora")).isEqualTo("active");

        Said disabled = run("disable", "NORA");

        assertThat(disabled.out()).contains("nora is disabled");
        assertThat(closed.get(5, SECONDS)).isEqualTo(SIGNED_OUT);
        assertThat(session(cookie)).isEqualTo(401);
        assertThat(use(link).statusCode()).isEqualTo(409);
        String fresh = run("reset", "nora", "--json").json().getString("link");
        assertThat(session(enter(fresh))).isEqualTo(200);
        assertThat(run("list", "--json").out()).doesNotContain(fresh.substring(fresh.indexOf('=') + 1));
    }

    @Test
    void theLastAdminStays() throws Exception {
        enter(run("add", "boss", "--role", "admin", "--json").json().getString("link"));
        run("add", "successor", "--role", "admin");

        Said refused = run("disable", "boss");

        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).isEqualTo("outfitter: account disable: boss is the last admin; add another first\n");
    }

    @Test
    void wrongUsageIsOneClearLine() {
        assertWrong("there is an account twice already", "add", "twice", "--role", "agent");
        assertWrong("there is no account nobody", "disable", "nobody");
        assertWrong("there is no account nobody", "reset", "nobody");
        assertWrong("no role 'king': agent, merchandiser, supervisor or admin", "add", "x", "--role", "king");
        assertWrong("--role", "add", "x");
        assertWrong("NAME", "disable");
        assertWrong("a name is letters, digits", "add", "no spaces", "--role", "agent");
        assertWrong("add, list, disable or reset");
    }

    private void assertWrong(String words, String... arguments) {
        if (arguments.length > 1 && arguments[1].equals("twice")) run(arguments);
        Said said = run(arguments);

        assertThat(said.status()).as(words).isEqualTo(2);
        assertThat(said.err().lines()).as(words).hasSize(1).allMatch(line -> line.contains(words));
    }

    private Said run(String... arguments) {
        String[] all = new String[arguments.length + (arguments.length == 0 ? 1 : 3)];
        all[0] = "account";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        if (arguments.length > 0) {
            all[all.length - 2] = "--data";
            all[all.length - 1] = directory.resolve("data").toString();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringWriter err = new StringWriter();
        PrintStream before = System.out;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            int status = Main.commandLine().setErr(new PrintWriter(err, true)).execute(all);
            return new Said(status, out.toString(StandardCharsets.UTF_8), err.toString());
        } finally {
            System.setOut(before);
        }
    }

    private String state(String name) {
        return run("list", "--json").json().getJsonArray("accounts").stream()
                .map(JsonObject.class::cast)
                .filter(account -> account.getString("name").equals(name))
                .map(account -> account.getString("state"))
                .findFirst()
                .orElse("none");
    }

    private String enter(String link) throws Exception {
        HttpResponse<Buffer> answer = use(link);
        assertThat(answer.statusCode()).as(answer.bodyAsString()).isEqualTo(200);
        String set = answer.getHeader("set-cookie");
        return set.substring(0, set.indexOf(';'));
    }

    private HttpResponse<Buffer> use(String link) throws Exception {
        return client.post(server.port(), "127.0.0.1", "/api/setup")
                .sendJsonObject(new JsonObject()
                        .put("token", link.substring(link.indexOf('=') + 1))
                        .put("displayName", "Nora")
                        .put("password", PASSWORD))
                .await(10, SECONDS);
    }

    private int session(String cookie) throws Exception {
        return client.get(server.port(), "127.0.0.1", "/api/session")
                .putHeader("Cookie", cookie)
                .send()
                .await(10, SECONDS)
                .statusCode();
    }

    private WebSocket desk(String cookie) throws Exception {
        return sockets.connect(new WebSocketConnectOptions()
                        .setHost("127.0.0.1")
                        .setPort(server.port())
                        .setURI("/api/live")
                        .addHeader("Cookie", cookie))
                .await(10, SECONDS);
    }
}
