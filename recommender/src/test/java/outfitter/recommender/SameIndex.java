package outfitter.recommender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import outfitter.recommender.basket.Counts;
import outfitter.recommender.ranking.Index;
import outfitter.recommender.ranking.Season;

/** Whether two indexes of one catalogue counted the same, whichever way they came to it. */
public final class SameIndex {
    private SameIndex() {}

    public static void assertSame(Index one, Index other) {
        assertSame(one.products(), other.products());
        assertSame(one.leaves(), other.leaves());
        for (int total = 0; total < 3; total++)
            assertThat(one.totals().get(total)).isEqualTo(other.totals().get(total));
        for (int product = 0; product < one.assortment().size(); product++) {
            for (Season season : Season.values()) {
                assertThat(one.seasonOrders(product, season)).isEqualTo(other.seasonOrders(product, season));
            }
        }
    }

    private static void assertSame(Counts one, Counts other) {
        for (int thing = 0; thing < one.size(); thing++) {
            assertThat(one.orders(thing)).isEqualTo(other.orders(thing));
            assertThat(one.weight(thing)).isEqualTo(other.weight(thing), within(1e-6));
            for (int partner = 0; partner < one.size(); partner++) {
                assertThat(one.together(thing, partner)).isEqualTo(other.together(thing, partner));
                assertThat(weight(one, thing, partner)).isEqualTo(weight(other, thing, partner), within(1e-4));
            }
        }
    }

    private static double weight(Counts counts, int thing, int wanted) {
        double[] sum = {0};
        counts.partnersOf(thing, (partner, orders, weight, late) -> sum[0] += partner == wanted ? weight : 0);
        return sum[0];
    }
}
