/**
 * Shopify's webhooks, {@code /hooks/shopify}.
 *
 * <p>{@link outfitter.server.shopify.ShopifyHook} checks who speaks, on the bytes as they came, and acknowledges once they stand
 * in the inbox. {@link outfitter.server.shopify.Postman} takes them from there, in groups, and gives what they say to the
 * intake. What a payload says is pure: one record for each subject, named in {@link outfitter.server.shopify.Topics}, with only
 * the fields that matter here. Shopify tells things in any order, and twice: each fact carries the instant at which it was
 * true, and a payload that speaks of an order or a product by a number which nobody explained yet waits until somebody does.
 */
@NullMarked
package outfitter.server.shopify;

import org.jspecify.annotations.NullMarked;
