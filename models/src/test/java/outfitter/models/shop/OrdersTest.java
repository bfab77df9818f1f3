package outfitter.models.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static outfitter.models.shop.SmallShop.NOW;
import static outfitter.models.shop.SmallShop.await;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import outfitter.models.customer.CustomerId;
import outfitter.models.testing.PostgresExtension;

@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrdersTest {
    private final Orders orders;
    private final Returns returns;
    private final SmallShop shop;

    private CustomerId ada = new CustomerId(0);

    OrdersTest(Pool db) {
        orders = new Orders(db);
        returns = new Returns(db);
        shop = new SmallShop(db);
    }

    @BeforeAll
    void twoOrders(Pool db) {
        SmallShop.open(db);
        ada = shop.customer("Ada");
        long boots = shop.order("OF-100001", ada, NOW.minus(Duration.ofDays(40)), "GB-7", "G230");
        shop.order("OF-100002", ada, NOW.minus(Duration.ofDays(2)), "ES");
        shop.run("""
                INSERT INTO shipment ("order", carrier, tracking, state, shipped_at, expected_on, delivered_at)
                VALUES ($1, 'Heron', 'HN123', 'delivered', '2026-02-03T08:00Z', '2026-02-05', '2026-02-05T11:30Z')
                """, Tuple.of(boots));
    }

    @Test
    void anOrderIsReadWhole() {
        Order order = await(orders.byNumber("OF-100001")).orElseThrow();

        assertThat(order.lines()).extracting(OrderLine::sku).containsExactly("GB-7", "G230");
        assertThat(order.lines().get(0).price()).isEqualTo(new Money(17900, "GBP"));
        Shipment parcel = order.shipment().orElseThrow();
        assertThat(parcel.state()).isEqualTo(ShipmentState.DELIVERED);
        assertThat(parcel.expectedOn()).isEqualTo(LocalDate.of(2026, 2, 5));
        assertThat(order.deliveredAt()).hasValue(java.time.Instant.parse("2026-02-05T11:30:00Z"));
        assertThat(order.goesTo(" bs14dj")).isTrue();
        assertThat(order.goesTo("BS1 4DK")).isFalse();
        assertThat(order.isFor("X@Example.org")).isTrue();
    }

    @Test
    void anUnknownNumberIsNoOrder() {
        assertThat(await(orders.byNumber("OF-999999"))).isEmpty();
    }

    @Test
    void aCustomersOrdersComeNewestFirst() {
        assertThat(await(orders.ofCustomer(ada, 10)))
                .extracting(Order::number)
                .containsExactly("OF-100002", "OF-100001");
        assertThat(await(orders.ofCustomer(ada, 1))).hasSize(1);
    }

    @Test
    void whatWasSentBackIsNoLongerKept() {
        CustomerId bo = shop.customer("Bo");
        shop.order("OF-100003", bo, NOW, "GB-6", "ES");

        await(returns.start("OF-100003", 1, 2, ReturnReason.FAULTY, NOW));

        assertThat(await(orders.keptBy(bo))).extracting(OwnedProduct::product).containsExactly("ember-stove");
        assertThat(await(returns.cameBackFrom(bo))).containsExactly(new Returns.CameBack("granite-boot", true));
        assertThat(await(orders.spendingOf(bo, "GBP")).orders()).isEqualTo(1);
        Order order = await(orders.byNumber("OF-100003")).orElseThrow();
        assertThat(order.counted()).containsExactly("ember-stove");
        assertThat(logged(order.id())).containsExactly("ember-stove");
    }

    @Test
    void whoNeverOrderedHasSpentNothing() {
        CustomerId cy = shop.customer("Cy");

        assertThat(await(orders.spendingOf(cy, "GBP"))).isEqualTo(new Spending(0, new Money(0, "GBP"), null));
    }

    @Test
    void afterAMergeTheSurvivorSeesTheOrdersOfBothAndAfterUndoItsOwn() {
        CustomerId visitor = shop.customer("Visitor");
        CustomerId known = shop.customer("Known");
        shop.order("OF-100004", visitor, NOW, "ES");
        long survivor = conversation(known);
        long absorbed = conversation(visitor);

        shop.run("UPDATE conversation SET merged_into = $1 WHERE id = $2", Tuple.of(survivor, absorbed));
        List<Order> merged = await(orders.ofCustomer(known, 10));
        shop.run("UPDATE conversation SET merged_into = NULL WHERE id = $1", Tuple.of(absorbed));

        assertThat(merged).extracting(Order::number).containsExactly("OF-100004");
        assertThat(await(orders.ofCustomer(known, 10))).isEmpty();
    }

    @Test
    void theLogTellsEveryLineOldestFirst() {
        List<OrderedLine> lines = new ArrayList<>();

        await(orders.log(lines::add));

        assertThat(lines)
                .hasSizeGreaterThanOrEqualTo(3)
                .isSortedAccordingTo(java.util.Comparator.comparing(OrderedLine::at));
        assertThat(lines.get(0)).satisfies(line -> {
            assertThat(line.customer()).isEqualTo(ada.value());
            assertThat(line.product()).isEqualTo("granite-boot");
            assertThat(line.quantity()).isEqualTo(2);
        });
    }

    @Test
    void anOrderOfWhichEverythingCameBackCountsForNothing() {
        shop.order("OF-100009", shop.customer("Dee"), NOW, "ES", "G230");
        await(returns.start("OF-100009", 1, 2, ReturnReason.CHANGED_MIND, NOW));
        await(returns.start("OF-100009", 2, 1, ReturnReason.CHANGED_MIND, NOW));
        long id = await(orders.byNumber("OF-100009")).orElseThrow().id();
        assertThat(logged(id)).containsExactly("gas-230");
        assertThat(await(orders.uncounted())).doesNotContain(id);

        shop.run("UPDATE return SET quantity = 2 WHERE \"order\" = $1", Tuple.of(id));
        assertThat(logged(id)).isEmpty();
        assertThat(await(orders.uncounted())).contains(id);

        shop.run("UPDATE return SET state = 'rejected' WHERE \"order\" = $1", Tuple.of(id));
        assertThat(logged(id)).containsExactly("ember-stove", "gas-230");
        assertThat(await(orders.uncounted())).doesNotContain(id);
    }

    private List<String> logged(long order) {
        List<OrderedLine> lines = new ArrayList<>();
        await(orders.logAfter(order, lines::add)); // of what was ever sent back, whatever its number
        return lines.stream()
                .filter(line -> line.order() == order)
                .map(OrderedLine::product)
                .toList();
    }

    private long conversation(CustomerId customer) {
        return shop.id(
                "INSERT INTO conversation (customer, created_at) VALUES ($1, now()) RETURNING id",
                Tuple.of(customer.value()));
    }
}
