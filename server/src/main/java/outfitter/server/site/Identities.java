package outfitter.server.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jwt.JWTClaimsSet;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks identities that the shop's server signed with the secret that it shares with us: a JWT (HS256, {@code sub} and
 * {@code exp} required, {@code name}, {@code email} and {@code phone} believed), or the pair {@code user_id} and {@code
 * user_hash}, the latter the hex HMAC-SHA256 of the former, as Intercom and Chatwoot have it. May be shared between
 * threads.
 */
public final class Identities {
    /** The variable that holds the secret. */
    public static final String VARIABLE = "OUTFITTER_IDENTITY_SECRET";

    private static final String HMAC = "HmacSHA256";
    private static final int BLOCK = 32;

    private final byte[] secret;
    private final SignedTokens tokens;

    /** @param secret as the operator set it, whatever its length; empty when no identity is to be believed */
    public Identities(String secret, Clock clock) {
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
        // HMAC pads a short key with zeros, so a padded one signs the same; the JWT library wants it padded.
        tokens = new SignedTokens(Arrays.copyOf(this.secret, Math.max(BLOCK, this.secret.length)), clock);
    }

    /** Who {@code claim} names: a JWT as text, or an object with user_id and user_hash. Empty when it proves nothing. */
    public Optional<Identity> check(JsonNode claim) {
        if (secret.length == 0) return Optional.empty();
        return claim.isTextual() ? signed(claim.textValue()) : hashed(claim.path("user_id"), claim.path("user_hash"));
    }

    /** A JWT that {@link #check} believes, for demos and tests: what the shop's own server would do. */
    public String sign(Identity identity, java.time.Duration lifetime) {
        return tokens.sign(
                new JWTClaimsSet.Builder()
                        .subject(identity.customer())
                        .claim("name", identity.name())
                        .claim("email", identity.email())
                        .claim("phone", identity.phone()),
                lifetime);
    }

    private Optional<Identity> signed(String token) {
        return tokens.read(token).flatMap(Identities::identity);
    }

    private static Optional<Identity> identity(JWTClaimsSet claims) {
        try {
            String customer = claims.getSubject();
            if (customer == null) return Optional.empty();
            return Optional.of(new Identity(
                    customer,
                    claims.getStringClaim("name"),
                    claims.getStringClaim("email"),
                    claims.getStringClaim("phone")));
        } catch (ParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<Identity> hashed(JsonNode id, JsonNode hash) {
        if (!id.isValueNode() || !hash.isTextual()) return Optional.empty();
        byte[] given = hash.textValue().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII);
        byte[] right = hash(secret, id.asText()).getBytes(StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(given, right)) return Optional.empty();
        try {
            return Optional.of(new Identity(id.asText(), null, null, null));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Lower-case hex HMAC-SHA256 of {@code message}. */
    static String hash(byte[] secret, String message) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret, HMAC));
            return HexFormat.of().formatHex(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(HMAC + " is always there", e);
        }
    }
}
