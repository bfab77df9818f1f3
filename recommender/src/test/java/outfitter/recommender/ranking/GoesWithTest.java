package outfitter.recommender.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static outfitter.recommender.TestShop.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import outfitter.models.merchandising.RuleSet;
import outfitter.models.merchandising.SuggestionList;
import outfitter.models.shop.Catalogue;
import outfitter.recommender.TestShop;
import outfitter.recommender.merchandising.Circumstances;
import outfitter.recommender.merchandising.Merchandising;
import outfitter.recommender.merchandising.Wares;

class GoesWithTest {
    private final EvidenceTexts english = EvidenceTexts.in("en").orElseThrow();
    private final TestShop shop = new TestShop()
            .sell("granite-boot", "footwear/boots", 150)
            .sell("ridge-boot", "footwear/boots", 190)
            .sell("wool-sock", "clothing/socks", 18)
            .sell("snow-gaiter", "clothing/gaiters", 40)
            .sell("oat-bar", "food/bars", 2, List.of(), true, true)
            .sell("nut-bar", "food/bars", 2, List.of(), true, true)
            .orders(40, 30, "granite-boot", "wool-sock")
            .orders(30, 30, "granite-boot", "snow-gaiter")
            .orders(2, 30, "granite-boot", "ridge-boot")
            .orders(40, 30, "ridge-boot")
            .orders(60, 200, "oat-bar", "nut-bar");

    @Test
    void aDepartmentsFavouritesAreFoundHoweverFarDownTheyStand() {
        TestShop shop = new TestShop().sell("ice-axe", "climbing/axes", 90);
        for (int sock = 0; sock < 2 * Ranker.SHORTLISTED; sock++) shop.sell("sock-" + sock, "wear/socks", 9);
        for (int sock = 0; sock < 2 * Ranker.SHORTLISTED; sock++) shop.orders(9, 9, "sock-" + sock);
        shop.orders(5, 9, "ice-axe");
        Situation stranger = Situation.lookingAt(List.of(), NOW);

        Shortlist axes =
                new Ranker(shop.index()).shortlist(stranger, product -> "climbing/axes".equals(product.category()));

        assertThat(new Ranker(shop.index()).shortlist(stranger).ranked(SuggestionList.GOES_WITH))
                .doesNotContain("ice-axe");
        assertThat(axes.ranked(SuggestionList.GOES_WITH)).containsExactly("ice-axe");
    }

    @Test
    void whereNothingSoldEnoughInThisSeasonTheWholeYearDecides() {
        TestShop young = new TestShop()
                .sell("map-case", "travel/maps", 12)
                .sell("camp-mug", "camp/mugs", 9)
                .sell("new-hat", "clothing/hats", 25)
                .orders(3, 30, "camp-mug")
                .orders(1, 30, "map-case");

        Suggestions suggestions = ask(young, Situation.lookingAt(List.of(), NOW));

        assertThat(products(suggestions)).containsExactly("camp-mug", "map-case");
        assertThat(said(suggestions.goesWith().get(0))).startsWith("chosen in 3 orders");
        assertThat(said(suggestions.goesWith().get(1))).startsWith("chosen in 1 order");
    }

    @Test
    void whatWasOrderedTogetherMostOftenLeads() {
        Suggestions suggestions = lookingAt("granite-boot");

        assertThat(products(suggestions)).startsWith("wool-sock", "snow-gaiter");
        assertThat(said(suggestions.goesWith().get(0)))
                .containsExactly(
                        "bought together with the granite boot in 40 orders",
                        "ordered 40 times in winter",
                        "7 in stock");
    }

    @Test
    void anotherBootDoesNotGoWithABootButStepsUp() {
        Suggestions suggestions = lookingAt("granite-boot");

        assertThat(products(suggestions)).doesNotContain("ridge-boot");
        assertThat(suggestions.stepUp()).extracting(Suggestion::product).containsExactly("ridge-boot");
        assertThat(said(suggestions.stepUp().get(0)))
                .contains("£40.00 more than the granite boot, and the dearest of the 2 of its kind");
    }

    @Test
    void whatVisitorsWentOnToComesUpAndIsSaid() {
        TestShop withWax = new TestShop()
                .sell("granite-boot", "footwear/boots", 150)
                .sell("ridge-boot", "footwear/boots", 190)
                .sell("wool-sock", "clothing/socks", 18)
                .sell("snow-gaiter", "clothing/gaiters", 40)
                .sell("leather-wax", "care/wax", 9)
                .orders(40, 30, "granite-boot", "wool-sock")
                .orders(30, 30, "granite-boot", "snow-gaiter");
        Situation looking = Situation.lookingAt(List.of("granite-boot"), NOW)
                .with(Map.of(
                        "snow-gaiter", new GoesOn(0.9, "granite-boot", 14, 20),
                        "leather-wax", new GoesOn(0.05, "granite-boot", 2, 20),
                        "ridge-boot", new GoesOn(0.05, "granite-boot", 5, 20)));

        Suggestions suggestions = ask(withWax, looking);

        assertThat(products(suggestions)).startsWith("snow-gaiter", "wool-sock").contains("leather-wax");
        assertThat(said(suggestions.goesWith().get(0)))
                .contains("14 of the last 20 who looked at the granite boot went on to it");
        assertThat(products(suggestions)).doesNotContain("ridge-boot");
        assertThat(said(suggestions.stepUp().get(0)))
                .contains("5 of the last 20 who looked at the granite boot went on to it");
    }

    @Test
    void twoSortsOfFoodGoTogetherAlthoughOfOneKind() {
        assertThat(products(lookingAt("oat-bar"))).startsWith("nut-bar");
    }

    @Test
    void newOrdersCountMoreButAllAreTold() {
        TestShop changed = new TestShop()
                .sell("tent", "camp/tents", 300)
                .sell("old-mat", "camp/mats", 50)
                .sell("new-lamp", "camp/lamps", 30)
                .orders(20, 600, "tent", "old-mat")
                .orders(8, 5, "tent", "new-lamp");

        Suggestions suggestions = ask(changed, Situation.lookingAt(List.of("tent"), NOW));

        assertThat(products(suggestions)).containsExactly("new-lamp", "old-mat");
        assertThat(said(suggestions.goesWith().get(1))).first().isEqualTo("bought together with the tent in 20 orders");
    }

    @Test
    void aPurchaseOfLastSpringIsSaidWithItsMonth() {
        Instant lastMarch = Instant.parse("2025-03-14T10:00:00Z");
        Situation owner = new Situation(
                List.of(),
                List.of(),
                List.of(new Situation.Purchase("granite-boot", lastMarch)),
                Set.of(),
                Set.of(),
                Map.of(),
                NOW);

        Suggestions suggestions = ask(shop, owner);

        assertThat(said(suggestions.goesWith().get(0)))
                .first()
                .isEqualTo("goes with the granite boot bought in March 2025: together in 40 orders");
    }

    @Test
    void aProductWithoutOrdersBorrowsFromTheOneItResembles() {
        shop.sell("granite-boot-ii", "footwear/boots", 155);

        Suggestions suggestions = lookingAt("granite-boot-ii");

        assertThat(products(suggestions)).startsWith("wool-sock", "snow-gaiter");
        assertThat(said(suggestions.goesWith().get(0)))
                .first()
                .isEqualTo(
                        "the granite boot ii has no orders yet; with the similar granite boot it was bought 40 times");
    }

    @Test
    void aNewProductHasAPlaceKeptForIt() {
        String[] beside = {"lamp", "mat", "pot", "rope", "stove", "bag", "cup"};
        for (String each : beside) shop.sell(each, "camp/" + each + "s", 20).orders(30, 20, "granite-boot", each);
        shop.sell("wool-sock-light", "clothing/socks", 19, NOW.minus(Duration.ofDays(20)));

        Suggestions suggestions = lookingAt("granite-boot");

        Suggestion fifth = suggestions.goesWith().get(4);
        assertThat(fifth.product()).isEqualTo("wool-sock-light");
        assertThat(said(fifth))
                .first()
                .isEqualTo("new here; the similar wool sock was bought together with the granite boot in 40 orders");
    }

    @Test
    void whatIsUsedUpIsOfferedAgainToWhoBoughtItBefore() {
        Situation regular = new Situation(
                List.of(),
                List.of(),
                List.of(new Situation.Purchase("oat-bar", NOW.minus(Duration.ofDays(40)), 3)),
                Set.of(),
                Set.of(),
                Map.of(),
                NOW);

        Suggestion first = ask(shop, regular).goesWith().stream()
                .filter(each -> each.product().equals("oat-bar"))
                .findFirst()
                .orElseThrow();

        assertThat(said(first)).first().isEqualTo("bought 3 times before, last in December 2025");
    }

    @Test
    void nothingIsPushedForTheSakeOfWhatCameBack() {
        Situation trouble = new Situation(
                List.of("granite-boot"),
                List.of(),
                List.of(),
                List.of(),
                Set.of(),
                Set.of("granite-boot"),
                Set.of(),
                Map.of(),
                NOW);

        Suggestions suggestions = ask(shop, trouble);

        assertThat(suggestions.anchors()).isEmpty();
        assertThat(suggestions.goesWith())
                .flatExtracting(Suggestion::evidence)
                .extracting(Evidence::kind)
                .doesNotContain("bought-together");
    }

    @Test
    void whatAgentsSayDoesNotGoTogetherSinks() {
        Disliked disliked = new Disliked();
        Ranker ranker = new Ranker(shop.index(), Blends.untrained(), disliked, new Segments());
        Situation boot = Situation.lookingAt(List.of("granite-boot"), NOW);
        assertThat(ranker.shortlist(boot).ranked(SuggestionList.GOES_WITH)).startsWith("wool-sock", "snow-gaiter");

        disliked.learn(List.of(new Disliked.Pair("granite-boot", "wool-sock", 4)));

        assertThat(ranker.shortlist(boot).ranked(SuggestionList.GOES_WITH)).startsWith("snow-gaiter", "wool-sock");
    }

    @Test
    void whyNotIsToldOfAnyProduct() {
        Shortlist boot = new Ranker(shop.index()).shortlist(Situation.lookingAt(List.of("granite-boot"), NOW));
        Map<String, Integer> stock = shop.stocked(7);

        Explanation sock = boot.explain("wool-sock", SuggestionList.GOES_WITH, stock);
        Explanation other = boot.explain("ridge-boot", SuggestionList.GOES_WITH, stock);

        assertThat(sock.verdict()).isEqualTo(Explanation.Verdict.RANKED);
        assertThat(sock.rankedAt()).isEqualTo(1);
        assertThat(sock.together()).containsExactly(new Explanation.Together("granite-boot", 40, 72, 0));
        assertThat(sock.terms().get(0).signal()).isEqualTo("confidence");
        assertThat(other.verdict()).isEqualTo(Explanation.Verdict.INSTEAD);
        assertThat(boot.explain("unheard-of", SuggestionList.GOES_WITH, stock).why())
                .isEqualTo(HiddenPin.Why.UNKNOWN);
        assertThat(boot.explain("wool-sock", SuggestionList.GOES_WITH, Map.of()).why())
                .isEqualTo(HiddenPin.Why.SOLD_OUT);
        assertThat(boot.explain("wool-sock", SuggestionList.STEP_UP, stock).verdict())
                .isEqualTo(Explanation.Verdict.NO_STEP);
    }

    @Test
    void aStrangerSeesWhatPeopleBuyInThisSeason() {
        TestShop seasonal = new TestShop()
                .sell("ski", "snow/skis", 400)
                .sell("swim-short", "clothing/shorts", 30)
                .orders(20, 20, "ski")
                .orders(60, 200, "swim-short");

        Suggestions suggestions = ask(seasonal, Situation.lookingAt(List.of(), NOW));

        assertThat(products(suggestions)).containsExactly("ski");
        assertThat(said(suggestions.goesWith().get(0))).containsExactly("ordered 20 times in winter", "7 in stock");
    }

    @Test
    void theCustomersSizeIsLookedUp() {
        TestShop sized = new TestShop()
                .sell("rock-boot", "footwear/boots", 150)
                .sell("camp-shoe", "footwear/shoes", 60, List.of("41", "42"), false, true)
                .orders(9, 10, "rock-boot", "camp-shoe");
        Situation fortyTwo = new Situation(
                List.of("rock-boot"), List.of(), List.of(), Set.of(), Set.of(), Map.of("footwear/shoes", "42"), NOW);

        Suggestion found = arrange(sized, fortyTwo, Map.of("camp-shoe-41", 9, "camp-shoe-42", 3))
                .goesWith()
                .get(0);
        Suggestions soldOut = arrange(sized, fortyTwo, Map.of("camp-shoe-41", 9));

        assertThat(found.sku()).isEqualTo("camp-shoe-42");
        assertThat(said(found)).endsWith("3 in size 42");
        assertThat(soldOut.goesWith()).isEmpty();
    }

    @Test
    void aBetterRatedStepUpComesFirst() {
        TestShop rated = new TestShop()
                .sell("small-stove", "camp/stoves", 60)
                .sell("loved-stove", "camp/stoves", 80)
                .sell("plain-stove", "camp/stoves", 80)
                .sell("hated-stove", "camp/stoves", 80)
                .rated("small-stove", 4.0, 10)
                .rated("loved-stove", 4.8, 20)
                .rated("hated-stove", 2.0, 20);

        Suggestions suggestions = ask(rated, Situation.lookingAt(List.of("small-stove"), NOW));

        assertThat(suggestions.stepUp()).extracting(Suggestion::product).containsExactly("loved-stove", "plain-stove");
        assertThat(said(suggestions.stepUp().get(0))).contains("4.8 stars from 20 customers");
    }

    @Test
    void anOrderFromTheFutureCountsAsOneOfToday() {
        shop.orders(1, -4_000, "granite-boot", "oat-bar");

        assertThat(products(lookingAt("granite-boot"))).startsWith("wool-sock");
    }

    private Suggestions lookingAt(String product) {
        return ask(shop, Situation.lookingAt(List.of(product), NOW));
    }

    private static Suggestions ask(TestShop shop, Situation situation) {
        return arrange(shop, situation, shop.stocked(7));
    }

    private static Suggestions arrange(TestShop shop, Situation situation, Map<String, Integer> stock) {
        Shortlist shortlist = new Ranker(shop.index()).shortlist(situation);
        Wares wares = new Wares(Catalogue.EMPTY, Map.of(), Map.of(), stock);
        return Merchandising.arrange(
                shortlist, RuleSet.EMPTY, wares, Circumstances.at(NOW), Merchandising.FOR_THE_DESK);
    }

    private static List<String> products(Suggestions suggestions) {
        assertThat(suggestions.goesWith()).allMatch(each -> each.list() == SuggestionList.GOES_WITH);
        return suggestions.goesWith().stream().map(Suggestion::product).toList();
    }

    private List<String> said(Suggestion suggestion) {
        return suggestion.evidence().stream()
                .map(evidence -> english.say(evidence, id -> id.replace('-', ' '), NOW))
                .toList();
    }
}
