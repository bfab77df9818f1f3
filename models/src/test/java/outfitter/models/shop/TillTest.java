package outfitter.models.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static outfitter.models.shop.SmallShop.NOW;
import static outfitter.models.shop.SmallShop.await;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import outfitter.models.customer.CustomerId;
import outfitter.models.testing.PostgresExtension;

@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TillTest {
    private final Carts carts;
    private final Till till;
    private final SmallShop shop;

    TillTest(Pool db) {
        carts = new Carts(db);
        till = new Till(db);
        shop = new SmallShop(db);
    }

    @BeforeAll
    void openShop(Pool db) {
        SmallShop.open(db);
    }

    @BeforeEach
    void fillTheStoreRoom() {
        shop.run("UPDATE stock SET quantity = CASE sku WHEN 'GB-7' THEN 1 WHEN 'ES' THEN 0 ELSE 50 END", Tuple.tuple());
    }

    @Test
    void checkingOutTakesStockAndClosesTheCart() {
        CustomerId ada = shop.customer("Ada");
        UUID suggestion = UUID.randomUUID();
        await(carts.add(ada, "GB-6", 1, null, NOW));
        await(carts.add(ada, "G230", 3, suggestion, NOW.plusSeconds(1)));

        Order order = placed(await(till.checkout(purchase(ada))));

        assertThat(order.number()).startsWith("OF-");
        assertThat(order.total()).isEqualTo(new Money(16900 + 3 * 595, "GBP"));
        assertThat(order.shipping()).isEqualTo(new Money(0, "GBP"));
        assertThat(order.postcode()).isEqualTo("BS1 4DJ");
        assertThat(order.lines()).extracting(OrderLine::sku).containsExactly("GB-6", "G230");
        assertThat(shop.stock("G230")).isEqualTo(47);
        assertThat(await(carts.open(ada))).isEmpty();
        assertThat(await(till.checkout(purchase(ada)))).isEqualTo(new Checkout.Empty());
    }

    @Test
    void aSmallOrderPaysForItsDelivery() {
        CustomerId bo = shop.customer("Bo");
        await(carts.add(bo, "G230", 1, null, NOW));

        assertThat(placed(await(till.checkout(purchase(bo)))).total()).isEqualTo(new Money(595 + 395, "GBP"));
    }

    @Test
    void whatIsSoldOutIsNamedAndNothingChanges() {
        CustomerId cy = shop.customer("Cy");
        await(carts.add(cy, "ES", 1, null, NOW));
        await(carts.add(cy, "GB-6", 1, null, NOW));

        Checkout outcome = await(till.checkout(purchase(cy)));

        assertThat(outcome).isEqualTo(new Checkout.SoldOut(List.of(new Stock("ES", 0, null))));
        assertThat(shop.stock("GB-6")).isEqualTo(50);
        assertThat(await(carts.open(cy)).orElseThrow().lines()).hasSize(2);
    }

    @Test
    void ofManyWhoWantTheLastPieceOneGetsIt() {
        List<CustomerId> wanting = IntStream.range(0, 8)
                .mapToObj(nth -> shop.customer("Wanting" + nth))
                .toList();
        for (int i = 0; i < wanting.size(); i++) {
            List<String> basket = i % 2 == 0 ? List.of("GB-7", "G230") : List.of("G230", "GB-7");
            for (String sku : basket) await(carts.add(wanting.get(i), sku, 1, null, NOW));
        }

        List<Checkout> outcomes = await(Future.all(wanting.stream()
                        .map(each -> till.checkout(purchase(each)))
                        .toList()))
                .list();

        assertThat(outcomes).filteredOn(Checkout.Placed.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(Checkout.SoldOut.class::isInstance).hasSize(7);
        assertThat(shop.stock("GB-7")).isZero();
        assertThat(shop.stock("G230")).isEqualTo(49);
    }

    @Test
    void oneCartCheckedOutTwiceAtOnceIsOneOrder() {
        CustomerId di = shop.customer("Di");
        await(carts.add(di, "G230", 1, null, NOW));

        List<Checkout> outcomes = await(Future.all(till.checkout(purchase(di)), till.checkout(purchase(di))))
                .list();

        assertThat(outcomes).filteredOn(Checkout.Placed.class::isInstance).hasSize(1);
        assertThat(outcomes).contains(new Checkout.Empty());
    }

    private static Till.Purchase purchase(CustomerId customer) {
        return new Till.Purchase(customer, null, null, "standard", NOW);
    }

    private static Order placed(Checkout outcome) {
        assertThat(outcome).isInstanceOf(Checkout.Placed.class);
        return ((Checkout.Placed) outcome).order();
    }
}
