package outfitter.recommender.merchandising;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import outfitter.models.merchandising.Act;
import outfitter.models.merchandising.Condition;
import outfitter.models.merchandising.Rule;
import outfitter.models.merchandising.RuleSet;
import outfitter.models.merchandising.SuggestionList;

/** Which of one list's rules have a say about some products at hand, and what they forbid. For one answer. */
final class Hearing {
    private final Wares wares;
    private final List<Rule> inForce;
    private final Set<Rule> speaking = new HashSet<>();
    private final Map<String, Optional<Rule>> forbidden = new HashMap<>();

    Hearing(SuggestionList list, RuleSet rules, List<String> atHand, Wares wares, Circumstances circumstances) {
        this.wares = wares;
        inForce = rules.rules().stream()
                .filter(rule -> rule.isIn(list) && rule.isOn(circumstances.now()))
                .toList();
        inForce.stream()
                .filter(rule -> holds(rule, atHand, wares, circumstances))
                .forEach(speaking::add);
    }

    /** The rules of {@code act} that speak, in their order. */
    List<Rule> speaking(Act act) {
        return inForce.stream()
                .filter(rule -> rule.act() == act && speaking.contains(rule))
                .toList();
    }

    /** The rule that keeps {@code product} off the list: an exclusion, or only-withs of which none speaks. */
    Optional<Rule> forbids(String product) {
        return forbidden.computeIfAbsent(product, asked -> exclusion(asked).or(() -> elsewhere(asked)));
    }

    /** The rules of {@code act} that speak and name {@code product}. */
    Stream<Rule> about(String product, Act act) {
        return inForce.stream()
                .filter(rule -> rule.act() == act && speaking.contains(rule) && wares.names(rule.target(), product));
    }

    private Optional<Rule> exclusion(String product) {
        return about(product, Act.EXCLUDE).findFirst();
    }

    private Optional<Rule> elsewhere(String product) {
        List<Rule> only = inForce.stream()
                .filter(rule -> rule.act() == Act.ONLY_WITH && wares.names(rule.target(), product))
                .toList();
        return only.stream().anyMatch(speaking::contains)
                ? Optional.empty()
                : only.stream().findFirst();
    }

    private static boolean holds(Rule rule, List<String> atHand, Wares wares, Circumstances circumstances) {
        for (Condition condition : rule.when()) {
            if (!condition.is().isAboutProduct() && !circumstances.meet(condition)) return false;
        }
        List<Condition> about =
                rule.when().stream().filter(each -> each.is().isAboutProduct()).toList();
        return about.isEmpty()
                || atHand.stream().anyMatch(product -> about.stream().allMatch(each -> wares.meets(product, each)));
    }
}
