package outfitter.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TrustedProxiesTest {
    private final TrustedProxies proxies = TrustedProxies.parse("127.0.0.1, 10.0.0.0/8, ::1, 2001:db8::/32");

    @Test
    void addressesAndNetworksAreTrusted() {
        assertThat(proxies.include("127.0.0.1")).isTrue();
        assertThat(proxies.include("10.200.3.4")).isTrue();
        assertThat(proxies.include("::ffff:10.1.1.1"))
                .as("IPv4 written as IPv6")
                .isTrue();
        assertThat(proxies.include("2001:db8:1::7")).isTrue();
        assertThat(proxies.include("127.0.0.2")).isFalse();
        assertThat(proxies.include("2001:db9::1")).isFalse();
        assertThat(proxies.include("localhost")).as("no name is looked up").isFalse();
        assertThat(proxies.include(null)).isFalse();
    }

    @Test
    void theCallerIsTheLastThatIsNoProxyOfOurs() {
        assertThat(proxies.caller("203.0.113.9, 10.0.0.7")).contains("203.0.113.9");
        assertThat(proxies.caller("1.2.3.4, 203.0.113.9"))
                .as("what a caller invents")
                .contains("203.0.113.9");
        assertThat(proxies.caller("203.0.113.9:5123")).contains("203.0.113.9");
        assertThat(proxies.caller("[2001:db9::1]:443")).contains("2001:db9::1");
        assertThat(proxies.caller("unknown, 10.0.0.7")).contains("10.0.0.7");
        assertThat(proxies.caller("nonsense")).isEmpty();
        assertThat(proxies.caller(null)).isEmpty();
    }

    @Test
    void whatIsNoNetworkIsNamed() {
        for (String wrong : new String[] {"proxy.example", "10.0.0.0/33", "10.0.0.0/x", "10.0.0"}) {
            assertThatThrownBy(() -> TrustedProxies.parse(wrong)).hasMessageContaining(wrong);
        }
        assertThat(TrustedProxies.parse(" ").isEmpty()).isTrue();
    }
}
