package outfitter.server.shopify;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import outfitter.models.intake.StockFact;
import outfitter.models.intake.VariantFact;

/**
 * How many pieces lie in a store room.
 *
 * @param available null when nobody counts them
 */
@JsonNaming(SnakeCaseStrategy.class)
record InventoryLevelPayload(
        @Nullable Long inventoryItemId, @Nullable Integer available) implements Payload {

    @Override
    public Reading read(Instant toldAt, String currency) {
        int quantity = Objects.requireNonNullElse(available, VariantFact.NOT_COUNTED);
        return Reading.about(
                Payload.item(Payload.needed("inventory_item_id", inventoryItemId)),
                sku -> List.of(new StockFact(sku, quantity, toldAt)));
    }
}
