package outfitter.server.channel.directline;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.models.json.Json;
import outfitter.server.http.Api;
import outfitter.server.http.Failures;
import outfitter.server.http.Unavailable;
import outfitter.server.site.Visitors;

/**
 * Tells Direct Line clients what went wrong in their own terms: 403 lets them get a new token, 5xx lets them try again, and
 * any other 4xx ends the matter.
 */
final class DirectLineErrors implements Handler<RoutingContext> {
    private static final Logger LOG = LoggerFactory.getLogger(DirectLineErrors.class);

    @Override
    public void handle(RoutingContext ctx) {
        HttpServerResponse response = ctx.response();
        if (response.ended() || response.closed()) return;
        int status = status(ctx);
        Unavailable.advise(response, status);
        response.setStatusCode(status)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
        if (status == 413) response.putHeader(HttpHeaders.CONNECTION, "close");
        Buffer body = Buffer.buffer(Json.write(DirectLineError.of(status, message(ctx, status))));
        Api.witnessed(ctx, status, body);
        response.end(body);
    }

    private static int status(RoutingContext ctx) {
        Throwable failure = ctx.failure();
        if (failure instanceof HttpException http) return http.getStatusCode() == 401 ? 403 : http.getStatusCode();
        if (failure instanceof Visitors.NotTheirs) return 403;
        if (failure != null && Unavailable.isCauseOf(failure)) return 503;
        if (failure != null) {
            LOG.error("direct line request failed {}", Failures.describe(failure));
            return 500;
        }
        return ctx.statusCode() > 0 ? ctx.statusCode() : 500;
    }

    private static String message(RoutingContext ctx, int status) {
        Throwable failure = ctx.failure();
        if (failure instanceof HttpException http && http.getPayload() != null) return http.getPayload();
        if (failure != null && Unavailable.isCauseOf(failure)) return Unavailable.words(failure);
        String words = failure instanceof Visitors.NotTheirs ? failure.getMessage() : null;
        return words == null ? HttpResponseStatus.valueOf(status).reasonPhrase() : words;
    }
}
