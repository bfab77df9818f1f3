package outfitter.models.customer;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person. What a visitor has not told or proved is null.
 *
 * @param externalId the shop's own id of the person
 * @param tier 'standard', 'silver' or 'gold'
 * @param facts what an agent should know: sizes, adventures, dates; an object, often empty
 */
public record Customer(
        CustomerId id,
        @Nullable String externalId,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String postcode,
        String locale,
        String tier,
        JsonNode facts,
        Instant createdAt) {}
