package outfitter.server.shop;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.util.function.Supplier;
import outfitter.models.demo.Pictures;
import outfitter.models.shop.Catalogue;
import outfitter.models.shop.Product;
import outfitter.server.http.Api;
import outfitter.server.http.Operation;
import outfitter.server.http.Requests;

/** Pictures of products, drawn for the colour that is asked for; kept by browsers for a day. */
final class PictureRoutes {
    private static final String SVG = "image/svg+xml";
    private static final String FOR_A_DAY = "public, max-age=86400";
    private static final String SEALED = "default-src 'none'; sandbox";

    private final Supplier<Catalogue> catalogue;
    private final Pictures pictures = new Pictures();

    PictureRoutes(Supplier<Catalogue> catalogue) {
        this.catalogue = catalogue;
    }

    void mount(Api api) {
        api.raw(
                HttpMethod.GET,
                "/pictures/:product.svg",
                Operation.of("Shows a product")
                        .query("colour", String.class, "the colour of one of its variants, without the #")
                        .returnsMedia(SVG),
                this::picture);
    }

    private void picture(RoutingContext ctx) {
        Catalogue now = catalogue.get();
        Product product = now.product(Requests.text(ctx, "product"))
                .orElseThrow(() -> new HttpException(404, "The shop has no such product"));
        String svg = pictures.of(product, now, Requests.query(ctx, "colour").orElse(""));
        String tag = "\"" + Integer.toHexString(svg.hashCode()) + "\"";
        ctx.response()
                .putHeader(HttpHeaders.CACHE_CONTROL, FOR_A_DAY)
                .putHeader(HttpHeaders.ETAG, tag)
                .putHeader("Content-Security-Policy", SEALED)
                .putHeader("Cross-Origin-Resource-Policy", "cross-origin");
        if (Requests.hasAlready(ctx, tag)) {
            ctx.response().setStatusCode(304).end();
        } else {
            ctx.response().putHeader(HttpHeaders.CONTENT_TYPE, SVG).end(svg);
        }
    }
}
