package outfitter.recommender.merchandising;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outfitter.models.merchandising.Act;
import outfitter.models.merchandising.Rule;

/** Counts what quotas allow while a list fills. */
final class Quotas {
    private final List<Rule> rules;
    private final Wares wares;
    private final Map<Rule, Integer> taken = new HashMap<>();

    Quotas(Hearing hearing, Wares wares) {
        rules = hearing.speaking(Act.QUOTA);
        this.wares = wares;
    }

    /** Counts {@code product} as one of the list, unless a quota is full: then gives that quota and counts nothing. */
    Optional<Rule> take(String product) {
        List<Rule> about = rules.stream()
                .filter(rule -> wares.names(rule.target(), product))
                .toList();
        Optional<Rule> full = about.stream()
                .filter(rule -> taken.getOrDefault(rule, 0) >= rule.allowed())
                .findFirst();
        if (full.isEmpty()) about.forEach(rule -> taken.merge(rule, 1, Integer::sum));
        return full;
    }
}
