package outfitter.server.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.PlainHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.Test;
import outfitter.models.testing.MovableClock;

class SiteTokensTest {
    private static final byte[] SECRET =
            "0123456789abcdef0123456789abcdef".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-21T10:00:00Z"));
    private final SiteTokens tokens = new SiteTokens(new SignedTokens(SECRET, clock), clock);

    @Test
    void aTokenBringsItsVisitorBack() {
        Visitor anonymous = Visitor.anonymous(Visitor.freshId());
        Visitor signedIn = new Visitor(Visitor.freshId(), "c-17", clock.instant());

        assertThat(tokens.read(tokens.issue(anonymous))).contains(anonymous);
        assertThat(tokens.read(tokens.issue(signedIn))).contains(signedIn);
    }

    @Test
    void aTokenIsGoodForHalfAnHour() {
        String token = tokens.issue(Visitor.anonymous(Visitor.freshId()));

        clock.pass(Duration.ofMinutes(29));
        assertThat(tokens.read(token)).isPresent();
        clock.pass(Duration.ofMinutes(1));
        assertThat(tokens.read(token)).isEmpty();
    }

    @Test
    void anIdentityIsNotRefreshedForEver() {
        Visitor signedIn = new Visitor(Visitor.freshId(), "c-17", clock.instant());

        clock.pass(Duration.ofHours(11));
        assertThat(tokens.refresh(signedIn)).isPresent();
        clock.pass(Duration.ofHours(2));
        assertThat(tokens.refresh(signedIn)).isEmpty();
        assertThat(tokens.refresh(Visitor.anonymous(Visitor.freshId()))).isPresent();
    }

    @Test
    void aTokenThatSomebodyElseWroteIsNoToken() throws Exception {
        Visitor visitor = Visitor.anonymous(Visitor.freshId());
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .audience("site")
                .claim("conv", visitor.id())
                .expirationTime(Date.from(clock.instant().plusSeconds(60)))
                .build();
        SignedJWT otherSecret = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        otherSecret.sign(new MACSigner(
                "another secret, just as long as ours".getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
        String unsigned = new PlainJWT(new PlainHeader(), claims).serialize();
        String ours = tokens.issue(visitor);

        assertThat(tokens.read(otherSecret.serialize())).isEmpty();
        assertThat(tokens.read(unsigned)).isEmpty();
        assertThat(tokens.read(ours.substring(0, ours.length() - 2))).isEmpty();
        assertThat(tokens.read("")).isEmpty();
        assertThat(tokens.read("a.b.c")).isEmpty();
    }

    @Test
    void aTokenForSomethingElseIsNoVisitors() {
        SignedTokens others = new SignedTokens(SECRET, clock);
        String ticket = others.sign(
                new JWTClaimsSet.Builder().audience("stream").claim("conv", Visitor.freshId()), Duration.ofMinutes(1));

        assertThat(tokens.read(ticket)).isEmpty();
    }
}
