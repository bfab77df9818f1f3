package outfitter.server;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import outfitter.models.testing.PostgresExtension;
import outfitter.models.testing.TestDatabase;
import outfitter.server.http.OpenApiConformance;
import outfitter.server.postgres.DatabaseAddress;

/** The whole server on an external PostgreSQL. */
@ExtendWith(PostgresExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class OutfitterServerTest {
    private final Vertx vertx = Vertx.vertx();
    private final WebClient client = WebClient.create(vertx);
    private ServerConfig config;
    private OutfitterServer server;

    @BeforeAll
    void start(TestDatabase database) {
        config = ServerConfig.from(Map.of("OUTFITTER_DATABASE_URL", database.url()))
                .withPort(0)
                .withData(Path.of("target/data/server"));
        server = OutfitterServer.start(config);
    }

    @AfterAll
    void stop() throws Exception {
        server.close();
        client.close();
        vertx.close().await(10, SECONDS);
    }

    @Test
    void itIsAliveAndReady() throws Exception {
        assertThat(get("/health/live").bodyAsJsonObject().getString("status")).isEqualTo("up");
        assertThat(get("/health/ready").bodyAsJsonObject().getString("status")).isEqualTo("ready");
    }

    @Test
    void metricsAreReadByRoute() throws Exception {
        get("/health/live");

        HttpResponse<Buffer> metrics = get("/metrics");

        assertThat(metrics.statusCode()).isEqualTo(200);
        assertThat(metrics.bodyAsString())
                .contains("jvm_memory_used_bytes")
                .contains("vertx_pool")
                .containsPattern("vertx_http_server_response_time.*route=\"/health/live\"");
    }

    @Test
    void everyMountedRouteIsInTheDocument() throws Exception {
        HttpResponse<Buffer> document = get("/openapi.json");

        assertThat(document.bodyAsJsonObject().getString("openapi")).startsWith("3.1");
        assertThat(OpenApiConformance.undocumented(server.api())).isEmpty();
    }

    @Test
    void everyAnswerCarriesTheStrictPolicy() throws Exception {
        for (String path : new String[] {"/", "/health/live", "/api/nowhere", "/nowhere"}) {
            HttpResponse<Buffer> response = get(path);
            assertThat(response.getHeader("Content-Security-Policy"))
                    .as(path)
                    .contains("default-src 'self'")
                    .doesNotContain("unsafe");
            assertThat(response.getHeader("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
        }
    }

    @Test
    void aBusyPortIsOneClearLine() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> OutfitterServer.start(config.withPort(taken.getLocalPort())))
                    .isInstanceOf(StartFailure.class)
                    .hasMessage("port " + taken.getLocalPort() + " is in use; choose another with --port");
        }
    }

    @Test
    void aSchemaFromANewerVersionIsOneClearLine(TestDatabase database) throws Exception {
        TestDatabase newer = database.server().migratedDatabase();
        try (Connection connection = DriverManager.getConnection(newer.jdbcUrl());
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, "
                    + "installed_by, execution_time, success) VALUES (9999, '9999', 'tomorrow', 'SQL', 'V9999__tomorrow.sql', "
                    + "'me', 1, true)");
        }

        assertThatThrownBy(() -> OutfitterServer.start(config.withDatabase(DatabaseAddress.parse(newer.url()))))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("version 9999, from a newer Outfitter");
        newer.drop();
    }

    @Test
    void aDatabaseThatIsNotThereIsOneClearLine(TestDatabase database) {
        String url = "postgresql://" + database.user() + ":" + database.password() + "@" + database.host() + ":"
                + database.port();

        assertThatThrownBy(
                        () -> OutfitterServer.start(config.withDatabase(DatabaseAddress.parse(url + "/no_such_shop"))))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("OUTFITTER_DATABASE_URL: there is no database no_such_shop");
        assertThatThrownBy(() -> OutfitterServer.start(
                        config.withDatabase(DatabaseAddress.parse("postgresql://127.0.0.1:1/shop"))))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("nobody answers at 127.0.0.1:1");
    }

    private HttpResponse<Buffer> get(String path) throws Exception {
        return client.request(HttpMethod.GET, server.port(), "127.0.0.1", path)
                .send()
                .await(10, SECONDS);
    }
}
