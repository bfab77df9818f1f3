package outfitter.recommender.merchandising;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
     * @param stock pieces by sku, of {@link Shortlist#skus} and of the products that {@code rules} name; who is not in it
     *     is sold out
     */
    public static Suggestions arrange(
            Shortlist shortlist, RuleSet rules, Map<String, Integer> stock, Lengths lengths, Instant now) {
        List<Rule> speaking = speaking(rules, shortlist);
        Shelf goesWith = new Shelf(SuggestionList.GOES_WITH, shortlist, speaking, stock);
        Shelf stepUp = new Shelf(SuggestionList.STEP_UP, shortlist, speaking, stock);
        return new Suggestions(
                goesWith.suggestions(lengths.goesWith()),
                stepUp.suggestions(lengths.stepUp()),
                shortlist.anchors(),
                Stream.concat(goesWith.hiddenPins().stream(), stepUp.hiddenPins().stream())
                        .toList(),
                Stream.concat(goesWith.exclusions().stream(), stepUp.exclusions().stream())
                        .toList(),
                now);
    }

    private static List<Rule> speaking(RuleSet rules, Shortlist shortlist) {
        return rules.rules().stream()
                .filter(rule -> shortlist.isAbout(rule.anchor()))
                .toList();
    }
}
