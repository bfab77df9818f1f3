/**
 * The shop's site as the server knows it: who calls from there, and whether they may.
 *
 * <p>A {@link outfitter.server.site.Visitor} is a browser, known by an unguessable id that its page keeps. It gets a {@link
 * outfitter.server.site.SiteTokens token} for half an hour, from an {@link outfitter.server.site.Origins origin} that the
 * operator allows. When the shop's page signs who the visitor is, what the visitor said so far becomes the customer's; from
 * then on only a token that carries this identity leads there, so that a stranger at the same browser, and anyone after
 * sign-out, sees nothing of it.
 */
@NullMarked
package outfitter.server.site;

import org.jspecify.annotations.NullMarked;
