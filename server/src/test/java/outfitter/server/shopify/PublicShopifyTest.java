package outfitter.server.shopify;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgConnectOptions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import outfitter.models.testing.PostgresExtension;
import outfitter.server.shopify.PublicShopify.Sample;

/** What Shopify publishes and what we do agree. */
@ExtendWith(PostgresExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class PublicShopifyTest {
    private static final Instant NOW = Instant.parse("2026-11-22T01:00:00.123456789Z");

    private final PublicShopify shopify;
    private final HookServer server;

    PublicShopifyTest(PgConnectOptions database) throws Exception {
        shopify = new PublicShopify();
        server = new HookServer(database);
    }

    @AfterAll
    void close() throws Exception {
        server.close();
        shopify.close();
    }

    @Test
    void whatOurTestsSendIsAWebhookToItsLibrary() throws Exception {
        String body = "{\"name\":\"Zoë’s\"}";
        Map<String, String> headers = HookServer.headers("orders/create", "w-1", NOW, body, "s3cret");

        JsonObject right = shopify.validate(body, headers, "s3cret");
        JsonObject wrong = shopify.validate(body, headers, "another");
        JsonObject changed = shopify.validate(body + " ", headers, "s3cret");

        assertThat(right.getBoolean("valid")).as(right.encode()).isTrue();
        assertThat(right.getString("topic")).isEqualTo("ORDERS_CREATE");
        assertThat(wrong.getString("reason")).isEqualTo("invalid_hmac");
        assertThat(changed.getString("reason")).isEqualTo("invalid_hmac");
    }

    @Test
    void everyBodyThatItsSchemasAllowIsTakenAndNoneIsLost() throws Exception {
        List<Sample> samples = shopify.samples(Topics.PAYLOADS.keySet(), HookServer.SECRET);
        assertThat(samples).hasSize(4 * Topics.PAYLOADS.size());

        for (Sample sample : samples) {
            Map<String, String> headers = new HashMap<>(
                    HookServer.headers(sample.topic(), sample.toString().replace(" ", "-"), NOW, "", "x"));
            headers.put("X-Shopify-Hmac-Sha256", sample.hmac());
            int status = server.send(headers, sample.body()).await(10, SECONDS).statusCode();
            assertThat(status).as(sample.toString()).isEqualTo(200);
        }
        server.settled();

        assertThat(server.count("SELECT count(*) FROM inbox")).isEqualTo(samples.size());
        assertThat(server.texts("SELECT id || ': ' || reason FROM inbox WHERE reason IS NOT NULL"))
                .as("set aside")
                .isEmpty();
        assertThat(server.texts("SELECT number FROM \"order\" ORDER BY number")).contains("#9999", "made name");
        assertThat(server.texts("SELECT id FROM product ORDER BY id")).contains("example-t-shirt");
        assertThat(server.texts("SELECT name FROM customer WHERE name IS NOT NULL"))
                .contains("Bob Biller");
    }
}
