/**
 * The shop's facts by a plain JSON API, for any shop that is not Shopify: {@code /api/shop-facts}.
 *
 * <p>What is sent are {@link outfitter.models.intake.Fact}s as they are; a program shows a key, made by {@link
 * outfitter.server.facts.KeyCommand}, and hears of each thing what became of it.
 */
@NullMarked
package outfitter.server.facts;

import org.jspecify.annotations.NullMarked;
