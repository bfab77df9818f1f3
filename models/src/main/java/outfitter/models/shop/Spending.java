package outfitter.models.shop;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a customer has ordered so far, cancelled orders left out.
 *
 * @param first when the first order was placed; null before it
 */
public record Spending(int orders, Money total, @Nullable Instant first) {}
