package outfitter.models.shop;

import java.time.Instant;

/**
 * Something a customer bought and kept.
 *
 * @param at when it was ordered last
 */
public record OwnedProduct(String product, String sku, Instant at) {}
