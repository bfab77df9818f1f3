package outfitter.server;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.ext.web.client.WebClient;
import io.vertx.sqlclient.Pool;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import outfitter.models.intake.CustomerFact;
import outfitter.models.intake.Fact;
import outfitter.models.intake.Intake;
import outfitter.models.intake.LineFact;
import outfitter.models.intake.OrderFact;
import outfitter.models.intake.ProductFact;
import outfitter.models.intake.ShipmentFact;
import outfitter.models.intake.VariantFact;
import outfitter.models.shop.Money;
import outfitter.models.shop.ShipmentState;
import outfitter.models.testing.PostgresExtension;
import outfitter.models.testing.TestDatabase;

/** A running server whose database is told facts by somebody else. */
@ExtendWith(PostgresExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class MovingInTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

    private final Vertx vertx = Vertx.vertx();
    private final WebClient client = WebClient.create(vertx);
    private final Pool db;
    private final Intake intake;
    private OutfitterServer server;

    MovingInTest(Pool db) {
        this.db = db;
        intake = new Intake(db, Clock.systemUTC());
    }

    @BeforeAll
    void start(TestDatabase database, @TempDir Path data) {
        server = OutfitterServer.start(ServerConfig.from(Map.of("OUTFITTER_DATABASE_URL", database.url()))
                .withPort(0)
                .withData(data));
    }

    @AfterAll
    void stop() throws Exception {
        server.close();
        client.close();
        vertx.close().await(10, SECONDS);
    }

    @Test
    void aNewProductIsOnTheShelfAtOnce() throws Exception {
        take(product("peak-boot", "Peak Boot"));

        await().atMost(10, SECONDS).until(() -> status("/api/shop/products/peak-boot") == 200);
    }

    @Test
    void theListenerComesBackAndCatchesUp() throws Exception {
        db.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'")
                .execute()
                .await(10, SECONDS);
        take(product("ridge-boot", "Ridge Boot"));

        await().atMost(10, SECONDS).until(() -> status("/api/shop/products/ridge-boot") == 200);
    }

    @Test
    void aCustomersConversationIsToldOfOrderAndParcelOnceAndInOrder() throws Exception {
        take(customer());
        db.query(
                        "INSERT INTO conversation (customer, created_at) SELECT id, now() FROM customer WHERE external_id = '7'")
                .execute()
                .await(10, SECONDS);

        for (int i = 0; i < 2; i++) {
            take(order("#1001"), parcel("#1001", ShipmentState.IN_TRANSIT, MONDAY.plusSeconds(60)));
            take(parcel("#1001", ShipmentState.DELIVERED, MONDAY.plusSeconds(120)));
        }

        await().atMost(10, SECONDS).until(() -> kinds().size() >= 3);
        assertThat(kinds()).containsExactly("order-placed", "parcel-moved", "parcel-moved");
        await().atMost(10, SECONDS)
                .until(() -> db.query("SELECT FROM shop_news")
                                .execute()
                                .await(5, SECONDS)
                                .size()
                        == 0);
    }

    private List<String> kinds() throws Exception {
        return db.query("SELECT kind FROM entry ORDER BY conversation, seq").execute().await(5, SECONDS).stream()
                .map(row -> row.getString("kind"))
                .toList();
    }

    private int status(String path) throws Exception {
        return client.get(server.port(), "127.0.0.1", path)
                .send()
                .await(10, SECONDS)
                .statusCode();
    }

    private void take(Fact... facts) throws Exception {
        intake.take(List.of(facts)).await(10, SECONDS);
    }

    private static CustomerFact customer() {
        return new CustomerFact("7", "Ada", null, null, null, null, null);
    }

    private static ProductFact product(String id, String title) {
        VariantFact variant = new VariantFact(id + "-42", "42", null, new Money(12_900, "GBP"), null, 5);
        return new ProductFact(id, title, null, "Footwear > Boots", null, null, true, List.of(variant), null);
    }

    private static OrderFact order(String number) {
        Money price = new Money(1_000, "GBP");
        LineFact line = new LineFact("WX", "Wax", 1, price);
        return new OrderFact(
                number, customer(), null, null, null, null, new Money(0, "GBP"), price, MONDAY, List.of(line), null);
    }

    private static ShipmentFact parcel(String order, ShipmentState state, Instant at) {
        return new ShipmentFact(order, "f1", "Heron", "HN1", state, MONDAY, null, null, at);
    }
}
