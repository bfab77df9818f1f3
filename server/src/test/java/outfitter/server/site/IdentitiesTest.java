package outfitter.server.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import outfitter.models.json.Json;
import outfitter.models.testing.MovableClock;

class IdentitiesTest {
    private static final String SECRET = "what the shop and we know, long enough for any algorithm of the HMAC family";

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-21T10:00:00Z"));
    private final Identities identities = new Identities(SECRET, clock);
    private final Identity ines = new Identity("c-17", "Ines", "ines@example.com", null);

    @Test
    void theShopsSignatureIsBelieved() {
        assertThat(identities.check(text(identities.sign(ines, Duration.ofMinutes(5)))))
                .contains(ines);
    }

    @Test
    void aShortSecretOfTheOperatorsWorksToo() {
        Identities shortOnes = new Identities("secret", clock);

        assertThat(shortOnes.check(text(shortOnes.sign(ines, Duration.ofMinutes(5)))))
                .contains(ines);
    }

    @Test
    void anIdentityEndsWhenItSays() {
        String token = identities.sign(ines, Duration.ofMinutes(5));

        clock.pass(Duration.ofMinutes(5));
        assertThat(identities.check(text(token)))
                .as("our clocks may differ a little")
                .isPresent();
        clock.pass(Identities.SKEW);

        assertThat(identities.check(text(token))).isEmpty();
        assertThat(why(text(token))).isEqualTo("it has ended");
    }

    @Test
    void anIdentityForEverIsNone() {
        assertThat(identities.check(text(identities.sign(ines, Identities.LONGEST))))
                .isPresent();
        assertThat(why(text(identities.sign(ines, Duration.ofDays(30))))).contains("exp lies more than 24 hours ahead");
    }

    @Test
    void anIdentityFromTheFutureIsNone() throws Exception {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .subject("c-17")
                .expirationTime(Date.from(clock.instant().plusSeconds(3_600)));

        JsonNode soon = text(sign(
                JWSAlgorithm.HS256,
                claims.issueTime(Date.from(clock.instant().plusSeconds(30))).build()));
        JsonNode later = text(sign(
                JWSAlgorithm.HS256,
                claims.issueTime(Date.from(clock.instant().plusSeconds(120))).build()));

        assertThat(identities.check(soon)).isPresent();
        assertThat(why(later)).contains("iat lies ahead");
    }

    @Test
    void aNumberMayBeACustomersIdAndNothingElseMay() throws Exception {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .expirationTime(Date.from(clock.instant().plusSeconds(60)));

        assertThat(identities.check(
                        text(sign(JWSAlgorithm.HS256, claims.claim("sub", 17).build()))))
                .map(Identity::customer)
                .contains("17");
        assertThat(why(text(sign(
                        JWSAlgorithm.HS256, claims.claim("sub", List.of("c-17")).build()))))
                .contains("sub");
    }

    @Test
    void whatCannotBeKeptOfACustomerIsLeftOut() {
        Identity untidy = new Identity("c-17", " Ines ", "a\0b@example.com", "4".repeat(300));

        assertThat(untidy).isEqualTo(new Identity("c-17", "Ines", null, null));
    }

    @Test
    void anIdentityWithoutAnEndIsNone() throws Exception {
        assertThat(identities.check(text(sign(
                        JWSAlgorithm.HS256,
                        new JWTClaimsSet.Builder().subject("c-17").build()))))
                .isEmpty();
    }

    @Test
    void theAlgorithmIsNotTheSignersToChoose() throws Exception {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .subject("c-17")
                .expirationTime(Date.from(clock.instant().plusSeconds(60)))
                .build();

        assertThat(identities.check(text(sign(JWSAlgorithm.HS256, claims)))).isPresent();
        assertThat(identities.check(text(sign(JWSAlgorithm.HS512, claims)))).isEmpty();
        assertThat(identities.check(text(new PlainJWT(claims).serialize()))).isEmpty();
    }

    @Test
    void theHashIsTheOneThatIntercomAndChatwootUsersKnow() {
        assertThat(Identities.hash("secret".getBytes(UTF_8), "Message"))
                .isEqualTo("aa747c502a898200f9e4fa21bac68136f886a0e27aec70ba06daf2e2a5cb5597");
    }

    @Test
    void aUsersHashIsBelievedForThatUserOnly() {
        String hash = Identities.hash(SECRET.getBytes(UTF_8), "c-17");

        assertThat(identities.check(pair("c-17", hash))).map(Identity::customer).contains("c-17");
        assertThat(identities.check(pair("c-17", hash.toUpperCase(java.util.Locale.ROOT))))
                .isPresent();
        assertThat(identities.check(pair("c-18", hash))).isEmpty();
        assertThat(identities.check(pair("c-17", ""))).isEmpty();
        assertThat(identities.check(Json.tree(Map.of("user_id", "c-17")))).isEmpty();
    }

    @Test
    void withoutASecretNobodyIsBelieved() {
        Identities none = new Identities("", clock);

        assertThat(none.check(text(none.sign(ines, Duration.ofMinutes(5))))).isEmpty();
        assertThat(none.check(pair("c-17", "00"))).isEmpty();
    }

    private static String sign(JWSAlgorithm algorithm, JWTClaimsSet claims) throws Exception {
        SignedJWT token = new SignedJWT(new JWSHeader(algorithm), claims);
        token.sign(new MACSigner(SECRET.getBytes(UTF_8)));
        return token.serialize();
    }

    private String why(JsonNode claim) {
        return identities.verdict(claim).match(believed -> "believed", Verdict.Refused::why);
    }

    private static JsonNode text(String token) {
        return Json.tree(token);
    }

    private static JsonNode pair(String id, String hash) {
        return Json.tree(Map.of("user_id", id, "user_hash", hash));
    }
}
