package outfitter.models.shop;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a cart.
 *
 * @param suggestion the impression it was added from; null when it was found without help
 */
public record CartLine(String sku, int quantity, @Nullable UUID suggestion, Instant addedAt) {}
