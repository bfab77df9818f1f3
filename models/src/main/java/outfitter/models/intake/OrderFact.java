package outfitter.models.intake;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import outfitter.models.shop.Money;
import outfitter.models.shop.OrderState;

/**
 * An order with all its lines. What is null stays as it is.
 *
 * @param number as printed for the customer, '#1001'
 * @param customer who ordered, only to find or know them; details that are known already are kept. Null: nobody knows
 * @param email where news of the order went; proves the order
 * @param postcode where it was sent; proves the order
 * @param country ISO 3166 code
 * @param state null when not told: what its parcels say, else paid, or delivered when it is an old one
 * @param shipping what sending it cost
 * @param total what was paid, shipping included
 * @param lines at least one, in order
 */
public record OrderFact(
        String number,
        @Nullable CustomerFact customer,
        @Nullable String email,
        @Nullable String postcode,
        @Nullable String country,
        @Nullable OrderState state,
        Money shipping,
        Money total,
        Instant placedAt,
        List<LineFact> lines,
        @Nullable Instant changedAt)
        implements Fact {
    public OrderFact {
        number = Told.needed("the order's number", number, 64);
        email = Told.optional("the e-mail address", email, 320);
        postcode = Told.optional("the postcode", postcode, 32);
        country = Told.optional("the country", country, 2);
        lines = List.copyOf(lines);
        if (lines.isEmpty()) throw new IllegalArgumentException("the order has no line");
        for (LineFact line : lines) {
            if (!line.price().currency().equals(total.currency()))
                throw new IllegalArgumentException("the order has two currencies");
        }
        if (!shipping.currency().equals(total.currency()))
            throw new IllegalArgumentException("the order has two currencies");
    }
}
