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
            assertThat(asked.excluded(shown.list())).doesNotContain(shown.product());
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
                if (!earlier.add(pin.product())) continue; // pinned higher up by another rule
                Optional<Why> why = asked.hidden(pin);
                Optional<Suggestion> shown = asked.shown(list).stream()
                        .filter(each -> each.product().equals(pin.product()))
                        .findFirst();
                assertThat(why.isPresent()).isNotEqualTo(shown.isPresent());
                shown.ifPresent(at -> {
                    assertThat(at.movedBy()).isEqualTo(pin);
                    if (at.place() < pin.pinnedTo())
                        assertThat(onlyPinsFollow(asked.shown(list), at)).isTrue();
                    if (at.place() > pin.pinnedTo())
                        assertThat(asked.onlyPinsFrom(pin, at)).isTrue();
                });
            }
        }
    }

    @Property(tries = 500)
    void aHiddenPinTellsTheTruth(@ForAll Random random) {
        Asked asked = new Asked(random);

        for (HiddenPin hidden : asked.answer.hiddenPins()) {
            String product = hidden.rule().product();
            switch (hidden.why()) {
                case UNKNOWN -> assertThat(product).isEqualTo("unheard-of");
                case EXCLUDED ->
                    assertThat(asked.excluded(hidden.rule().list())).contains(product);
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
                .filter(rule -> !asked.shortlist.isAbout(rule.anchor()))
                .toList());

        Suggestions untouched = asked.under(RuleSet.EMPTY);

        assertThat(asked.under(silent)).isEqualTo(untouched);
        assertThat(untouched.goesWith()).allMatch(shown -> shown.movedBy() == null);
    }

    @Property(tries = 300)
    void whatNoRuleNamesKeepsItsOrder(@ForAll Random random) {
        Asked asked = new Asked(random);
        Set<String> named = new HashSet<>();
        asked.rules.rules().forEach(rule -> named.add(rule.product()));

        for (SuggestionList list : SuggestionList.values()) {
            List<String> before = asked.unnamed(asked.under(RuleSet.EMPTY), list, named);
            List<String> after = asked.unnamed(asked.answer, list, named);
            assertThat(after).isEqualTo(before);
        }
    }

    private static boolean onlyPinsFollow(List<Suggestion> shown, Suggestion from) {
        return shown.stream().filter(each -> each.place() > from.place()).allMatch(each -> each.movedBy() != null);
    }

    /** One question to one random shop, with its answer. */
    private static final class Asked {
        final RandomShop world;
        final Situation situation;
        final Map<String, Integer> stock;
        final RuleSet rules;
        final Shortlist shortlist;
        final Suggestions answer;

        Asked(Random random) {
            world = new RandomShop(random);
            situation = world.situation();
            stock = world.stock();
            rules = world.rules();
            shortlist = new Ranker(world.shop.index()).shortlist(situation);
            answer = under(rules);
        }

        Suggestions under(RuleSet set) {
            return Merchandising.arrange(shortlist, set, stock, Merchandising.FOR_THE_STUDIO, NOW);
        }

        List<Suggestion> shown(SuggestionList list) {
            return list == SuggestionList.GOES_WITH ? answer.goesWith() : answer.stepUp();
        }

        List<Suggestion> all() {
            return Stream.concat(answer.goesWith().stream(), answer.stepUp().stream())
                    .toList();
        }

        Set<String> excluded(SuggestionList list) {
            Set<String> excluded = new HashSet<>();
            speaking(list).stream()
                    .filter(rule -> rule.act() == Rule.Act.EXCLUDE)
                    .forEach(rule -> excluded.add(rule.product()));
            return excluded;
        }

        List<Rule> pins(SuggestionList list) {
            List<Rule> pins = new ArrayList<>(speaking(list));
            pins.removeIf(rule -> rule.act() != Rule.Act.PIN);
            pins.sort(Comparator.comparingInt(Rule::pinnedTo));
            return pins;
        }

        Optional<Why> hidden(Rule rule) {
            return answer.hiddenPins().stream()
                    .filter(hidden -> hidden.rule().equals(rule))
                    .map(HiddenPin::why)
                    .findFirst();
        }

        /** Whether every place from where {@code pin} wanted to be up to where it is belongs to other pins. */
        boolean onlyPinsFrom(Rule pin, Suggestion at) {
            return shown(pin.list()).stream()
                    .filter(each -> each.place() >= pin.pinnedTo() && each.place() < at.place())
                    .allMatch(each -> each.movedBy() != null);
        }

        int pieces(String product) {
            var assortment = world.shop.assortment();
            return assortment.product(assortment.number(product).orElseThrow()).variants().stream()
                    .mapToInt(variant -> stock.getOrDefault(variant.sku(), 0))
                    .sum();
        }

        List<String> unnamed(Suggestions suggestions, SuggestionList list, Set<String> named) {
            List<Suggestion> all = list == SuggestionList.GOES_WITH ? suggestions.goesWith() : suggestions.stepUp();
            return all.stream()
                    .map(Suggestion::product)
                    .filter(id -> !named.contains(id))
                    .toList();
        }

        private List<Rule> speaking(SuggestionList list) {
            return rules.rules().stream()
                    .filter(rule -> rule.list() == list && shortlist.isAbout(rule.anchor()))
                    .toList();
        }
    }
}
