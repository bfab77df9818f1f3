package outfitter.models.shop;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote about a product, published.
 *
 * @param stars from 1 to 5
 * @param author first name and initial; null for a customer without a name
 */
public record Review(
        long id, String product, @Nullable String author, int stars, String title, String body, Instant at) {
    public Review {
        if (stars < 1 || stars > 5) throw new IllegalArgumentException("stars " + stars);
    }
}
