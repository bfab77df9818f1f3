package outfitter.recommender.merchandising;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import outfitter.models.merchandising.Condition;
import outfitter.models.merchandising.Rule;
import outfitter.models.merchandising.RuleSet;
import outfitter.models.merchandising.SuggestionList;
import outfitter.recommender.ranking.Shortlist;
import outfitter.recommender.ranking.Suggestions;

/** The last step of every answer: stock and people's rules over what the ranking found. Pure; shared between threads. */
public final class Merchandising {
    /** What fits on one screen beside a conversation: nine in all, one key each. */
    public static final Lengths FOR_THE_DESK = new Lengths(6, 3);

    /** As far as a merchandiser looks, and as far as a pin reaches. */
    public static final Lengths FOR_THE_STUDIO = new Lengths(Rule.LAST_PLACE, Rule.LAST_PLACE);

    private Merchandising() {}

    /** How many suggestions to show at most. */
    public record Lengths(int goesWith, int stepUp) {}

    /**
     * The suggestions to show.
     *
     * @param wares with the stock of {@link Shortlist#skus} and of the products {@link #named}; a sku that is not in it is
     *     sold out
     */
    public static Suggestions arrange(
            Shortlist shortlist, RuleSet rules, Wares wares, Circumstances circumstances, Lengths lengths) {
        Shelf goesWith = shelf(SuggestionList.GOES_WITH, shortlist, rules, wares, circumstances, lengths.goesWith());
        Shelf stepUp = shelf(SuggestionList.STEP_UP, shortlist, rules, wares, circumstances, lengths.stepUp());
        return new Suggestions(
                goesWith.suggestions(),
                stepUp.suggestions(),
                shortlist.anchors(),
                Stream.concat(goesWith.hiddenPins().stream(), stepUp.hiddenPins().stream())
                        .toList(),
                Stream.concat(goesWith.exclusions().stream(), stepUp.exclusions().stream())
                        .toList(),
                circumstances.now());
    }

    /** The products whose stock {@code rules} ask for beside that of the candidates. */
    public static Set<String> named(RuleSet rules, Wares wares, Shortlist shortlist) {
        Set<String> named = new TreeSet<>();
        if (rules.asks(Condition.Kind.STOCK)) named.addAll(shortlist.anchors());
        rules.rules().forEach(rule -> named.addAll(wares.listed(rule.target())));
        return named;
    }

    /** The rule that keeps {@code product} off a list that starts from {@code shortlist}'s anchors. */
    public static Optional<Rule> forbids(
            String product, Shortlist shortlist, RuleSet rules, Wares wares, Circumstances circumstances) {
        for (SuggestionList list : SuggestionList.values()) {
            Optional<Rule> forbidden = forbids(product, list, shortlist, rules, wares, circumstances);
            if (forbidden.isPresent()) return forbidden;
        }
        return Optional.empty();
    }

    /** The rule that keeps {@code product} off this list. */
    public static Optional<Rule> forbids(
            String product,
            SuggestionList list,
            Shortlist shortlist,
            RuleSet rules,
            Wares wares,
            Circumstances circumstances) {
        return new Hearing(list, rules, shortlist.anchors(), wares, circumstances).forbids(product);
    }

    private static Shelf shelf(
            SuggestionList list,
            Shortlist shortlist,
            RuleSet rules,
            Wares wares,
            Circumstances circumstances,
            int most) {
        List<String> atHand = shortlist.anchors();
        return new Shelf(list, shortlist, new Hearing(list, rules, atHand, wares, circumstances), wares, most);
    }
}
