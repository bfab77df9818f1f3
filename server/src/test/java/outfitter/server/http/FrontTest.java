package outfitter.server.http;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpRequest;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a request tells of where it came from, with a proxy before the server and without. */
class FrontTest {
    private static final String PUBLIC = "https://chat.example";

    record Said(String address, String network, boolean secure, boolean own) {}

    @Test
    void withoutAWordFromTheOperatorARequestIsTakenAsItComes() throws Exception {
        JsonObject said =
                ask(new Front(Optional.empty(), TrustedProxies.NONE), Map.of("X-Forwarded-For", "203.0.113.9"));

        assertThat(said.getString("network")).isEqualTo("127.0.0.1");
        assertThat(said.getString("address")).matches("http://[a-z0-9.]+:\\d+");
        assertThat(said.getBoolean("secure")).isFalse();
    }

    @Test
    void aTrustedProxyTellsWhoCallsAndHow() throws Exception {
        JsonObject said = ask(
                new Front(Optional.empty(), TrustedProxies.parse("127.0.0.1")),
                Map.of(
                        "X-Forwarded-For", "8.8.8.8, 203.0.113.9",
                        "X-Forwarded-Proto", "https",
                        "X-Forwarded-Host", "chat.example"));

        assertThat(said.getString("network")).isEqualTo("203.0.113.9");
        assertThat(said.getString("address")).isEqualTo(PUBLIC);
        assertThat(said.getBoolean("secure")).isTrue();
    }

    @Test
    void aStrangerWhoClaimsToBeAProxyIsRemembered() throws Exception {
        Front front = new Front(Optional.empty(), TrustedProxies.parse("10.0.0.1"));

        JsonObject said = ask(front, Map.of("X-Forwarded-For", "203.0.113.9", "X-Forwarded-Proto", "https"));

        assertThat(said.getString("network")).isEqualTo("127.0.0.1");
        assertThat(said.getBoolean("secure")).isFalse();
        assertThat(front.stranger()).contains("127.0.0.1");
    }

    @Test
    void thePublicAddressIsOursWhateverTheRequestSays() throws Exception {
        JsonObject said = ask(new Front(Optional.of(PUBLIC), TrustedProxies.NONE), Map.of("Origin", PUBLIC));
        JsonObject other =
                ask(new Front(Optional.of(PUBLIC), TrustedProxies.NONE), Map.of("Origin", "https://evil.example"));

        assertThat(said.getString("address")).isEqualTo(PUBLIC);
        assertThat(said.getBoolean("secure")).isTrue();
        assertThat(said.getBoolean("own")).isTrue();
        assertThat(other.getBoolean("own")).isFalse();
    }

    private static JsonObject ask(Front front, Map<String, String> headers) throws Exception {
        ApiServer server = ApiServer.with(api -> {
            api.router().route().handler(front);
            api.get("/api/where", Operation.of("Tells what was seen").returns(Said.class), ctx -> {
                Front.Seen seen = Front.of(ctx);
                return Future.succeededFuture(
                        new Said(seen.address(), seen.network(), seen.isSecure(), OwnOrigin.mayWrite(ctx)));
            });
        });
        try {
            HttpRequest<Buffer> request = server.request(HttpMethod.GET, "/api/where");
            headers.forEach(request::putHeader);
            return request.send().await(10, SECONDS).bodyAsJsonObject();
        } finally {
            server.close();
        }
    }
}
