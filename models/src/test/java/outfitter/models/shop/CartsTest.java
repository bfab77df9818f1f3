package outfitter.models.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static outfitter.models.shop.SmallShop.NOW;
import static outfitter.models.shop.SmallShop.await;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import outfitter.models.customer.CustomerId;
import outfitter.models.testing.PostgresExtension;

@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CartsTest {
    private final Carts carts;
    private final SmallShop shop;

    CartsTest(Pool db) {
        carts = new Carts(db);
        shop = new SmallShop(db);
    }

    @BeforeAll
    void openShop(Pool db) {
        SmallShop.open(db);
    }

    @Test
    void aCartBeginsWithItsFirstLine() {
        CustomerId ada = shop.customer("Ada");
        UUID suggestion = UUID.randomUUID();

        boolean before = await(carts.open(ada)).isPresent();
        await(carts.add(ada, "G230", 2, null, NOW));
        Cart cart = await(carts.add(ada, "G230", 1, suggestion, NOW.plusSeconds(5)));

        assertThat(before).isFalse();
        assertThat(cart.lines()).containsExactly(new CartLine("G230", 3, suggestion, NOW));
        assertThat(cart.updatedAt()).isEqualTo(NOW.plusSeconds(5));
    }

    @Test
    void nothingLeftOfALineTakesItOut() {
        CustomerId bo = shop.customer("Bo");
        await(carts.add(bo, "G230", 2, null, NOW));

        assertThat(await(carts.set(bo, "G230", 5, NOW)).lines().get(0).quantity())
                .isEqualTo(5);
        assertThat(await(carts.set(bo, "G230", 0, NOW)).lines()).isEmpty();
    }

    @Test
    void twoTabsThatAddAtOnceFillOneCart() {
        CustomerId cy = shop.customer("Cy");

        await(Future.all(IntStream.range(0, 10)
                .mapToObj(tab -> carts.add(cy, "G230", 1, null, NOW))
                .toList()));

        assertThat(await(carts.open(cy)).orElseThrow().lines())
                .extracting(CartLine::quantity)
                .containsExactly(10);
    }

    @Test
    void aVisitorsCartFollowsThemWhenTheySignIn() {
        CustomerId visitor = shop.customer("Visitor");
        CustomerId known = shop.customer("Known");
        await(carts.add(visitor, "GB-7", 1, null, NOW));
        await(carts.add(known, "G230", 1, null, NOW.plusSeconds(1)));

        await(carts.absorb(visitor, known, NOW.plusSeconds(2)));
        await(carts.absorb(visitor, known, NOW.plusSeconds(3)));

        assertThat(await(carts.open(known)).orElseThrow().lines())
                .extracting(CartLine::sku)
                .isEqualTo(List.of("GB-7", "G230"));
        assertThat(await(carts.open(visitor))).isEmpty();
    }
}
