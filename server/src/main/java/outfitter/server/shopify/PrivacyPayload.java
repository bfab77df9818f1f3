package outfitter.server.shopify;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the law lets a customer, or a shop that leaves, ask for: a person has to do it, and to answer for it. */
@JsonNaming(SnakeCaseStrategy.class)
record PrivacyPayload(
        @Nullable Long shopId,
        @Nullable Customer customer,
        @Nullable List<@Nullable Long> ordersRequested,
        @Nullable List<@Nullable Long> ordersToRedact)
        implements Payload {

    /** Whom it is about, by Shopify's id: the address and the number beside it are not needed to find them. */
    record Customer(@Nullable Long id) {}

    @Override
    public Reading read(Instant toldAt, String currency) {
        return Reading.of(Map.of(), List.of());
    }

    @Override
    public Optional<Duty> duty() {
        Long whom = customer == null ? null : customer.id();
        List<@Nullable Long> orders = Objects.requireNonNullElse(
                ordersToRedact, Objects.requireNonNullElse(ordersRequested, List.<@Nullable Long>of()));
        return Optional.of(new Duty(
                whom == null ? "shop:" + shopId : "shopify-customer:" + whom,
                orders.stream()
                        .filter(Objects::nonNull)
                        .map(String::valueOf)
                        .limit(100)
                        .toList()));
    }
}
