package outfitter.server.shopify;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import outfitter.models.inbox.ForeignName;
import outfitter.models.intake.CartFact;
import outfitter.models.intake.CustomerFact;
import outfitter.models.intake.Fact;

/** A cart, which says nothing of whose it is: it counts once a checkout has told that. */
@JsonNaming(SnakeCaseStrategy.class)
record CartPayload(@Nullable String token, @Nullable List<@Nullable Line> lineItems) implements Payload {

    @Override
    public Reading read(Instant toldAt, String currency) {
        ForeignName name = Payload.cart(Payload.needed("token", token));
        return new Reading(
                Map.of(), Map.of(), Set.of(), Set.of(name), known -> facts(known.get(name), toldAt, currency));
    }

    private List<Fact> facts(@Nullable String owner, Instant toldAt, String currency) {
        if (owner == null) return List.of();
        CustomerFact customer = new CustomerFact(owner, null, null, null, null, null, null);
        return List.of(
                new CartFact(Payload.needed("token", token), customer, Line.facts(lineItems, currency), false, toldAt));
    }
}
