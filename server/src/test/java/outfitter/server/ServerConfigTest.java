package outfitter.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.pgclient.SslMode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outfitter.server.postgres.DatabaseAddress;

class ServerConfigTest {
    @Test
    void withoutAnyVariableItServesOnLoopback() {
        ServerConfig config = ServerConfig.from(Map.of());

        assertThat(config.host()).isEqualTo("127.0.0.1");
        assertThat(config.port()).isEqualTo(8080);
        assertThat(config.data()).isEqualTo(Path.of("data"));
        assertThat(config.demo()).isFalse();
        assertThat(config.database()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "OUTFITTER_PORT, eighty, must be a whole number from 0 to 65535",
        "OUTFITTER_PORT, 65536, must be a whole number from 0 to 65535",
        "OUTFITTER_DEMO, yes, must be true or false",
        "OUTFITTER_ORIGINS, shop.example, must be origins such as https://shop.example",
        "OUTFITTER_ORIGINS, https://shop.example/chat, must be origins such as https://shop.example",
        "OUTFITTER_PUBLIC_URL, https://shop.example/chat, must be an address without a path",
        "OUTFITTER_PUBLIC_URL, chat.example, must be an address without a path",
        "OUTFITTER_TRUSTED_PROXIES, proxy.example, must be addresses or networks",
        "OUTFITTER_DATABASE_URL, mysql://somewhere/shop, must look like postgresql://",
        "OUTFITTER_DATABASE_URL, postgresql:///shop, must look like postgresql://",
        "OUTFITTER_DATABASE_URL, postgresql://db/shop?sslmode=maybe, sslmode must be disable",
    })
    void aWrongValueIsRefusedWithItsNameAndWhatWouldBeRight(String name, String value, String rule) {
        assertThatThrownBy(() -> ServerConfig.from(Map.of(name, value)))
                .isInstanceOf(StartFailure.class)
                .hasMessageStartingWith(name + ": ")
                .hasMessageContaining(rule);
    }

    @Test
    void aRefusalNeverQuotesAPassword() {
        assertThatThrownBy(() -> ServerConfig.from(Map.of("OUTFITTER_DATABASE_URL", "postgres//me:hunter2@db/shop")))
                .hasMessageNotContaining("hunter2");
        assertThat(DatabaseAddress.parse("postgres://me:hunter2@db/shop").toString())
                .doesNotContain("hunter2");
    }

    @Test
    void thePublicAddressIsWhatLinksBeginWith() {
        assertThat(ServerConfig.from(Map.of("OUTFITTER_PUBLIC_URL", "https://Chat.example/"))
                        .publicUrl())
                .isEqualTo("https://chat.example");
        assertThat(ServerConfig.from(Map.of("OUTFITTER_PORT", "9000")).publicUrl())
                .isEqualTo("http://127.0.0.1:9000");
    }

    @Test
    void aMisspeltVariableIsNoticed() {
        assertThat(ServerConfig.from(Map.of("OUTFITTER_DATABSE_URL", "x", "HOME", "/"))
                        .unknown())
                .containsExactly("OUTFITTER_DATABSE_URL");
    }

    @ParameterizedTest
    @CsvSource({
        "postgres://anna:s%40fe@db.example:5433/shop, db.example, 5433, shop, anna, s@fe, DISABLE",
        "postgresql://anna:a+b@db.example/shop?sslmode=require, db.example, 5432, shop, anna, a+b, REQUIRE",
        "jdbc:postgresql://db/shop?user=anna&password=safe&sslmode=verify-full, db, 5432, shop, anna, safe, VERIFY_FULL",
        "postgresql://anna:safe@[::1]:5432/shop, ::1, 5432, shop, anna, safe, DISABLE",
    })
    void aDatabaseIsNamedInAnyOfTheUsualSpellings(
            String url, String host, int port, String database, String user, String password, SslMode tls) {
        assertThat(DatabaseAddress.parse(url))
                .isEqualTo(new DatabaseAddress(host, port, database, user, password, tls));
    }
}
