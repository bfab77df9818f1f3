package outfitter.server.shopify;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import outfitter.models.intake.CartFact;
import outfitter.models.intake.LineFact;

/** A cart on its way to the till, of a customer whom the shop knows; of a stranger's nothing is kept. */
@JsonNaming(SnakeCaseStrategy.class)
record CheckoutPayload(
        @Nullable String token,
        @Nullable String cartToken,
        @Nullable String currency,
        @Nullable Instant completedAt,
        @Nullable CustomerPayload customer,
        @Nullable List<@Nullable Line> lineItems)
        implements Payload {

    @Override
    public Reading read(Instant toldAt, String usualCurrency) {
        String reference = cartToken == null ? Payload.needed("token", token) : cartToken;
        if (customer == null || customer.id() == null) return Reading.of(Map.of(), List.of());
        String money = Objects.requireNonNullElse(currency, usualCurrency);
        List<LineFact> lines = Line.facts(lineItems, money);
        return Reading.of(
                Map.of(Payload.cart(reference), customer.id().toString()),
                List.of(new CartFact(reference, customer.fact(toldAt), lines, completedAt != null, toldAt)));
    }
}
