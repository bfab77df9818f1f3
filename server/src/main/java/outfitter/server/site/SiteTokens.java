package outfitter.server.site;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jwt.JWTClaimsSet;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Issues and reads the tokens of the site's visitors: JWTs that the server signs for itself, good for half an hour and
 * refreshable. A token names its visitor in Direct Line's claims ({@code conv}, {@code user}), and the customer when a
 * signed identity came with it; such an identity lasts {@link #SIGNED_IN} however often the token is refreshed. May be
 * shared between threads.
 */
public final class SiteTokens {
    /** How long a token is good. */
    public static final Duration LIFETIME = Duration.ofMinutes(30);
    /** How long a signed identity carries before the page must sign anew. */
    public static final Duration SIGNED_IN = Duration.ofHours(12);

    private static final String AUDIENCE = "site";
    private static final String VISITOR = "outfitter.visitor";
    private static final String BEARER = "Bearer ";
    private static final int REMEMBERED = 20_000;

    private final SignedTokens tokens;
    private final Clock clock;
    // A client sends the same token with each message.
    private final Cache<String, Known> known =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    private record Known(Visitor visitor, Instant end) {}

    public SiteTokens(SignedTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /** A token for {@code visitor}. */
    public String issue(Visitor visitor) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .audience(AUDIENCE)
                .claim("conv", visitor.id())
                .claim("user", visitor.userId());
        Instant signedAt = visitor.signedAt();
        if (signedAt != null)
            claims.claim("customer", visitor.customer()).claim("signed_at", signedAt.getEpochSecond());
        return tokens.sign(claims, LIFETIME);
    }

    /** Who holds this token; empty when it is not one of ours or no longer good. */
    public Optional<Visitor> read(String token) {
        Known before = known.getIfPresent(token);
        if (before != null && clock.instant().isBefore(before.end())) return Optional.of(before.visitor());
        return tokens.read(token, AUDIENCE)
                .flatMap(claims -> visitor(claims).map(visitor -> {
                    known.put(
                            token, new Known(visitor, claims.getExpirationTime().toInstant()));
                    return visitor;
                }));
    }

    /** Who calls; fails the request with 401 when its bearer token is missing, wrong or expired. */
    public Visitor visitor(RoutingContext ctx) {
        Visitor known = ctx.get(VISITOR);
        if (known != null) return known;
        Visitor visitor = bearer(ctx)
                .flatMap(this::read)
                .orElseThrow(() -> new HttpException(401, "The visitor's token is missing, wrong or expired"));
        ctx.put(VISITOR, visitor);
        return visitor;
    }

    /** A fresh token for the same visitor; empty when the identity that it carries must be signed anew. */
    public Optional<String> refresh(Visitor visitor) {
        Instant signedAt = visitor.signedAt();
        boolean stale = signedAt != null && signedAt.plus(SIGNED_IN).isBefore(clock.instant());
        return stale ? Optional.empty() : Optional.of(issue(visitor));
    }

    private static Optional<String> bearer(RoutingContext ctx) {
        return Optional.ofNullable(ctx.request().getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(header -> header.substring(BEARER.length()).trim());
    }

    private static Optional<Visitor> visitor(JWTClaimsSet claims) {
        try {
            Long signedAt = claims.getLongClaim("signed_at");
            return Optional.of(new Visitor(
                    claims.getStringClaim("conv"),
                    claims.getStringClaim("customer"),
                    signedAt == null ? null : Instant.ofEpochSecond(signedAt)));
        } catch (ParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
