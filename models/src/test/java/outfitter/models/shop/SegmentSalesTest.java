package outfitter.models.shop;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.Pool;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import outfitter.models.shop.SegmentSales.Sold;
import outfitter.models.testing.PostgresExtension;

@ExtendWith(PostgresExtension.class)
class SegmentSalesTest {
    private static final String ORDERS = """
            INSERT INTO customer (id, tier, created_at) OVERRIDING SYSTEM VALUE VALUES
              (701, 'gold', '2025-01-01Z'), (702, 'standard', '2025-01-01Z');
            INSERT INTO "order" (id, number, customer, country, state, total, currency, placed_at)
              OVERRIDING SYSTEM VALUE VALUES
              (9001, 'S-1', 701, 'GB', 'paid', 0, 'GBP', '2025-12-01Z'),
              (9002, 'S-2', 701, 'GB', 'paid', 0, 'GBP', '2026-01-10Z'),
              (9003, 'S-3', 702, 'FR', 'paid', 0, 'GBP', '2026-01-11Z'),
              (9004, 'S-4', 702, 'FR', 'cancelled', 0, 'GBP', '2026-01-12Z'),
              (9005, 'S-5', NULL, 'FR', 'paid', 0, 'GBP', '2026-01-13Z');
            INSERT INTO order_line ("order", line, sku, product, quantity, price)
              SELECT id, n, 'wax', 'wax', 1, 900 FROM "order" o, generate_series(1, 2) n WHERE o.id > 9000
            """;

    @Test
    void countsOrdersByWhoPlacedThem(Pool db) throws Exception {
        db.query(ORDERS).execute().await(5, SECONDS);

        List<Sold> sold = new SegmentSales(db)
                .since(Instant.parse("2026-01-01T00:00:00Z"))
                .await(5, SECONDS);

        assertThat(sold.stream().filter(each -> each.product().equals("wax")))
                .containsExactlyInAnyOrder(
                        new Sold("", "wax", 3),
                        new Sold("gold", "wax", 1),
                        new Sold("standard", "wax", 1),
                        new Sold("returning", "wax", 1),
                        new Sold("new", "wax", 1),
                        new Sold("country:GB", "wax", 1),
                        new Sold("country:FR", "wax", 2));
        assertThat(sold).contains(new Sold("", "", 3), new Sold("country:FR", "", 2));
    }
}
