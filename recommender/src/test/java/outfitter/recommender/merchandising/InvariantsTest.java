package outfitter.recommender.merchandising;

import static org.assertj.core.api.Assertions.assertThat;
import static outfitter.recommender.TestShop.NOW;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import outfitter.models.merchandising.Act;
import outfitter.models.merchandising.Condition;
import outfitter.models.merchandising.Rule;
import outfitter.models.merchandising.RuleSet;
import outfitter.models.merchandising.SuggestionList;
import outfitter.recommender.RandomShop;
import outfitter.recommender.ranking.HiddenPin;
import outfitter.recommender.ranking.HiddenPin.Why;
import outfitter.recommender.ranking.Ranker;
import outfitter.recommender.ranking.Shortlist;
import outfitter.recommender.ranking.Situation;
import outfitter.recommender.ranking.Suggestion;
import outfitter.recommender.ranking.Suggestions;

class InvariantsTest {
    @Property(tries = 500)
    void nothingIsShownThatMustNotBe(@ForAll Random random) {
        Asked asked = new Asked(random);

        Set<String> never = asked.world.mayNeverBeSeen(asked.situation);
        assertThat(asked.all()).allSatisfy(shown -> {
            assertThat(never).doesNotContain(shown.product());
            assertThat(shown.quantity()).isPositive();
            if (shown.sku() != null)
                assertThat(asked.stock.getOrDefault(shown.sku(), 0)).isPositive();
            assertThat(asked.pieces(shown.product())).isGreaterThanOrEqualTo(shown.quantity());
            assertThat(asked.excluded(shown.list(), shown.product())).isFalse();
            assertThat(shown.evidence()).isNotEmpty();
        });
        for (SuggestionList list : SuggestionList.values()) {
            List<String> products =
                    asked.shown(list).stream().map(Suggestion::product).toList();
            assertThat(products).doesNotHaveDuplicates();
        }
    }

    @Property(tries = 500)
    void aPinStandsAtItsPlaceOrSaysWhyNot(@ForAll Random random) {
        Asked asked = new Asked(random);

        for (SuggestionList list : SuggestionList.values()) {
            Set<String> earlier = new HashSet<>();
            for (Rule pin : asked.pins(list)) {
                int wanted = pin.pinnedTo();
                for (String product : asked.wares.listed(pin.target())) {
                    if (!earlier.add(product)) continue; // pinned higher up by another rule
                    Optional<Why> why = asked.hidden(pin, list, product);
                    Optional<Suggestion> shown = asked.shown(list, product);
                    if (pin.list() == null && why.isPresent() && shown.isPresent())
                        continue; // hidden in the other list
                    assertThat(why.isPresent()).isNotEqualTo(shown.isPresent());
                    if (shown.isEmpty()) continue;
                    Suggestion at = shown.get();
                    assertThat(at.movedBy()).isEqualTo(pin);
                    if (at.place() < wanted)
                        assertThat(asked.onlyPlacedFollow(at)).isTrue();
                    if (at.place() > wanted)
                        assertThat(asked.onlyPlacedFrom(wanted, at)).isTrue();
                    wanted = Math.max(wanted, at.place()) + 1;
                }
            }
        }
    }

    @Property(tries = 500)
    void aHiddenPinTellsTheTruth(@ForAll Random random) {
        Asked asked = new Asked(random);

        for (HiddenPin hidden : asked.answer.hiddenPins()) {
            String product = hidden.product();
            switch (hidden.why()) {
                case UNKNOWN -> assertThat(product).isEqualTo("unheard-of");
                case EXCLUDED, ONLY_WITH -> assertThat(asked.forbidden(product)).isTrue();
                case QUOTA -> assertThat(asked.rules.rules()).anyMatch(rule -> rule.act() == Act.QUOTA);
                case SOLD_OUT ->
                    assertThat(asked.shortlist.whyNot(product, asked.stock)).contains(Why.SOLD_OUT);
                default ->
                    assertThat(asked.world.mayNeverBeSeen(asked.situation)).contains(product);
            }
        }
    }

    @Property(tries = 300)
    void aRuleThatDoesNotSpeakMovesNothing(@ForAll Random random) {
        Asked asked = new Asked(random);
        RuleSet silent = new RuleSet(asked.rules.rules().stream()
                .filter(rule -> !rule.isOn(NOW) || (rule.act() != Act.ONLY_WITH && !asked.speaks(rule)))
                .toList());

        Suggestions untouched = asked.under(RuleSet.EMPTY);

        assertThat(asked.under(silent)).isEqualTo(untouched);
        assertThat(untouched.goesWith())
                .allMatch(shown -> shown.movedBy() == null
                        && Integer.valueOf(shown.place()).equals(shown.ownPlace()));
    }

    @Property(tries = 500)
    void whatNoRuleNamesKeepsItsOrder(@ForAll Random random) {
        Asked asked = new Asked(random);

        for (SuggestionList list : SuggestionList.values()) {
            List<String> before = asked.unnamed(asked.under(RuleSet.EMPTY), list);
            List<String> after = asked.unnamed(asked.answer, list);
            assertThat(before).containsSubsequence(after);
            assertThat(after).as("nothing unnamed is lost but at the end").isEqualTo(before.subList(0, after.size()));
        }
    }

    @Property(tries = 500)
    void aQuotaIsNeverExceeded(@ForAll Random random) {
        Asked asked = new Asked(random);

        for (SuggestionList list : SuggestionList.values()) {
            for (Rule quota : asked.speaking(list, Act.QUOTA)) {
                assertThat(asked.shown(list).stream()
                                .filter(shown -> asked.wares.names(quota.target(), shown.product())))
                        .hasSizeLessThanOrEqualTo(quota.allowed());
            }
        }
    }

    @Property(tries = 300)
    void whateverWasMovedSaysByWhichRuleAndFromWhere(@ForAll Random random) {
        Asked asked = new Asked(random);

        asked.all().stream().filter(shown -> shown.movedBy() != null).forEach(shown -> {
            Rule rule = shown.movedBy();
            assertThat(asked.speaks(rule)).isTrue();
            assertThat(asked.wares.names(rule.target(), shown.product())).isTrue();
            List<String> own = asked.products(asked.under(RuleSet.EMPTY), shown.list());
            Integer place = own.contains(shown.product()) ? Integer.valueOf(own.indexOf(shown.product()) + 1) : null;
            if (place != null) assertThat(shown.ownPlace()).isEqualTo(place);
        });
    }

    /** One question to one random shop, with its answer. */
    private static final class Asked {
        final RandomShop world;
        final Situation situation;
        final Map<String, Integer> stock;
        final RuleSet rules;
        final Wares wares;
        final Shortlist shortlist;
        final Suggestions answer;

        Asked(Random random) {
            world = new RandomShop(random);
            situation = world.situation();
            stock = world.stock();
            rules = world.rules();
            wares = new Wares(world.shop.catalogue(), Map.of(), Map.of(), stock);
            shortlist = new Ranker(world.shop.index()).shortlist(situation);
            answer = under(rules);
        }

        Suggestions under(RuleSet set) {
            return Merchandising.arrange(shortlist, set, wares, Circumstances.at(NOW), Merchandising.FOR_THE_STUDIO);
        }

        List<Suggestion> shown(SuggestionList list) {
            return list == SuggestionList.GOES_WITH ? answer.goesWith() : answer.stepUp();
        }

        List<Suggestion> all() {
            return Stream.concat(answer.goesWith().stream(), answer.stepUp().stream())
                    .toList();
        }

        Optional<Suggestion> shown(SuggestionList list, String product) {
            return shown(list).stream()
                    .filter(each -> each.product().equals(product))
                    .findFirst();
        }

        boolean excluded(SuggestionList list, String product) {
            boolean excluded =
                    speaking(list, Act.EXCLUDE).stream().anyMatch(rule -> wares.names(rule.target(), product));
            List<Rule> only = rules.rules().stream()
                    .filter(rule -> rule.act() == Act.ONLY_WITH && rule.isIn(list) && rule.isOn(NOW))
                    .filter(rule -> wares.names(rule.target(), product))
                    .toList();
            return excluded || (!only.isEmpty() && only.stream().noneMatch(this::speaks));
        }

        boolean forbidden(String product) {
            return excluded(SuggestionList.GOES_WITH, product) || excluded(SuggestionList.STEP_UP, product);
        }

        List<Rule> pins(SuggestionList list) {
            List<Rule> pins = new ArrayList<>(speaking(list, Act.PIN));
            pins.sort(Comparator.comparingInt(Rule::pinnedTo));
            return pins;
        }

        Optional<Why> hidden(Rule rule, SuggestionList list, String product) {
            return answer.hiddenPins().stream()
                    .filter(hidden -> hidden.rule().equals(rule)
                            && hidden.list() == list
                            && hidden.product().equals(product))
                    .map(HiddenPin::why)
                    .findFirst();
        }

        /** Whether whatever stands after {@code at} was placed there by rules. */
        boolean onlyPlacedFollow(Suggestion at) {
            return shown(at.list()).stream()
                    .filter(each -> each.place() > at.place())
                    .allMatch(InvariantsTest::isPlaced);
        }

        /** Whether every place from {@code wanted} up to where it is belongs to others that rules placed. */
        boolean onlyPlacedFrom(int wanted, Suggestion at) {
            return shown(at.list()).stream()
                    .filter(each -> each.place() >= wanted && each.place() < at.place())
                    .allMatch(InvariantsTest::isPlaced);
        }

        int pieces(String product) {
            var assortment = world.shop.assortment();
            return assortment.product(assortment.number(product).orElseThrow()).variants().stream()
                    .mapToInt(variant -> stock.getOrDefault(variant.sku(), 0))
                    .sum();
        }

        List<String> products(Suggestions suggestions, SuggestionList list) {
            List<Suggestion> all = list == SuggestionList.GOES_WITH ? suggestions.goesWith() : suggestions.stepUp();
            return all.stream().map(Suggestion::product).toList();
        }

        /** Those that no rule names. */
        List<String> unnamed(Suggestions suggestions, SuggestionList list) {
            return products(suggestions, list).stream()
                    .filter(id -> rules.rules().stream().noneMatch(rule -> wares.names(rule.target(), id)))
                    .toList();
        }

        List<Rule> speaking(SuggestionList list, Act act) {
            return rules.rules().stream()
                    .filter(rule -> rule.isIn(list) && rule.act() == act && speaks(rule))
                    .toList();
        }

        boolean speaks(Rule rule) {
            if (!rule.isOn(NOW)) return false;
            List<Condition> about = new ArrayList<>();
            for (Condition condition : rule.when()) {
                if (condition.is() == Condition.Kind.SEASON && !condition.any().contains("winter")) return false;
                if (condition.is() == Condition.Kind.SEGMENT) return false; // nobody knows it here
                if (condition.is().isAboutProduct()) about.add(condition);
            }
            return about.isEmpty()
                    || shortlist.anchors().stream()
                            .anyMatch(id -> about.stream().allMatch(condition -> wares.meets(id, condition)));
        }
    }

    private static boolean isPlaced(Suggestion shown) {
        Rule rule = shown.movedBy();
        return rule != null && (rule.act() == Act.PIN || rule.act() == Act.BUNDLE);
    }
}
