package outfitter.server.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The built pages, carried on the class path below {@code web/} and held in memory, gzipped as well as plain.
 *
 * <p>{@code /desk} is {@code desk.html}, {@code /} is {@code shop.html} unless told otherwise, any other path is a file's. Files with a hash in
 * their name may be kept for ever; the others are asked for again and answered with 304 while they are the same.
 */
public final class StaticPages {
    private static final String LIST = "web/files.txt";
    private static final String HASHED = "chunks/";
    /** Addresses below which the shop's page finds its way by itself. */
    private static final List<String> SHOP_ADDRESSES =
            List.of("/c/*", "/p/*", "/search", "/cart", "/articles", "/articles/*");

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "json", "application/json",
            "svg", "image/svg+xml",
            "png", "image/png",
            "ico", "image/x-icon",
            "txt", "text/plain; charset=utf-8",
            "woff2", "font/woff2",
            "webmanifest", "application/manifest+json");

    private final Map<String, Page> files;

    private final String home;

    private StaticPages(Map<String, Page> files, String home) {
        this.files = Map.copyOf(files);
        this.home = home;
    }

    /** Reads all files; blocks for some milliseconds, so call it before there is an event loop to block. */
    public static StaticPages load() {
        Map<String, byte[]> files = new HashMap<>();
        resource(LIST)
                .ifPresent(list -> new String(list, StandardCharsets.UTF_8)
                        .lines()
                        .filter(name -> !name.isBlank())
                        .forEach(name -> resource("web/" + name).ifPresent(bytes -> files.put(name, bytes))));
        return of(files);
    }

    /** Serves these files by name. */
    static StaticPages of(Map<String, byte[]> files) {
        Map<String, Page> pages = new HashMap<>();
        files.forEach((name, bytes) -> pages.put(name, Page.of(name, bytes)));
        return new StaticPages(pages, "shop");
    }

    /** Without the page {@code name}, such as a tour that is shown in the demo only. */
    public StaticPages without(String name) {
        Map<String, Page> rest = new HashMap<>(files);
        rest.remove(name + ".html");
        return new StaticPages(rest, home);
    }

    /** With the page {@code name} at {@code /}. */
    public StaticPages beginningWith(String name) {
        return new StaticPages(files, name);
    }

    /** Answers GET and HEAD for every file; mount it after all other routes. */
    public void mount(Router router) {
        files.forEach((name, page) -> {
            router.route(HttpMethod.GET, path(name)).handler(page::send);
            router.route(HttpMethod.HEAD, path(name)).handler(page::send);
        });
        SHOP_ADDRESSES.forEach(address -> router.route(address)
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .handler(ctx -> send(ctx, "shop")));
    }

    /** Sends the page {@code name} for a path of its own, as {@code shop} for {@code /products/:id}; 404 when not built. */
    public void send(RoutingContext ctx, String name) {
        Page page = files.get(name + ".html");
        if (page == null) ctx.fail(404);
        else page.send(ctx);
    }

    private String path(String file) {
        if (file.equals(home + ".html")) return "/";
        return "/" + (file.endsWith(".html") ? file.substring(0, file.length() - ".html".length()) : file);
    }

    private static Optional<byte[]> resource(String name) {
        try (InputStream in = StaticPages.class.getClassLoader().getResourceAsStream(name)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** One file, ready to be sent. */
    private record Page(String name, Buffer plain, @Nullable Buffer gzipped, String tag, String type) {
        static Page of(String name, byte[] bytes) {
            byte[] gzipped = gzip(bytes);
            boolean worthIt = gzipped.length < bytes.length * 9 / 10;
            return new Page(
                    name, Buffer.buffer(bytes), worthIt ? Buffer.buffer(gzipped) : null, tag(bytes), type(name));
        }

        void send(RoutingContext ctx) {
            HttpServerResponse response = ctx.response();
            response.putHeader(
                    HttpHeaders.CACHE_CONTROL,
                    name.startsWith(HASHED) ? "public, max-age=31536000, immutable" : "no-cache");
            response.putHeader(HttpHeaders.ETAG, tag).putHeader(HttpHeaders.VARY, "Accept-Encoding");
            // Scripts are for other people's pages too: the widget is loaded by the shop's.
            if (name.endsWith(".js")) response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
            if (Requests.hasAlready(ctx, tag)) {
                response.setStatusCode(304).end();
                return;
            }
            response.putHeader(HttpHeaders.CONTENT_TYPE, type);
            String accepted = ctx.request().getHeader(HttpHeaders.ACCEPT_ENCODING);
            boolean zipped = gzipped != null && accepted != null && accepted.contains("gzip");
            Buffer body = zipped && gzipped != null ? gzipped : plain;
            if (zipped) response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
            if (ctx.request().method().equals(HttpMethod.HEAD)) {
                response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()))
                        .end();
            } else {
                response.end(body);
            }
        }

        private static String type(String name) {
            return TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
        }

        private static byte[] gzip(byte[] bytes) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
                gzip.write(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return out.toByteArray();
        }

        private static String tag(byte[] bytes) {
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
                return '"' + HexFormat.of().formatHex(digest, 0, 12) + '"';
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
