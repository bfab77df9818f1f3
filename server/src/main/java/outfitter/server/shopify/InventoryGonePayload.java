package outfitter.server.shopify;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A location no longer has something at all. */
@JsonNaming(SnakeCaseStrategy.class)
record InventoryGonePayload(
        @Nullable Long inventoryItemId, @Nullable Long locationId) implements Payload {

    @Override
    public Reading read(Instant toldAt, String currency) {
        // Nought at no location would mean at all of them.
        if (locationId == null) return Reading.of(Map.of(), List.of());
        return InventoryLevelPayload.at(inventoryItemId, locationId, 0, toldAt);
    }
}
