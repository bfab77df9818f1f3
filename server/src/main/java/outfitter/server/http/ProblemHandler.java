package outfitter.server.http;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.models.json.Json;

/**
 * Turns failures into RFC 9457 problems, or into a small page where a person is looking.
 *
 * <p>It knows {@link HttpException}, whose payload becomes the detail, and the bare status of {@code ctx.fail(404)};
 * anything else is a 500 without detail, logged. Never logs a body, a query or a message that may hold a customer's words.
 */
public final class ProblemHandler implements Handler<RoutingContext> {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);
    private static final List<String> MACHINE_PATHS =
            List.of("/api", "/v3", "/health", "/hooks", "/metrics", "/openapi.json");
    private static final List<Integer> UNROUTED = List.of(400, 404, 405, 406, 413, 414, 415, 500);

    /** Mounts itself last on {@code router}, for every route and for paths that no route matches. */
    public void mount(Router router) {
        router.route().failureHandler(this);
        UNROUTED.forEach(status -> router.errorHandler(status, this));
    }

    @Override
    public void handle(RoutingContext ctx) {
        HttpServerResponse response = ctx.response();
        if (response.ended() || response.closed()) return;
        if (response.headWritten()) {
            response.reset();
            return;
        }
        Problem problem = problem(ctx);
        Unavailable.advise(response, problem.status());
        response.setStatusCode(problem.status()).putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (isMachine(ctx.request().path())) {
            Buffer body = Buffer.buffer(Json.write(problem));
            Api.witnessed(ctx, problem.status(), body);
            response.putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE).end(body);
        } else {
            response.putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
                    .end(page(problem));
        }
    }

    private static Problem problem(RoutingContext ctx) {
        Throwable failure = ctx.failure();
        if (failure instanceof HttpException http) return problem(http.getStatusCode(), http.getPayload());
        if (failure != null && Unavailable.isCauseOf(failure)) return problem(503, Unavailable.words(failure));
        if (failure != null) {
            LOG.error("request failed operation=\"{}\" {}", operation(ctx), Failures.describe(failure));
            return problem(500, null);
        }
        int status = ctx.statusCode() > 0 ? ctx.statusCode() : 500;
        return problem(status, status == 413 ? tooLarge(ctx) : null);
    }

    private static Problem problem(int status, @Nullable String detail) {
        return Problem.of(status, HttpResponseStatus.valueOf(status).reasonPhrase(), detail);
    }

    private static @Nullable String tooLarge(RoutingContext ctx) {
        return Api.operationOf(ctx)
                .map(operation -> "The body is larger than " + operation.bodyLimit() / 1024 + " KiB")
                .orElse(null);
    }

    /** What was asked for, never the path itself: that may hold an order number or a name. */
    private static String operation(RoutingContext ctx) {
        return Api.operationOf(ctx).map(Operation::summary).orElse("none");
    }

    private static boolean isMachine(@Nullable String path) {
        return path == null
                || MACHINE_PATHS.stream().anyMatch(each -> path.equals(each) || path.startsWith(each + "/"));
    }

    /** Nothing of the request stands in it, so nothing needs escaping. */
    private static String page(Problem problem) {
        String words = problem.status() == 404 ? "There is no such page" : problem.title();
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%1$s</title>
                </head>
                <body><main><h1>%1$s</h1><p><a href="/">To the shop</a></p></main></body>
                </html>
                """.formatted(words);
    }
}
