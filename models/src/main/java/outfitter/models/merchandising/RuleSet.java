package outfitter.models.merchandising;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Rules that are drafted, published and undone together. Their order counts: of two pins to one place the earlier stands
 * there and the later follows it.
 */
public record RuleSet(List<Rule> rules) {
    /** Before anybody wrote a rule. */
    public static final RuleSet EMPTY = new RuleSet(List.of());

    public RuleSet {
        rules = List.copyOf(rules);
        Set<String> ids = new HashSet<>();
        for (Rule rule : rules) {
            if (!ids.add(rule.id())) throw new IllegalArgumentException("two rules have the id '" + rule.id() + "'");
        }
    }

    /** Whether any rule asks about this. */
    public boolean asks(Condition.Kind about) {
        return rules.stream().flatMap(rule -> rule.when().stream()).anyMatch(condition -> condition.is() == about);
    }
}
