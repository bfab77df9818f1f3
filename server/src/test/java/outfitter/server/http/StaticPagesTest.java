package outfitter.server.http;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS)
class StaticPagesTest {
    private static final Map<String, byte[]> FILES = Map.of(
            "shop.html", bytes("<h1>Shop</h1>"),
            "desk.html", bytes("<h1>Desk</h1>"),
            "tour.html", bytes("<h1>Tour</h1>"),
            "widget.js", bytes("export const words = '" + "boots ".repeat(500) + "'"),
            "chunks/kit-AB12.js", bytes("export {}"));

    private ApiServer server;

    @BeforeAll
    void open() throws Exception {
        StaticPages pages = StaticPages.of(FILES).without("tour");
        server = ApiServer.with(api -> {
            api.router().get("/products/:id").handler(ctx -> pages.send(ctx, "shop"));
            pages.mount(api.router());
        });
    }

    @AfterAll
    void close() throws Exception {
        server.close();
    }

    @Test
    void eachPageHasAnAddressOfItsOwn() throws Exception {
        assertThat(server.get("/").bodyAsString()).contains("Shop");
        assertThat(server.get("/products/7").bodyAsString()).contains("Shop");
        assertThat(server.get("/desk").bodyAsString()).contains("Desk");
        assertThat(server.get("/desk").getHeader("Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(server.get("/tour").statusCode()).isEqualTo(404);
        assertThat(server.get("/../logback.xml").statusCode()).isEqualTo(404);
        assertThat(server.get("/%2e%2e/logback.xml").statusCode()).isEqualTo(404);
    }

    @Test
    void aPageIsSentAgainOnlyWhenItChanged() throws Exception {
        HttpResponse<Buffer> first = server.get("/desk");

        HttpResponse<Buffer> second = server.request(HttpMethod.GET, "/desk")
                .putHeader("If-None-Match", first.getHeader("ETag"))
                .send()
                .await(5, SECONDS);

        assertThat(first.getHeader("Cache-Control")).isEqualTo("no-cache");
        assertThat(second.statusCode()).isEqualTo(304);
    }

    @Test
    void aHashedFileMayBeKeptForEver() throws Exception {
        assertThat(server.get("/chunks/kit-AB12.js").getHeader("Cache-Control")).contains("immutable");
    }

    @Test
    void theWidgetTravelsGzippedToOtherPeoplesPages() throws Exception {
        HttpResponse<Buffer> response = server.request(HttpMethod.GET, "/widget.js")
                .putHeader("Accept-Encoding", "gzip, br")
                .send()
                .await(5, SECONDS);

        assertThat(response.getHeader("Content-Encoding")).isEqualTo("gzip");
        assertThat(response.body().length()).isLessThan(500);
        assertThat(response.getHeader("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(response.getHeader("Content-Type")).startsWith("text/javascript");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
