package outfitter.server.site;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;

/**
 * JWTs by a shared secret: HS256 and nothing else, always with an end. May be shared between threads.
 */
public final class SignedTokens {
    private static final JWSHeader HEADER = new JWSHeader(JWSAlgorithm.HS256);
    private static final int MAX_LENGTH = 8 * 1024;

    private final MACSigner signer;
    private final MACVerifier verifier;
    private final Clock clock;

    /** Takes a secret of at least 32 bytes; throws {@link IllegalArgumentException} for a shorter one. */
    public SignedTokens(byte[] secret, Clock clock) {
        try {
            signer = new MACSigner(secret);
            verifier = new MACVerifier(secret);
        } catch (JOSEException e) {
            throw new IllegalArgumentException("the secret must have at least 32 bytes", e);
        }
        this.clock = clock;
    }

    /** A token that says {@code claims} for so long. */
    public String sign(JWTClaimsSet.Builder claims, Duration lifetime) {
        Instant now = clock.instant();
        SignedJWT token = new SignedJWT(
                HEADER,
                claims.issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(lifetime)))
                        .build());
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("HS256 is always there", e);
        }
        return token.serialize();
    }

    /** What {@code token} says; empty when it is malformed, signed otherwise, without an end or past it. */
    public Optional<JWTClaimsSet> read(String token) {
        try {
            Optional<SignedJWT> signed = verified(token);
            return signed.isEmpty()
                    ? Optional.empty()
                    : Optional.of(signed.get().getJWTClaimsSet()).filter(this::isGood);
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    /** As {@link #read(String)}, and empty when the token was not meant for {@code audience}. */
    public Optional<JWTClaimsSet> read(String token, String audience) {
        return read(token).filter(claims -> claims.getAudience().contains(audience));
    }

    /** What {@code token} says, as JSON, whenever it ends; empty when it is malformed or signed otherwise. */
    Optional<Map<String, Object>> payload(String token) {
        return verified(token).map(signed -> signed.getPayload().toJSONObject());
    }

    private Optional<SignedJWT> verified(String token) {
        if (token.length() > MAX_LENGTH) return Optional.empty();
        try {
            SignedJWT signed = SignedJWT.parse(token);
            boolean ours = JWSAlgorithm.HS256.equals(signed.getHeader().getAlgorithm()) && signed.verify(verifier);
            return ours ? Optional.of(signed) : Optional.empty();
        } catch (ParseException | JOSEException e) {
            return Optional.empty();
        }
    }

    private boolean isGood(JWTClaimsSet claims) {
        Date end = claims.getExpirationTime();
        Date begin = claims.getNotBeforeTime();
        Instant now = clock.instant();
        return end != null && now.isBefore(end.toInstant()) && (begin == null || !now.isBefore(begin.toInstant()));
    }
}
