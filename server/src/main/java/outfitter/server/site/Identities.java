package outfitter.server.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jwt.JWTClaimsSet;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Checks identities that the shop's server signed with the secret that it shares with us: a JWT (HS256, {@code sub} and
 * {@code exp} required, the latter at most {@link #LONGEST} ahead; {@code name}, {@code email} and {@code phone} believed;
 * {@link #SKEW} forgiven between the clocks), or the pair {@code user_id} and {@code
 * user_hash}, the latter the hex HMAC-SHA256 of the former, as Intercom and Chatwoot have it. May be shared between
 * threads.
 */
public final class Identities {
    /** The variable that holds the secret. */
    public static final String VARIABLE = "OUTFITTER_IDENTITY_SECRET";

    /** How far ahead a JWT may end. */
    static final Duration LONGEST = Duration.ofHours(24);
    /** What the shop's clock and ours may differ by. */
    static final Duration SKEW = Duration.ofSeconds(60);

    private static final String HMAC = "HmacSHA256";
    private static final int BLOCK = 32;

    private final byte[] secret;
    private final SignedTokens tokens;
    private final Clock clock;

    /** @param secret as the operator set it, whatever its length; empty when no identity is to be believed */
    public Identities(String secret, Clock clock) {
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
        this.clock = clock;
        // HMAC pads a short key with zeros, so a padded one signs the same; the JWT library wants it padded.
        tokens = new SignedTokens(Arrays.copyOf(this.secret, Math.max(BLOCK, this.secret.length)), clock);
    }

    /** Who {@code claim} names: a JWT as text, or an object with user_id and user_hash. Empty when it proves nothing. */
    public Optional<Identity> check(JsonNode claim) {
        return verdict(claim)
                .match(believed -> Optional.of(believed.identity()), refused -> Optional.<Identity>empty());
    }

    /** As {@link #check}, with the reason for whoever writes the shop's page where it proves nothing. */
    Verdict verdict(JsonNode claim) {
        if (secret.length == 0) return new Verdict.Refused("this server has no " + VARIABLE);
        return claim.isTextual() ? signed(claim.textValue()) : hashed(claim.path("user_id"), claim.path("user_hash"));
    }

    /** A JWT that {@link #check} believes, for demos and tests: what the shop's own server would do. */
    public String sign(Identity identity, Duration lifetime) {
        return tokens.sign(
                new JWTClaimsSet.Builder()
                        .subject(identity.customer())
                        .claim("name", identity.name())
                        .claim("email", identity.email())
                        .claim("phone", identity.phone()),
                lifetime);
    }

    private Verdict signed(String token) {
        return tokens.payload(token)
                .map(this::claimed)
                .orElseGet(() -> new Verdict.Refused("it is not a JWT signed by HS256 with " + VARIABLE));
    }

    private Verdict claimed(Map<String, Object> claims) {
        Optional<Verdict> untimely = untimely(claims);
        if (untimely.isPresent()) return untimely.get();
        Object subject = claims.get("sub");
        // A number is what many languages make of an id; no other type can be meant.
        if (!(subject instanceof String) && !(subject instanceof Long)) {
            return new Verdict.Refused("its sub must be the customer's id, as text");
        }
        return identity(
                subject.toString(), text(claims.get("name")), text(claims.get("email")), text(claims.get("phone")));
    }

    private Optional<Verdict> untimely(Map<String, Object> claims) {
        Instant now = clock.instant();
        if (!(claims.get("exp") instanceof Number end)) return refused("its exp must be there, in seconds since 1970");
        if (!now.isBefore(Instant.ofEpochSecond(end.longValue()).plus(SKEW))) return refused("it has ended");
        if (Instant.ofEpochSecond(end.longValue()).isAfter(now.plus(LONGEST).plus(SKEW))) {
            return refused("its exp lies more than " + LONGEST.toHours() + " hours ahead");
        }
        if (isAhead(claims.get("nbf"), now)) return refused("its nbf lies ahead: do the clocks differ?");
        if (isAhead(claims.get("iat"), now)) return refused("its iat lies ahead: do the clocks differ?");
        return Optional.empty();
    }

    private static boolean isAhead(@Nullable Object seconds, Instant now) {
        return seconds instanceof Number number
                && Instant.ofEpochSecond(number.longValue()).isAfter(now.plus(SKEW));
    }

    private Verdict hashed(JsonNode id, JsonNode hash) {
        if (!id.isValueNode() || !hash.isTextual())
            return new Verdict.Refused("it must be a JWT, or user_id and user_hash");
        byte[] given = hash.textValue().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        byte[] right = hash(secret, id.asText()).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(given, right)
                ? identity(id.asText(), null, null, null)
                : new Verdict.Refused("its user_hash is not the hex HMAC-SHA256 of user_id with " + VARIABLE);
    }

    private static Verdict identity(
            String customer, @Nullable String name, @Nullable String email, @Nullable String phone) {
        try {
            return new Verdict.Believed(new Identity(customer, name, email, phone));
        } catch (IllegalArgumentException e) {
            return new Verdict.Refused("the customer's id is empty, too long or not printable");
        }
    }

    private static Optional<Verdict> refused(String why) {
        return Optional.of(new Verdict.Refused(why));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof String text ? text : null;
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
