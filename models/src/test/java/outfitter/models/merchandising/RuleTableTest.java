package outfitter.models.merchandising;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import outfitter.models.merchandising.Condition.Kind;

class RuleTableTest {
    private static final Rule BOOST = Rule.weigh(
                    "b",
                    Act.BOOST,
                    List.of(Condition.of(Kind.CATEGORY, "boots", "shoes"), Condition.range(Kind.PRICE, 1000L, null)),
                    Target.selection(
                            Condition.of(Kind.BRAND, "Heron; Sons | 100 %", "A=B"), Condition.of(Kind.TAG, "snow")),
                    null,
                    30)
            .between(Instant.parse("2026-12-01T00:00:00Z"), null);
    private static final Rule PIN =
            Rule.pin("p", List.of(), Target.products("wool-sock", "wax+"), SuggestionList.GOES_WITH, 2);
    private static final Rule BUNDLE =
            Rule.plain("t", Act.BUNDLE, List.of(), Target.set("winter"), SuggestionList.STEP_UP);
    private static final Rule QUOTA =
            Rule.quota("q", List.of(), Target.selection(Condition.of(Kind.SET, "winter", "summer")), null, 2);

    @Test
    void rulesComeBackFromATableAsTheyWere() {
        List<Rule> rules = List.of(BOOST, PIN, BUNDLE, QUOTA);

        RuleTable.Read read = RuleTable.read(RuleTable.write(new RuleSet(rules)));

        assertThat(read.faults()).isEmpty();
        assertThat(read.rules()).isEqualTo(rules);
        assertThat(read.lines()).containsExactly(2L, 3L, 4L, 5L);
    }

    @Test
    void whatIsWrongIsToldByItsLine() {
        RuleTable.Read read = RuleTable.read("""
                name,act,number,target,when,from
                fine,boost,20,category=boots,,2026-12-01
                "over
                two lines",pin,3,products=a,,
                loved,love,1,products=a,,
                strong,boost,x,products=a,,
                cheap,exclude,,price=10,,
                late,exclude,,products=a,season=winter,tomorrow
                """);

        assertThat(read.faults()).extracting(RuleTable.Fault::line).containsExactly(5L, 6L, 7L, 8L);
        assertThat(read.faults().get(1).text()).isEqualTo("the number 'x' is not a whole one");
        assertThat(read.faults().get(2).text()).isEqualTo("'price=10' is not written price=least..most");
        assertThat(read.rules()).hasSize(2);
    }

    @Test
    void aTableOfSomethingElseSaysWhatIsMissing() {
        assertThat(RuleTable.read("sku,price\n1,2\n").faults())
                .containsExactly(new RuleTable.Fault(1, "the columns act, name, target are missing"));
    }
}
