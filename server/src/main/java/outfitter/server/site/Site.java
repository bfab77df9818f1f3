package outfitter.server.site;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.Collection;
import outfitter.models.secret.Secrets;
import outfitter.server.http.Api;

/**
 * The site's parts, put together.
 *
 * @param limit how many tokens a network may ask for
 */
public record Site(
        SiteTokens tokens,
        Tickets tickets,
        Identities identities,
        Origins origins,
        TokenLimit limit,
        Visitors visitors) {
    private static final String SECRET = "site-tokens";
    private static final String[] CUSTOMERS_PATHS = {"/api/site/*", "/api/shop/*", "/v3/directline/*"};
    // An office, a school or a campus may stand behind one address.
    private static final int TOKENS_PER_MINUTE = 3_000;

    /**
     * The site of a shop whose pages stand at {@code origins} and sign identities with {@code identitySecret}; its tokens
     * are signed with what {@code secrets} keeps.
     *
     * @param identitySecret empty when no identity is to be believed
     */
    public static Future<Site> open(
            Secrets secrets, String identitySecret, Collection<String> origins, Visitors visitors, Clock clock) {
        return secrets.named(SECRET).map(secret -> {
            SignedTokens signed = new SignedTokens(secret, clock);
            SiteTokens tokens = new SiteTokens(signed, clock);
            return new Site(
                    tokens,
                    new Tickets(signed, tokens),
                    new Identities(identitySecret, clock),
                    new Origins(origins),
                    new TokenLimit(TOKENS_PER_MINUTE),
                    visitors);
        });
    }

    /** Mounts what keeps other people's pages out, then the site's own routes. To be called before customers' routes. */
    public void mount(Api api) {
        for (String path : CUSTOMERS_PATHS) api.router().route(path).handler(origins);
        new SiteRoutes(tokens, identities, visitors, limit).mount(api);
    }

    /** Lets in who holds a visitor's token; see {@link outfitter.server.http.Guard}. */
    public Future<Void> admit(RoutingContext ctx) {
        tokens.visitor(ctx);
        return Future.succeededFuture();
    }
}
