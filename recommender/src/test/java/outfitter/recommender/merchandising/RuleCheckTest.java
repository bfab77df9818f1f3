package outfitter.recommender.merchandising;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import outfitter.models.merchandising.Act;
import outfitter.models.merchandising.Condition;
import outfitter.models.merchandising.Condition.Kind;
import outfitter.models.merchandising.Rule;
import outfitter.models.merchandising.RuleSet;
import outfitter.models.merchandising.SuggestionList;
import outfitter.models.merchandising.Target;
import outfitter.recommender.TestShop;

class RuleCheckTest {
    private static final Target GAITER = Target.products("gaiter");
    private static final List<Condition> BOOT = List.of(Condition.of(Kind.PRODUCT, "boot"));
    private static final List<Condition> BOOTS = List.of(Condition.of(Kind.CATEGORY, "wear/boots"));
    private static final List<Condition> WEAR = List.of(Condition.of(Kind.CATEGORY, "wear"));
    private static final List<Condition> ALWAYS = List.of();

    private final Wares shop = new Wares(
            new TestShop()
                    .sell("boot", "wear/boots", 150)
                    .sell("gaiter", "wear/gaiters", 40)
                    .sell("sock", "wear/socks", 10)
                    .catalogue(),
            Map.of(),
            Map.of("winter", List.of("gaiter", "sock")),
            Map.of());

    @Test
    void anExclusionThatCoversAPinHasItsWay() {
        for (List<Condition> covering : List.of(ALWAYS, WEAR, BOOTS, BOOT)) {
            assertThat(conflicts(pin("pin", BOOT, 1), exclude("not", covering)))
                    .singleElement()
                    .satisfies(conflict -> {
                        assertThat(conflict.wins()).isEqualTo("not");
                        assertThat(conflict.loses()).isEqualTo("pin");
                        assertThat(conflict.text()).isEqualTo("gaiter is never shown here: 'not' goes before 'pin'");
                    });
        }
    }

    @Test
    void anExclusionInsideAWiderPinIsAnExceptionToIt() {
        assertThat(conflicts(pin("pin", ALWAYS, 1), exclude("not", BOOTS))).isEmpty();
        assertThat(conflicts(pin("pin", BOOTS, 1), exclude("not", BOOT))).isEmpty();
    }

    @Test
    void ofTwoPinsOfAProductTheHigherCounts() {
        assertThat(conflicts(pin("one", ALWAYS, 3), pin("two", ALWAYS, 2)))
                .containsExactly(
                        new Conflicts.Conflict("two", "one", "gaiter is pinned twice: place 2 of 'two' counts"));
        assertThat(conflicts(pin("one", ALWAYS, 1), pin("two", BOOT, 2))).isEmpty();
    }

    @Test
    void rulesOfDifferentTimesAreNotAtOdds() {
        Rule summer = pin("summer", ALWAYS, 1).between(null, TestShop.NOW);
        Rule winter = exclude("winter", ALWAYS).between(TestShop.NOW, null);

        assertThat(conflicts(summer, winter)).isEmpty();
        assertThat(conflicts(summer, winter.between(TestShop.NOW.minusSeconds(1), null)))
                .hasSize(1);
    }

    @Test
    void whatIsBoostedAndBuriedSaysWhatComesOut() {
        Rule boost = Rule.weigh("up", Act.BOOST, ALWAYS, Target.set("winter"), null, 100);
        Rule bury = Rule.weigh("down", Act.BURY, BOOT, GAITER, SuggestionList.STEP_UP, 75);

        assertThat(conflicts(boost, bury))
                .containsExactly(new Conflicts.Conflict(
                        "down", "up", "gaiter is boosted and buried: together it counts 50 % less"));
    }

    @Test
    void aQuotaBelowItsPinsIsToldOf() {
        Rule both = Rule.pin("both", BOOT, Target.set("winter"), SuggestionList.GOES_WITH, 1);
        Rule quota = Rule.quota("few", ALWAYS, Target.selection(WEAR.get(0)), null, 1);

        assertThat(conflicts(both, quota))
                .extracting(Conflicts.Conflict::text)
                .containsExactly("'both' pins 2, and 'few' lets only 1 be shown");
    }

    @Test
    void whatTheShopDoesNotHaveIsNamed() {
        List<Condition> kilts = List.of(Condition.of(Kind.CATEGORY, "wear/kilts"));

        assertThat(RuleCheck.faults(
                        new RuleSet(List.of(
                                pin("lost", kilts, 1),
                                Rule.pin("set", ALWAYS, Target.set("summer"), SuggestionList.STEP_UP, 1),
                                pin("fifth", List.of(Condition.of(Kind.SEASON, "monsoon")), 1))),
                        shop))
                .extracting(Remark::text)
                .containsExactly(
                        "rule 'lost' names the category 'wear/kilts', which the shop does not have",
                        "rule 'set' names the set 'summer', which the shop does not have",
                        "rule 'fifth' names the season 'monsoon', which the shop does not have");
    }

    @Test
    void conditionsThatNothingCanMeetAreToldAtTheLaterOne() {
        List<Condition> seasons = List.of(
                Condition.of(Kind.CATEGORY, "wear/boots"),
                Condition.of(Kind.SEASON, "winter"),
                Condition.of(Kind.SEASON, "summer", "spring"));
        List<Condition> prices = List.of(
                Condition.range(Kind.PRICE, 5_000L, null),
                Condition.of(Kind.CATEGORY, "wear"),
                Condition.range(Kind.PRICE, null, 1_000L));

        assertThat(remarks(exclude("not", seasons)))
                .containsExactly(new Remark(
                        "not",
                        "It never speaks: no season fits both conditions on it",
                        true,
                        new Remark.Spot(Remark.Part.WHEN, 2)));
        assertThat(remarks(boost("up", prices)))
                .containsExactly(new Remark(
                        "up",
                        "It moves nothing: no price fits both conditions on it",
                        true,
                        new Remark.Spot(Remark.Part.SELECTION, 2)));
    }

    @Test
    void conditionsThatNothingInTheShopMeetsTogetherAreToldOf() {
        List<Condition> cheapBoots = List.of(BOOTS.get(0), Condition.range(Kind.PRICE, null, 10_000L));
        List<Condition> bootsAndSocks = List.of(BOOTS.get(0), Condition.of(Kind.CATEGORY, "wear/socks"));

        for (List<Condition> nothing : List.of(cheapBoots, bootsAndSocks)) {
            assertThat(remarks(exclude("not", nothing)))
                    .extracting(Remark::text)
                    .containsExactly("It never speaks: nothing in the shop is all of that at once");
        }
    }

    @Test
    void whatCanBeMetOrMayBeMetTomorrowIsNotRemarkedOn() {
        List<Condition> winterBoots = List.of(
                BOOTS.get(0),
                Condition.of(Kind.CATEGORY, "wear"),
                Condition.range(Kind.PRICE, 1_000L, null),
                Condition.range(Kind.PRICE, null, 20_000L),
                Condition.of(Kind.SEASON, "winter", "autumn"),
                Condition.of(Kind.SEASON, "winter"),
                Condition.of(Kind.SEGMENT, "gold"),
                Condition.of(Kind.SEGMENT, "new"),
                Condition.range(Kind.STOCK, 1_000L, null));

        assertThat(remarks(exclude("not", winterBoots))).isEmpty();
    }

    @Test
    void anExclusionOfEverythingIsToldOf() {
        Target all = new Target(null, null, List.of(Condition.range(Kind.PRICE, 0L, null)));
        Target most = new Target(null, null, List.of(Condition.range(Kind.PRICE, 2_000L, null)));

        assertThat(remarks(Rule.plain("all", Act.EXCLUDE, BOOT, all, null)))
                .containsExactly(Remark.of("all", "It excludes everything: where it speaks, nothing is left to show"));
        assertThat(remarks(Rule.plain("most", Act.EXCLUDE, BOOT, most, null))).isEmpty();
    }

    private List<Remark> remarks(Rule rule) {
        return RuleCheck.remarks(new RuleSet(List.of(rule)), shop);
    }

    private static Rule boost(String id, List<Condition> selection) {
        return Rule.weigh(id, Act.BOOST, ALWAYS, new Target(null, null, selection), null, 30);
    }

    private List<Conflicts.Conflict> conflicts(Rule... rules) {
        return Conflicts.among(new RuleSet(List.of(rules)), shop);
    }

    private static Rule pin(String id, List<Condition> when, int place) {
        return Rule.pin(id, when, GAITER, SuggestionList.GOES_WITH, place);
    }

    private static Rule exclude(String id, List<Condition> when) {
        return Rule.plain(id, Act.EXCLUDE, when, GAITER, SuggestionList.GOES_WITH);
    }
}
