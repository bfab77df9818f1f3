package outfitter.models.intake;

import outfitter.models.shop.Money;

/**
 * One line of an order. A sku that nobody knows yet becomes a product without a category.
 *
 * @param sku {@link Skus#ofName} of the title where the shop has none
 * @param title as it stood on the order; names the product when it is new
 * @param quantity at least 1; what was sent back is a {@link ReturnFact}
 * @param price of one piece, as paid
 */
public record LineFact(String sku, String title, int quantity, Money price) {
    public LineFact {
        sku = Told.needed("the sku", sku, 255);
        title = Told.needed("the title", title, 500);
        if (quantity < 1) throw new IllegalArgumentException("the quantity is below 1");
        if (price.minor() < 0) throw new IllegalArgumentException("the price is below nought");
    }
}
