/**
 * What the shop sells, to whom it sold it, and by which rules.
 *
 * <p>Products, variants and categories change seldom and are read at every step: {@link outfitter.models.shop.Catalogue}
 * is an immutable picture of them, searched without the database. Stock, carts, orders, parcels and returns change all
 * the time and are read from their tables when they are needed. What a piece cost the shop is in no record here, so that
 * it cannot slip into anything a customer sees.
 */
@NullMarked
package outfitter.models.shop;

import org.jspecify.annotations.NullMarked;
