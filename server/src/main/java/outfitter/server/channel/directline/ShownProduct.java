package outfitter.server.channel.directline;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import outfitter.models.shop.ProductCard;
import outfitter.models.shop.VariantCard;

/**
 * A product put before a customer, priced and stocked as of now.
 *
 * @param sku the variant that was meant; null when the customer is to choose
 * @param suggestion the impression that it came from; null when it was chosen freely
 * @param note why it is shown; null for none
 */
record ShownProduct(
        @JsonUnwrapped ProductCard card,
        List<VariantCard> variants,
        @Nullable String sku,
        @Nullable UUID suggestion,
        @Nullable String note) {}
