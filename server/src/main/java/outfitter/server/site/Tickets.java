package outfitter.server.site;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Admits to a stream once, within a minute: the address of a WebSocket cannot carry a header, and what stands in an address
 * gets into logs. Every node knows a ticket by its signature; that it was used is known where it was. Thread-safe.
 */
public final class Tickets {
    static final Duration LIFETIME = Duration.ofSeconds(60);

    private static final String AUDIENCE = "stream";
    private static final int REMEMBERED = 200_000;

    private final SignedTokens signed;
    private final SiteTokens tokens;
    private final Cache<String, Boolean> used = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(LIFETIME.multipliedBy(2))
            .build();

    Tickets(SignedTokens signed, SiteTokens tokens) {
        this.signed = signed;
        this.tokens = tokens;
    }

    /** A ticket for one stream of this visitor's. */
    public String issue(Visitor visitor) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .audience(AUDIENCE)
                .jwtID(UUID.randomUUID().toString())
                .claim("visitor", tokens.issue(visitor));
        return signed.sign(claims, LIFETIME);
    }

    /** Who may have a stream for this ticket; empty when it is none of ours, too old or was used before. */
    public Optional<Visitor> use(String ticket) {
        return signed.read(ticket, AUDIENCE).flatMap(this::use);
    }

    private Optional<Visitor> use(JWTClaimsSet claims) {
        boolean first = used.asMap().putIfAbsent(claims.getJWTID(), true) == null;
        return first ? visitor(claims).flatMap(tokens::read) : Optional.empty();
    }

    private static Optional<String> visitor(JWTClaimsSet claims) {
        try {
            return Optional.ofNullable(claims.getStringClaim("visitor"));
        } catch (ParseException e) {
            return Optional.empty();
        }
    }
}
