package outfitter.recommender;

import java.util.List;
import org.jspecify.annotations.Nullable;
import outfitter.models.merchandising.Rule;
import outfitter.models.merchandising.SuggestionList;
import outfitter.recommender.ranking.Explanation;
import outfitter.recommender.ranking.Suggestion;

/**
 * Why a product stands where it does in a list, or does not.
 *
 * @param shown as it is shown now; null when it is not
 * @param ranking what the ranking knows of it
 * @param excludedBy the rule that keeps it out; null for none
 * @param moved by how many places the rule in {@link #shown} moved it, upwards positive; 0 without one
 * @param length how long the list is
 */
public record Explained(
        SuggestionList list,
        @Nullable Suggestion shown,
        Explanation ranking,
        @Nullable Rule excludedBy,
        int moved,
        int length,
        List<String> anchors) {
    public Explained {
        anchors = List.copyOf(anchors);
    }
}
