package outfitter.recommender.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static outfitter.recommender.TestShop.NOW;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import outfitter.models.merchandising.SuggestionList;
import outfitter.recommender.TestShop;

class PriceSenseTest {
    private final TestShop shop = new TestShop()
            .sell("plain-boot", "wear/boots", 100)
            .sell("good-boot", "wear/boots", 130)
            .sell("fine-boot", "wear/boots", 170)
            .sell("cheap-sock", "wear/socks", 5)
            .sell("dear-sock", "wear/socks", 25)
            .sell("dearest-sock", "wear/socks", 27)
            .sell("old-fine-boot", "wear/boots", 180)
            .orders(10, 9, "plain-boot", "good-boot", "fine-boot");

    @Test
    void whoUsuallyPaysMoreIsLedFurtherUp() {
        assertThat(stepsUp(List.of())).startsWith("good-boot");
        assertThat(stepsUp(List.of("old-fine-boot", "dearest-sock"))).startsWith("fine-boot");
    }

    @Test
    void saysWhatItHasSeenThemPay() {
        assertThat(new PriceSense()
                        .evidence(query(List.of("old-fine-boot")), number("fine-boot"))
                        .map(each -> EvidenceTexts.in("en").orElseThrow().say(each, id -> id, NOW)))
                .contains("in the price range of one they bought before");
        assertThat(new PriceSense().evidence(query(List.of()), number("fine-boot")))
                .isEmpty();
    }

    @Test
    void whatWasPaidElsewhereCountsLessThanWhatWasPaidForTheLike() {
        PurchasePrices cheapSocks = prices("cheap-sock");
        PurchasePrices dearSocks = prices("dear-sock");

        assertThat(dearSocks.fit(number("dear-sock"))).isGreaterThan(0.9);
        assertThat(cheapSocks.fit(number("dearest-sock"))).isLessThan(0.3);
        assertThat(new PurchasePrices(List.of(), shop.assortment()).fit(number("dear-sock")))
                .isZero();
    }

    private PurchasePrices prices(String bought) {
        return new PurchasePrices(List.of(number(bought)), shop.assortment());
    }

    private int number(String product) {
        return shop.assortment().number(product).orElseThrow();
    }

    private List<String> stepsUp(List<String> bought) {
        return shortlist(bought).ranked(SuggestionList.STEP_UP);
    }

    private Shortlist shortlist(List<String> bought) {
        return new Ranker(shop.index()).shortlist(situation(bought));
    }

    private Query query(List<String> bought) {
        return new Query(situation(bought), shop.index(), new Disliked());
    }

    private static Situation situation(List<String> bought) {
        List<Situation.Purchase> purchases = bought.stream()
                .map(product -> new Situation.Purchase(product, NOW.minus(Duration.ofDays(90))))
                .toList();
        return new Situation(List.of("plain-boot"), List.of(), purchases, Set.of(), Set.of(), Map.of(), NOW);
    }
}
