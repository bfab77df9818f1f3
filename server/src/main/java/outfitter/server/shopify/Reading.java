package outfitter.server.shopify;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import outfitter.models.inbox.ForeignName;
import outfitter.models.intake.Fact;

/**
 * What one webhook says.
 *
 * @param teaches what Shopify calls things of ours from now on
 * @param introduces the same, unless the name is known already
 * @param needs names without which it says nothing yet
 * @param helps names that are good to know and not needed
 * @param facts what it says, given the names that are known; may throw {@link IllegalArgumentException} for what makes no sense
 */
record Reading(
        Map<ForeignName, String> teaches,
        Map<ForeignName, String> introduces,
        Set<ForeignName> needs,
        Set<ForeignName> helps,
        Function<Map<ForeignName, String>, List<Fact>> facts) {
    Reading {
        teaches = Map.copyOf(teaches);
        introduces = Map.copyOf(introduces);
        needs = Set.copyOf(needs);
        helps = Set.copyOf(helps);
    }

    /** Says {@code facts} by itself. */
    static Reading of(Map<ForeignName, String> teaches, List<Fact> facts) {
        List<Fact> all = List.copyOf(facts);
        return new Reading(teaches, Map.of(), Set.of(), Set.of(), known -> all);
    }

    /** Says something about {@code needed}, once we know what that is here. */
    static Reading about(ForeignName needed, Function<String, List<Fact>> facts) {
        return new Reading(
                Map.of(), Map.of(), Set.of(needed), Set.of(), known -> facts.apply(known.getOrDefault(needed, "")));
    }
}
