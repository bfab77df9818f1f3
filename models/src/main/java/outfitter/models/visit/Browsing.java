package outfitter.models.visit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import outfitter.models.customer.CustomerId;

/**
 * What somebody looks at and has put into the cart on the shop's own pages just now.
 *
 * @param who names them, see the table
 * @param customer null where nobody knows who it is
 * @param products looked at, oldest first
 * @param cart oldest first
 * @param last when something happened last
 */
public record Browsing(
        String who, @Nullable CustomerId customer, List<String> products, List<String> cart, Instant last) {
    public Browsing {
        products = List.copyOf(products);
        cart = List.copyOf(cart);
    }
}
