package outfitter.server.channel.directline;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerFileUpload;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import outfitter.models.json.Json;
import outfitter.server.site.Site;
import outfitter.server.site.Visitor;

/**
 * The route for activities with files. The activity is taken, files are not: nothing would look at them yet, and to swallow
 * them would be a lie. Their bytes are dropped as they come.
 */
final class Upload {
    private static final String MULTIPART = "multipart/form-data";
    private static final String ACTIVITY = "activity";
    private static final int MAX_BYTES = 6 * 1024 * 1024;

    private final Site site;
    private final Posts posts;

    Upload(Site site, Posts posts) {
        this.site = site;
        this.posts = posts;
    }

    void take(RoutingContext ctx) {
        Visitor visitor = Grants.inOwn(ctx, site.tokens());
        HttpServerRequest request = ctx.request();
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (type == null || !type.startsWith(MULTIPART)) {
            throw new HttpException(415, "An upload is " + MULTIPART + " with a part named activity");
        }
        Parts parts = new Parts(ctx);
        request.setExpectMultipart(true);
        request.uploadHandler(parts::take);
        request.exceptionHandler(broken -> parts.refuse(400, "The upload is not well-formed"));
        request.endHandler(done -> parts.end(visitor));
    }

    /** What came so far of one upload. */
    private final class Parts {
        private final RoutingContext ctx;
        private final Buffer activity = Buffer.buffer();
        private long bytes;
        private boolean files;
        private boolean refused;

        Parts(RoutingContext ctx) {
            this.ctx = ctx;
        }

        void take(HttpServerFileUpload part) {
            boolean wanted = ACTIVITY.equals(part.name());
            files |= !wanted;
            part.handler(chunk -> {
                bytes += chunk.length();
                if (bytes > MAX_BYTES || (wanted && activity.length() > DirectLine.BODY_BYTES)) {
                    refuse(413, "The upload is too big");
                } else if (wanted) {
                    activity.appendBuffer(chunk);
                }
            });
        }

        void end(Visitor visitor) {
            if (refused) return;
            if (files) {
                refuse(415, "Files are not taken here; a text is");
            } else {
                posts.post(ctx, visitor, posted()).onSuccess(this::answer).onFailure(ctx::fail);
            }
        }

        private void answer(Posts.ResourceId id) {
            ctx.response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                    .end(Json.write(id));
        }

        private PostedActivity posted() {
            String text =
                    activity.length() > 0 ? activity.toString() : ctx.request().getFormAttribute(ACTIVITY);
            try {
                return Json.MAPPER.readValue(text == null ? "" : text, PostedActivity.class);
            } catch (JsonProcessingException e) {
                throw new HttpException(400, "The part named activity is not the JSON that is expected here");
            }
        }

        void refuse(int status, String why) {
            if (refused) return;
            refused = true;
            ctx.fail(new HttpException(status, why));
        }
    }
}
