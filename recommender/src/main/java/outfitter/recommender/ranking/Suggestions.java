package outfitter.recommender.ranking;

import java.time.Instant;
import java.util.List;

/**
 * What to suggest now, best first in each list; a list is empty when nothing true speaks for any product.
 *
 * @param anchors products that the answer starts from, weightiest first
 * @param hiddenPins pins that would have shown a product but cannot
 * @param exclusions what rules of exclusion took away from what was ranked
 */
public record Suggestions(
        List<Suggestion> goesWith,
        List<Suggestion> stepUp,
        List<String> anchors,
        List<HiddenPin> hiddenPins,
        List<Exclusion> exclusions,
        Instant computedAt) {
    public Suggestions {
        goesWith = List.copyOf(goesWith);
        stepUp = List.copyOf(stepUp);
        anchors = List.copyOf(anchors);
        hiddenPins = List.copyOf(hiddenPins);
        exclusions = List.copyOf(exclusions);
    }
}
