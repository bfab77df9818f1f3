package outfitter.server.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static outfitter.server.staff.StaffServer.PASSWORD;
import static outfitter.server.staff.StaffServer.await;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import outfitter.models.testing.PostgresExtension;
import outfitter.models.testing.TestDatabase;

/** A server that nobody administers yet. */
@ExtendWith(PostgresExtension.class)
class FirstAdminTest {
    private final StaffServer server;

    FirstAdminTest(TestDatabase database) throws Exception {
        server = new StaffServer(database);
    }

    @AfterEach
    void close() throws Exception {
        server.close();
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

    private static JsonObject setup(String token, String password) {
        return new JsonObject()
                .put("token", token)
                .put("name", "boss-" + UUID.randomUUID())
                .put("displayName", "The Boss")
                .put("password", password);
    }
}
