package outfitter.server.site;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import outfitter.models.secret.Secrets;
import outfitter.server.http.Api;

/**
 * The site's parts, put together.
 *
 * @param limit how many tokens a network may ask for
 * @param publicUrl where our pages are found by anybody, 'https://chat.shop.example'; empty when nobody said
 */
public record Site(
        SiteTokens tokens,
        Tickets tickets,
        Identities identities,
        Origins origins,
        TokenLimit limit,
        Visitors visitors,
        Optional<String> publicUrl) {
    private static final String SECRET = "site-tokens";
    private static final String DEMO_SECRET = "demo-identities";
    private static final String[] CUSTOMERS_PATHS = {"/api/site/*", "/api/shop/*", "/v3/directline/*"};
    // An office, a school or a campus may stand behind one address.
    private static final int TOKENS_PER_MINUTE = 3_000;

    /**
     * The site as {@code config} says; its tokens are signed with what {@code secrets} keeps. A demo shop whose operator set
     * no secret for identities has one of its own.
     */
    public static Future<Site> open(SiteConfig config, boolean demo, Secrets secrets, Visitors visitors, Clock clock) {
        return Future.all(secrets.named(SECRET), identitySecret(config, demo, secrets))
                .map(found -> {
                    SignedTokens signed = new SignedTokens(found.resultAt(0), clock);
                    SiteTokens tokens = new SiteTokens(signed, clock);
                    return new Site(
                            tokens,
                            new Tickets(signed, tokens),
                            new Identities(found.resultAt(1), clock),
                            new Origins(config.origins(), clock),
                            new TokenLimit(TOKENS_PER_MINUTE),
                            visitors,
                            config.publicUrl());
                });
    }

    private static Future<String> identitySecret(SiteConfig config, boolean demo, Secrets secrets) {
        if (config.identitySecret().isPresent() || !demo) {
            return Future.succeededFuture(config.identitySecret().orElse(""));
        }
        return secrets.named(DEMO_SECRET).map(HexFormat.of()::formatHex);
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
