package outfitter.server.shopify;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/** Where something is sent. */
@JsonNaming(SnakeCaseStrategy.class)
record Address(@Nullable String zip, @Nullable String countryCode) {

    /** ISO 3166 code, null when it is none. */
    @Nullable
    String country() {
        return countryCode == null || countryCode.strip().length() != 2 ? null : countryCode.strip();
    }
}
