package outfitter.models.shop;

import java.time.Instant;

/**
 * One line of the order log, as the recommender reads it.
 *
 * @param order names the order, not its printed number
 * @param customer names the person; 0 when the order was imported without one
 */
public record OrderedLine(long order, long customer, Instant at, String product, String sku, int quantity) {}
