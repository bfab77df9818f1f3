package outfitter.models.shop;

import java.time.Instant;

/**
 * Something a customer bought and kept.
 *
 * @param at when it was ordered last
 * @param times in how many orders
 */
public record OwnedProduct(String product, String sku, Instant at, int times) {}
