package outfitter.models.shop;

/**
 * One line of an order.
 *
 * @param line its number in the order, from 1
 * @param price of one piece, as paid
 */
public record OrderLine(int line, String sku, String product, int quantity, Money price) {}
