package outfitter.recommender.merchandising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import outfitter.models.merchandising.SuggestionList;
import outfitter.recommender.TestShop;
import outfitter.recommender.ranking.Suggestion;
import outfitter.recommender.ranking.Suggestions;

class EffectTallyTest {
    private final Wares shop = new Wares(
            new TestShop()
                    .sell("boot", "wear/boots", 150)
                    .sell("sock", "wear/socks", 10)
                    .sell("wax", "care/wax", 5)
                    .catalogue(),
            Map.of("sock", 40.0),
            Map.of(),
            Map.of());
    private final EffectTally tally = new EffectTally(shop);

    @Test
    void whatTheDraftShowsOfTheOtherLinesIsAHitAndEarnsItsMargin() {
        for (int i = 0; i < 40; i++) {
            tally.ask("boot", List.of("boot", "sock"), showing("wax"), showing("sock"));
            tally.ask("sock", List.of("boot", "sock"), showing("sock"), showing("sock"));
            tally.endOrder();
        }

        Effect effect = tally.effect(null);

        assertThat(effect.orders()).isEqualTo(40);
        assertThat(effect.asked()).isEqualTo(80);
        assertThat(effect.touched()).isEqualTo(40);
        assertThat(effect.live().hits()).isZero();
        assertThat(effect.draft().hitRate()).isEqualTo(0.5);
        assertThat(effect.draft().margin()).isEqualTo(0.5 * 1000 * 0.4);
        assertThat(effect.low()).isCloseTo(0.5, within(1e-9));
        assertThat(effect.marginKnown()).isEqualTo(1.0);
        assertThat(effect.verdict()).isEqualTo(Effect.Verdict.BETTER);
    }

    @Test
    void aDifferenceThatMayBeChanceIsNotSold() {
        for (int i = 0; i < 40; i++) {
            Suggestions live = showing(i % 2 == 0 ? "sock" : "wax");
            Suggestions draft = showing(i % 2 == 0 ? "wax" : "sock");
            tally.ask("boot", List.of("boot", "sock"), live, draft);
            tally.endOrder();
        }

        Effect effect = tally.effect(null);

        assertThat(effect.low()).isNegative();
        assertThat(effect.high()).isPositive();
        // alternating plus and minus one: standard error 1 / sqrt(39)
        assertThat(effect.high()).isCloseTo(1.96 / Math.sqrt(39), within(1e-9));
        assertThat(effect.verdict()).isEqualTo(Effect.Verdict.UNCLEAR);
    }

    @Test
    void aHandfulOfOrdersProvesNothing() {
        tally.ask("boot", List.of("boot", "sock"), showing("wax"), showing("sock"));
        tally.endOrder();

        assertThat(tally.effect(null).verdict()).isEqualTo(Effect.Verdict.TOO_FEW);
    }

    private static Suggestions showing(String product) {
        Suggestion only =
                new Suggestion(product, SuggestionList.GOES_WITH, 1, 1, 1, 1, List.of(), null, 1, null, null, null);
        return new Suggestions(List.of(only), List.of(), List.of(), List.of(), List.of(), TestShop.NOW);
    }
}
