package outfitter.models.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static outfitter.models.shop.SmallShop.NOW;
import static outfitter.models.shop.SmallShop.await;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import outfitter.models.testing.PostgresExtension;

@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReturnsTest {
    private final Returns returns;
    private final SmallShop shop;

    ReturnsTest(Pool db) {
        returns = new Returns(db);
        shop = new SmallShop(db);
    }

    @BeforeAll
    void oneOrder(Pool db) {
        SmallShop.open(db);
        shop.order("OF-100001", shop.customer("Ada"), NOW, "GB-7", "ES", "G230");
    }

    @Test
    void aReturnStartedTwiceHasOneEffect() {
        ReturnStart first = await(returns.start("OF-100001", 1, 1, ReturnReason.TOO_SMALL, NOW));
        ReturnStart second = await(returns.start("OF-100001", 1, 1, ReturnReason.TOO_LARGE, NOW));

        assertThat(first).isInstanceOf(ReturnStart.Started.class);
        assertThat(number(second)).isEqualTo(number(first)).startsWith("RT-");
        assertThat(second).isInstanceOf(ReturnStart.Already.class);
    }

    @Test
    void ofManyAtOnceOneStartsTheReturn() {
        List<Future<ReturnStart>> tries = IntStream.range(0, 12)
                .mapToObj(nth -> returns.start("OF-100001", 2, 1, ReturnReason.CHANGED_MIND, NOW))
                .toList();

        List<ReturnStart> outcomes = await(Future.all(tries)).list();

        assertThat(outcomes).filteredOn(ReturnStart.Started.class::isInstance).hasSize(1);
        assertThat(outcomes).extracting(ReturnsTest::number).containsOnly(number(outcomes.get(0)));
    }

    @Test
    void moreThanWasBoughtCannotComeBack() {
        assertThat(await(returns.start("OF-100001", 3, 9, ReturnReason.FAULTY, NOW)))
                .isEqualTo(new ReturnStart.Impossible());
        assertThat(await(returns.start("OF-100001", 7, 1, ReturnReason.FAULTY, NOW)))
                .isEqualTo(new ReturnStart.Impossible());
        assertThat(await(returns.start("OF-777777", 1, 1, ReturnReason.FAULTY, NOW)))
                .isEqualTo(new ReturnStart.Impossible());
    }

    private static String number(ReturnStart outcome) {
        return outcome.match(
                started -> started.started().number(),
                already -> already.earlier().number(),
                () -> "none");
    }
}
