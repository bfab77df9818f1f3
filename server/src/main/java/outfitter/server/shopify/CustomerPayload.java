package outfitter.server.shopify;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import outfitter.models.intake.CustomerFact;

/** A customer, also as part of an order or a checkout. */
@JsonNaming(SnakeCaseStrategy.class)
record CustomerPayload(
        @Nullable Long id,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String email,
        @Nullable String phone,
        @Nullable Address defaultAddress)
        implements Payload {

    @Override
    public Reading read(Instant toldAt, String currency) {
        Payload.needed("id", id);
        return Reading.of(Map.of(), List.of(fact(toldAt)));
    }

    CustomerFact fact(Instant toldAt) {
        String name = Stream.of(firstName, lastName)
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        String postcode = defaultAddress == null ? null : defaultAddress.zip();
        String key = id == null ? null : id.toString();
        return new CustomerFact(key, name, plain(email), phone, postcode, null, toldAt);
    }

    // What is none helps nobody, and must not keep the rest from being known.
    private static @Nullable String plain(@Nullable String email) {
        return email == null || email.strip().indexOf('@') < 1 ? null : email;
    }
}
