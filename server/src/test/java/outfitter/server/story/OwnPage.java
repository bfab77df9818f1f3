package outfitter.server.story;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;

/**
 * A page of the shop's own on an origin of its own, as strict as docs/own-page.md says it may be, with the snippet that the
 * operator's page gives.
 */
final class OwnPage {
    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
              <head><meta charset="utf-8" /><title>A shop</title></head>
              <body>
                <h1>A shop of somebody else's</h1>
                <script type="module" src="%1$s/widget.js"></script>
                <outfitter-chat shop="Summit"></outfitter-chat>
              </body>
            </html>
            """;
    private static final String POLICY = "default-src 'none'; script-src 'self' %1$s; connect-src 'self' %1$s %2$s; "
            + "img-src 'self' %1$s; style-src 'self'; base-uri 'none'; form-action 'none'";

    private final HttpServer http;
    private volatile String chat = "";

    private OwnPage(HttpServer http) {
        this.http = http;
    }

    static OwnPage open(Vertx vertx) throws Exception {
        HttpServer http = vertx.createHttpServer();
        OwnPage page = new OwnPage(http);
        http.requestHandler(request -> {
            String server = page.chat;
            request.response()
                    .putHeader("Content-Type", "text/html; charset=utf-8")
                    .putHeader("Content-Security-Policy", POLICY.formatted(server, server.replaceFirst("^http", "ws")))
                    .end(PAGE.formatted(server));
        });
        http.listen(0, "127.0.0.1").await(10, SECONDS);
        return page;
    }

    /** Where the chat comes from. */
    void chatOf(String server) {
        chat = server;
    }

    String origin() {
        return "http://127.0.0.1:" + http.actualPort();
    }

    void close() throws Exception {
        http.close().await(10, SECONDS);
    }
}
