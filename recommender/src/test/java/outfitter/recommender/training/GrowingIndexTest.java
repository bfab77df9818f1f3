package outfitter.recommender.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static outfitter.recommender.SameIndex.assertSame;
import static outfitter.recommender.TestShop.NOW;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import outfitter.models.merchandising.SuggestionList;
import outfitter.models.shop.OrderedLine;
import outfitter.recommender.RandomShop;
import outfitter.recommender.TestShop;
import outfitter.recommender.ranking.Index;
import outfitter.recommender.ranking.Ranker;
import outfitter.recommender.ranking.Situation;

class GrowingIndexTest {
    @Property(tries = 300)
    void ordersOnTopAddUpToWhatARebuildFinds(@ForAll Random random) {
        RandomShop world = new RandomShop(random);
        Map<Long, List<OrderedLine>> orders = byOrder(world.shop.lines());
        int before = random.nextInt(orders.size() + 1);

        GrowingIndex growing = grown(world.shop, orders, before, random);

        assertSame(growing.index(), world.shop.index());
        growing.compact();
        assertSame(growing.index(), world.shop.index());
        Situation situation = world.situation();
        assertThat(new Ranker(growing.index()).shortlist(situation).anchors())
                .isEqualTo(new Ranker(world.shop.index()).shortlist(situation).anchors());
    }

    /** Orders are placed, told again, changed, cancelled and placed after all, in any order, old ones and new ones. */
    @Property(tries = 300)
    void whateverBecomesOfOrdersAddsUpToWhatARebuildFinds(@ForAll Random random) {
        RandomShop world = new RandomShop(random);
        Map<Long, List<OrderedLine>> orders = byOrder(world.shop.lines());
        OrderLog first = new OrderLog(world.shop.assortment());
        orders.values().stream().limit(random.nextInt(orders.size() + 1)).forEach(lines -> lines.forEach(first::add));
        GrowingIndex growing = GrowingIndex.of(first, NOW);
        for (int step = 0; step < 3 * orders.size(); step++) {
            List<OrderedLine> lines = List.copyOf(orders.values()).get(random.nextInt(orders.size()));
            List<String> products = lines.stream().map(OrderedLine::product).toList();
            int told = random.nextInt(3) == 0 ? random.nextInt(products.size() + 1) : 0;
            growing.orderIs(
                    lines.get(0).order(),
                    products.subList(0, told),
                    lines.get(0).at());
            if (random.nextInt(20) == 0) growing.compact();
        }
        Set<Long> cancelled = new HashSet<>();
        OrderLog left = new OrderLog(world.shop.assortment());
        orders.forEach((order, lines) -> {
            if (random.nextInt(4) == 0) cancelled.add(order);
            else
                growing.orderIs(
                        order,
                        lines.stream().map(OrderedLine::product).toList(),
                        lines.get(0).at());
            if (!cancelled.contains(order)) lines.forEach(left::add);
        });

        growing.takeOff(cancelled);

        assertSame(growing.index(), IndexBuilder.build(left, NOW));
        growing.compact();
        assertSame(growing.index(), IndexBuilder.build(left, NOW));
    }

    @Test
    void aPairThatIsLeftOnceAfterACancellationIsPassedOverAtOnce() {
        TestShop shop = new TestShop().sell("boot", "wear/boots", 90).sell("sock", "wear/socks", 9);
        shop.orders(2, 9, "boot", "sock");
        OrderLog log = new OrderLog(shop.assortment());
        shop.lines().forEach(log::add);
        GrowingIndex growing = GrowingIndex.of(log, NOW);
        Situation boot = Situation.lookingAt(List.of("boot"), NOW);
        assertThat(new Ranker(growing.index()).shortlist(boot).ranked(SuggestionList.GOES_WITH))
                .containsExactly("sock");

        growing.orderIs(2, List.of(), NOW);

        assertThat(new Ranker(growing.index()).shortlist(boot).ranked(SuggestionList.GOES_WITH))
                .isEmpty();
    }

    @Property(tries = 200)
    void whatIsToldWasCountedOneByOne(@ForAll Random random) {
        RandomShop world = new RandomShop(random);

        Index index = world.shop.index();

        for (int one = 0; one < index.assortment().size(); one++) {
            for (int other = 0; other < index.assortment().size(); other++) {
                if (one == other) continue;
                List<String> both =
                        List.of(index.assortment().id(one), index.assortment().id(other));
                long counted = world.orders.stream()
                        .filter(order -> order.containsAll(both))
                        .count();
                assertThat(index.products().together(one, other)).isEqualTo((int) counted);
            }
        }
    }

    @Test
    void aTradersOrderTeachesPopularityOnly() {
        TestShop shop = new TestShop();
        String[] everything = new String[250];
        for (int i = 0; i < everything.length; i++) {
            everything[i] = "p" + i;
            shop.sell(everything[i], "all", 10);
        }
        shop.order(3, everything);

        Index index = shop.index();

        assertThat(index.products().orders(7)).isEqualTo(1);
        assertThat(index.products().together(7, 8)).isZero();
        assertThat(index.totals().get(Index.PAIRS)).isZero();
    }

    @Test
    void orderedTwiceOnOneOrderCountsOnce() {
        TestShop shop = new TestShop().sell("rope", "climb/ropes", 90).sell("sling", "climb/slings", 9);
        OrderLog log = new OrderLog(shop.assortment());
        for (String product : List.of("rope", "sling", "sling", "unknown")) log.add(1, 0, NOW, product);

        Index index = IndexBuilder.build(log, NOW);

        assertThat(index.products().orders(1)).isEqualTo(1);
        assertThat(index.products().together(0, 1)).isEqualTo(1);
    }

    @Test
    void anOrderWeighsHalfAfterItsHalfLife() {
        Index index = new TestShop().index();

        assertThat(index.weightAt(NOW.minus(Duration.ofDays(83)))).isEqualTo(0.5, within(1e-12));
    }

    private static GrowingIndex grown(TestShop shop, Map<Long, List<OrderedLine>> orders, int before, Random random) {
        OrderLog log = new OrderLog(shop.assortment());
        List<List<OrderedLine>> all = new ArrayList<>(orders.values());
        all.subList(0, before).forEach(lines -> lines.forEach(log::add));
        GrowingIndex growing = new GrowingIndex(IndexBuilder.build(log, NOW));
        for (List<OrderedLine> lines : all.subList(before, all.size())) {
            growing.orderPlaced(
                    lines.stream().map(OrderedLine::product).toList(),
                    lines.get(0).at());
            if (random.nextInt(10) == 0) growing.compact();
        }
        return growing;
    }

    private static Map<Long, List<OrderedLine>> byOrder(List<OrderedLine> lines) {
        Map<Long, List<OrderedLine>> orders = new LinkedHashMap<>();
        lines.forEach(line ->
                orders.computeIfAbsent(line.order(), any -> new ArrayList<>()).add(line));
        return orders;
    }
}
