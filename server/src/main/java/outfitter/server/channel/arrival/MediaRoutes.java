package outfitter.server.channel.arrival;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.util.Objects;
import java.util.Set;
import outfitter.models.media.MediaFiles;
import outfitter.server.http.Access;
import outfitter.server.http.Api;
import outfitter.server.http.Operation;
import outfitter.server.http.Requests;

/** Shows agents what customers sent. Pictures are shown; anything else is saved, since it might be a page with a script. */
final class MediaRoutes {
    private static final Set<String> SHOWN = Set.of("image/jpeg", "image/png", "image/webp", "image/gif");
    private static final String SEALED = "default-src 'none'; sandbox";

    private final MediaFiles files;

    MediaRoutes(MediaFiles files) {
        this.files = files;
    }

    void mount(Api api) {
        api.raw(
                HttpMethod.GET,
                "/api/media/:id",
                Operation.of("Gives a file that a customer sent")
                        .by(Access.AGENT)
                        .returnsMedia("application/octet-stream")
                        .fails(404, "there is no such file, or its service has it no longer")
                        .fails(503, "it is still being fetched: try again in a moment"),
                this::give);
    }

    private void give(RoutingContext ctx) {
        files.find(Requests.uuid(ctx, "id"))
                .map(found -> found.orElseThrow(() -> new HttpException(404, "There is no such file")))
                .onSuccess(file -> give(ctx, file))
                .onFailure(ctx::fail);
    }

    private static void give(RoutingContext ctx, MediaFiles.File file) {
        Buffer bytes = file.bytes();
        if (file.state().equals("gone")) {
            ctx.fail(new HttpException(404, "The file is gone: " + file.reason()));
        } else if (bytes == null) {
            ctx.response().putHeader("Retry-After", "2");
            ctx.fail(new HttpException(503, "The file is still being fetched"));
        } else {
            String type =
                    Objects.requireNonNullElse(file.type(), "").split(";", 2)[0].strip();
            boolean shown = SHOWN.contains(type);
            ctx.response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, shown ? type : "application/octet-stream")
                    .putHeader("Content-Disposition", shown ? "inline" : "attachment")
                    .putHeader("Content-Security-Policy", SEALED)
                    .putHeader("X-Content-Type-Options", "nosniff")
                    .putHeader(HttpHeaders.CACHE_CONTROL, "private, max-age=86400")
                    .end(bytes);
        }
    }
}
