package outfitter.recommender;

import org.jspecify.annotations.Nullable;
import outfitter.models.customer.CustomerId;

/**
 * What a customer is looking for.
 *
 * @param words as the customer put it; empty for "anything of that category"
 * @param category looks only in this category and below it; null for everywhere
 * @param maxPrice in minor units; null for no limit
 * @param limit how many to find at most
 */
public record Wish(
        CustomerId customer,
        String words,
        @Nullable String category,
        @Nullable String size,
        @Nullable String colour,
        @Nullable Long maxPrice,
        int limit) {}
