package outfitter.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import outfitter.models.testing.TestDatabase;
import outfitter.server.OutfitterServer;
import outfitter.server.ServerConfig;

/** The demo shop on a server of its own, and a browser to look at it. */
final class Stage implements AutoCloseable {
    private final OutfitterServer server;
    private final Browser browser;

    Stage(TestDatabase database) {
        this(database, Map.of());
    }

    /** The same with further settings of the operator's. */
    Stage(TestDatabase database, Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("OUTFITTER_DATABASE_URL", database.url());
        server = OutfitterServer.start(ServerConfig.from(environment)
                .withPort(0)
                .withData(Path.of("target/data", database.name()))
                .withDemo(true));
        browser = new Browser();
    }

    String url() {
        return server.url();
    }

    /** Somebody with a phone. */
    Page phone() {
        return browser.phone(server.url());
    }

    /** Somebody at a desk, whom the server does not know. */
    Page desktop() {
        return desktop(server.url());
    }

    /** Who comes by an address other than the server's own. */
    Page desktop(String url) {
        return browser.desktop(url);
    }

    /** Somebody of the staff, signed in, before any page. */
    Page staff(String name) {
        return signedIn(name, server.url());
    }

    private Page signedIn(String name, String url) {
        Page page = desktop(url);
        String cast = page.request().get("/api/demo").text();
        String password = first("\"name\":\"" + name + "\",\"password\":\"([^\"]+)\"", cast);
        int status = page.request()
                .post(
                        "/api/session",
                        RequestOptions.create()
                                .setHeader("Origin", url)
                                .setData(Map.of("name", name, "password", password)))
                .status();
        assertThat(status).isEqualTo(200);
        return page;
    }

    /** Somebody of the staff, on a page. */
    Page staff(String name, String path) {
        return staff(name, path, server.url());
    }

    /** Somebody of the staff who comes by an address other than the server's own, on a page. */
    Page staff(String name, String path, String url) {
        Page page = signedIn(name, url);
        page.navigate(path);
        return page;
    }

    /** What pages complained of so far. */
    List<String> complaints() {
        return browser.complaints();
    }

    /** The first group of {@code pattern} in {@code text}. */
    static String first(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + pattern + " in " + text))
                .group(1);
    }

    @Override
    public void close() {
        browser.close();
        server.close();
    }
}
