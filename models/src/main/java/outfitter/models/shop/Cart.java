package outfitter.models.shop;

import java.time.Instant;
import java.util.List;
import outfitter.models.customer.CustomerId;

/**
 * What a customer is about to buy.
 *
 * @param updatedAt when it changed last
 * @param lines in the order they were added, may be empty
 */
public record Cart(CustomerId customer, Instant updatedAt, List<CartLine> lines) {
    public Cart {
        lines = List.copyOf(lines);
    }
}
