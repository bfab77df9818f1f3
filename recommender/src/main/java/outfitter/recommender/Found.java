package outfitter.recommender;

import java.util.List;
import org.jspecify.annotations.Nullable;
import outfitter.recommender.ranking.Evidence;

/**
 * A product that fits a {@link Wish} and can be had now.
 *
 * @param evidence what speaks for it, strongest first
 * @param quantity pieces that fit the wish
 * @param sku the variant that fits with most pieces; null when the customer is still to choose a size or colour
 */
public record Found(
        String product,
        List<Evidence> evidence,
        int quantity,
        @Nullable String sku) {
    public Found {
        evidence = List.copyOf(evidence);
    }
}
