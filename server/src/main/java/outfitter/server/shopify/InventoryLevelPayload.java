package outfitter.server.shopify;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import outfitter.models.intake.StockFact;

/**
 * How many pieces lie at one location.
 *
 * @param available null when nobody counts them
 */
@JsonNaming(SnakeCaseStrategy.class)
record InventoryLevelPayload(
        @Nullable Long inventoryItemId,
        @Nullable Long locationId,
        @Nullable Integer available) implements Payload {

    @Override
    public Reading read(Instant toldAt, String currency) {
        return at(inventoryItemId, locationId, available, toldAt);
    }

    static Reading at(@Nullable Long item, @Nullable Long location, @Nullable Integer available, Instant toldAt) {
        String place = location == null ? null : location.toString();
        return Reading.about(
                Payload.item(Payload.needed("inventory_item_id", item)),
                sku -> List.of(new StockFact(sku, place, available, toldAt)));
    }
}
