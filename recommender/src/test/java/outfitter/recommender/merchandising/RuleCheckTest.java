package outfitter.recommender.merchandising;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import outfitter.models.merchandising.Rule;
import outfitter.models.merchandising.Rule.Anchor;
import outfitter.models.merchandising.RuleSet;
import outfitter.models.merchandising.SuggestionList;
import outfitter.models.shop.Catalogue;
import outfitter.recommender.TestShop;

class RuleCheckTest {
    private final Catalogue shop = new TestShop()
            .sell("boot", "wear/boots", 150)
            .sell("gaiter", "wear/gaiters", 40)
            .catalogue();

    @Test
    void anExclusionThatCoversAPinContradictsIt() {
        Rule pin = rule("pin", Anchor.product("boot"), 1);

        for (Anchor covering :
                List.of(Anchor.ANY, Anchor.category("wear"), Anchor.category("wear/boots"), Anchor.product("boot"))) {
            assertThat(faults(pin, rule("not", covering, null))).singleElement().satisfies(fault -> {
                assertThat(fault.contradiction()).isTrue();
                assertThat(fault.text()).contains("'pin'", "'not'", "'gaiter'");
            });
        }
    }

    @Test
    void anExclusionInsideAWiderPinIsAnExceptionToIt() {
        assertThat(faults(rule("pin", Anchor.ANY, 1), rule("not", Anchor.category("wear/boots"), null)))
                .isEmpty();
        assertThat(faults(rule("pin", Anchor.category("wear/boots"), 1), rule("not", Anchor.product("boot"), null)))
                .isEmpty();
    }

    @Test
    void aProductIsPinnedOnceForOneAnchor() {
        assertThat(faults(rule("one", Anchor.ANY, 1), rule("two", Anchor.ANY, 2)))
                .extracting(RuleCheck.Fault::text)
                .containsExactly("rules 'one' and 'two' pin 'gaiter' twice");
        assertThat(faults(rule("one", Anchor.ANY, 1), rule("two", Anchor.product("boot"), 2)))
                .isEmpty();
    }

    @Test
    void whatTheShopDoesNotHaveIsNamed() {
        assertThat(faults(rule("lost", Anchor.category("wear/kilts"), 1)))
                .extracting(RuleCheck.Fault::text)
                .containsExactly("rule 'lost' names the category 'wear/kilts', which the shop does not have");
    }

    private List<RuleCheck.Fault> faults(Rule... rules) {
        return RuleCheck.faults(new RuleSet(List.of(rules)), shop);
    }

    private static Rule rule(String id, Anchor anchor, @Nullable Integer place) {
        Rule.Act act = place == null ? Rule.Act.EXCLUDE : Rule.Act.PIN;
        return new Rule(id, id, act, anchor, "gaiter", SuggestionList.GOES_WITH, place);
    }
}
