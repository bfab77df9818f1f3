/**
 * What the outside tells us about the shop, whoever tells it: a file, Shopify, the JSON API.
 *
 * <p>Whoever hears something makes {@link outfitter.models.intake.Fact}s of it and gives them to {@link
 * outfitter.models.intake.Intake}, one or thousands at a time. The intake writes each into the shop's tables exactly
 * once: the same fact told again changes nothing, a fact older than what is known is passed over, and a fact about
 * something not yet known waits for it. What a fact leaves out (null) is kept as it was.
 */
@NullMarked
package outfitter.models.intake;

import org.jspecify.annotations.NullMarked;
