package outfitter.recommender.merchandising;

import java.util.List;
import java.util.Optional;
import outfitter.models.merchandising.SuggestionList;
import outfitter.recommender.ranking.Suggestion;
import outfitter.recommender.ranking.Suggestions;

/**
 * How one list about one product differs between two rule sets.
 *
 * @param anchor the product that the list is about
 * @param size how far products moved altogether, in places; coming and going count as the way to the list's end
 */
public record Change(String anchor, SuggestionList list, List<Suggestion> before, List<Suggestion> after, int size) {
    public Change {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** The change from {@code before} to {@code after}; empty when the same products stand in the same order. */
    public static Optional<Change> between(String anchor, SuggestionList list, Suggestions before, Suggestions after) {
        List<Suggestion> old = of(list, before);
        List<Suggestion> now = of(list, after);
        int size = distance(products(old), products(now));
        return size == 0 ? Optional.empty() : Optional.of(new Change(anchor, list, old, now, size));
    }

    /** Whether nothing is left where something was. */
    public boolean leavesNothing() {
        return after.isEmpty();
    }

    private static List<Suggestion> of(SuggestionList list, Suggestions suggestions) {
        return list == SuggestionList.GOES_WITH ? suggestions.goesWith() : suggestions.stepUp();
    }

    private static List<String> products(List<Suggestion> list) {
        return list.stream().map(Suggestion::product).toList();
    }

    private static int distance(List<String> before, List<String> after) {
        int end = Math.max(before.size(), after.size());
        int distance = 0;
        for (String product : before) {
            int to = after.indexOf(product);
            distance += Math.abs((to < 0 ? end : to) - before.indexOf(product));
        }
        for (String product : after) if (!before.contains(product)) distance += end - after.indexOf(product);
        return distance;
    }
}
