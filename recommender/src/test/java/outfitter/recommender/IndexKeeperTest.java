package outfitter.recommender;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static outfitter.recommender.SameIndex.assertSame;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import outfitter.models.shop.Catalogues;
import outfitter.models.shop.CurrentCatalogue;
import outfitter.models.shop.Order;
import outfitter.models.shop.Orders;
import outfitter.models.testing.PostgresExtension;
import outfitter.recommender.ranking.Index;

/** Orders are placed, changed, cancelled and sent back in the tables: following them one by one is counting them all. */
@ExtendWith(PostgresExtension.class)
class IndexKeeperTest {
    private static final Instant NOW = Instant.parse("2026-01-20T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final int PRODUCTS = 7;
    private static final int STEPS = 40;
    private static final String GOODS = """
            TRUNCATE category, product, variant, "order", order_line, return RESTART IDENTITY CASCADE;
            INSERT INTO category (id, name, position) SELECT 'c' || n, 'C' || n, n FROM generate_series(0, 2) n;
            INSERT INTO product (id, title, category, created_at)
              SELECT 'p' || n, 'P' || n, 'c' || n % 3, '2025-01-01Z' FROM generate_series(0, 6) n;
            INSERT INTO variant (sku, product, price, currency, position)
              SELECT 'p' || n, 'p' || n, 1000, 'GBP', 1 FROM generate_series(0, 6) n
            """;
    private static final String PLACE = """
            INSERT INTO "order" (number, state, total, currency, placed_at) VALUES ($1, 'placed', 0, 'GBP', $2)
            """;
    private static final String ADD = """
            INSERT INTO order_line ("order", line, sku, product, quantity, price)
            SELECT o.id, (SELECT count(*) + 1 FROM order_line l WHERE l."order" = o.id), $2, $2, $3, 1000
            FROM "order" o WHERE o.number = $1
            """;
    private static final String EXCHANGE = """
            UPDATE order_line SET sku = $2, product = $2, quantity = $3
            WHERE line = 1 AND "order" = (SELECT id FROM "order" WHERE number = $1)
            """;
    private static final String TURN = """
            UPDATE "order" SET state = CASE state WHEN 'cancelled' THEN 'placed' ELSE 'cancelled' END WHERE number = $1
            """;
    private static final String SEND_BACK = """
            INSERT INTO return (number, "order", line, quantity, reason, faulty, state, started_at)
            SELECT 'RT-' || nextval('return_number'), o.id, l.line, least($2, l.quantity), 'too-small', false, 'started', now()
            FROM "order" o JOIN order_line l ON l."order" = o.id WHERE o.number = $1
            ON CONFLICT ("order", line) WHERE state <> 'rejected' DO NOTHING
            """;
    private static final String REJECT = """
            UPDATE return SET state = 'rejected' WHERE "order" = (SELECT id FROM "order" WHERE number = $1) AND line <= $2
            """;

    private final Vertx vertx = Vertx.vertx();
    private final Pool db;
    private final Orders orders;
    private final CurrentCatalogue catalogue;
    private Random random = new Random();
    private int placed;

    IndexKeeperTest(Pool db) {
        this.db = db;
        orders = new Orders(db);
        catalogue = new CurrentCatalogue(new Catalogues(db));
    }

    @BeforeEach
    void stock() throws Exception {
        await(db.query(GOODS).execute());
        await(catalogue.reload());
    }

    @AfterEach
    void close() throws Exception {
        await(vertx.close());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void whateverBecomesOfOrdersAtOnceAfterAStartAndAnewIsTheSame(int seed, @TempDir Path folder) throws Exception {
        random = new Random(seed);
        for (int i = 0; i < STEPS / 4; i++) place();
        IndexKeeper following = open(folder.resolve("orders.index"));
        for (int i = 0; i < STEPS; i++) following.orderPlaced(changed());

        assertSame(following.ranker().index(), counted());

        await(following.save());
        for (int i = 0; i < STEPS / 4; i++) changed();
        assertSame(open(folder.resolve("orders.index")).ranker().index(), counted());
    }

    private IndexKeeper open(@Nullable Path file) throws Exception {
        IndexKeeper keeper = new IndexKeeper(vertx, orders, catalogue, file, CLOCK);
        await(keeper.open());
        return keeper;
    }

    /** All that the tables have now, counted at once. */
    private Index counted() throws Exception {
        Index index = open(null).ranker().index();
        assertThat(index.totals().get(Index.ORDERS)).isPositive();
        return index;
    }

    private Order changed() throws Exception {
        String number = "OF-" + (1 + random.nextInt(placed));
        switch (random.nextInt(6)) {
            case 0 -> number = place();
            case 1 -> run(TURN, Tuple.of(number));
            case 2 -> run(EXCHANGE, Tuple.of(number, product(), pieces()));
            case 3 -> run(ADD, Tuple.of(number, product(), pieces()));
            case 4 -> run(SEND_BACK, Tuple.of(number, pieces()));
            default -> run(REJECT, Tuple.of(number, pieces()));
        }
        return await(orders.byNumber(number)).orElseThrow();
    }

    private String place() throws Exception {
        String number = "OF-" + ++placed;
        Instant at = NOW.minus(Duration.ofDays(random.nextInt(400)));
        run(PLACE, Tuple.of(number, at.atOffset(ZoneOffset.UTC)));
        for (int line : IntStream.range(0, 1 + random.nextInt(4)).toArray()) {
            run(ADD, Tuple.of(number, "p" + (line + random.nextInt(PRODUCTS - line)), pieces()));
        }
        return number;
    }

    private String product() {
        return "p" + random.nextInt(PRODUCTS);
    }

    private int pieces() {
        return 1 + random.nextInt(2);
    }

    private void run(String statement, Tuple parameters) throws Exception {
        await(db.preparedQuery(statement).execute(parameters));
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.await(20, SECONDS);
    }
}
