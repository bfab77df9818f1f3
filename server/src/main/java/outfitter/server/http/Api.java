package outfitter.server.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.SecurityPolicyHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import outfitter.models.json.Json;

/**
 * The register of all operations: a route is mounted here together with its description, or not at all.
 *
 * <p>Each handler returns a Future of what the {@link Operation} declares; it is written as JSON by {@link Json}. Failures
 * go to the router's failure handler. To be used from one thread while the server is put together.
 */
public final class Api {
    private static final String OPERATION = "outfitter.operation";
    private static final String JSON = "application/json";
    private static final String SHARE = OPERATION + ".share";
    private static final short GOING_AWAY = 1001;
    /** What a body is taken for that is read piece by piece, or whose route reads it itself. */
    private static final long PIECES = 4L << 20;

    private final Router router;
    private final Guard guard;
    private final Capacity capacity;
    private final List<Entry> entries = new ArrayList<>();
    private @Nullable ObjectNode document;
    private @Nullable Buffer written;

    public Api(Router router, Guard guard) {
        this(router, guard, new Capacity());
    }

    Api(Router router, Guard guard, Capacity capacity) {
        this.router = router;
        this.guard = guard;
        this.capacity = capacity;
    }

    public <T> void get(String path, Operation operation, Function<RoutingContext, Future<T>> act) {
        mount(HttpMethod.GET, path, operation, ctx -> respond(ctx, operation, act));
    }

    public <T> void post(String path, Operation operation, Function<RoutingContext, Future<T>> act) {
        mount(HttpMethod.POST, path, operation, ctx -> respond(ctx, operation, act));
    }

    public <T> void put(String path, Operation operation, Function<RoutingContext, Future<T>> act) {
        mount(HttpMethod.PUT, path, operation, ctx -> respond(ctx, operation, act));
    }

    public <T> void patch(String path, Operation operation, Function<RoutingContext, Future<T>> act) {
        mount(HttpMethod.PATCH, path, operation, ctx -> respond(ctx, operation, act));
    }

    public <T> void delete(String path, Operation operation, Function<RoutingContext, Future<T>> act) {
        mount(HttpMethod.DELETE, path, operation, ctx -> respond(ctx, operation, act));
    }

    /** A WebSocket: {@code open} checks and calls {@link #upgrade} at once. Described as a GET that answers 101. */
    public void socket(String path, Operation operation, Handler<RoutingContext> open) {
        mount(HttpMethod.GET, path, operation.returns(101).always(), open);
    }

    /** The socket that {@code ctx} asks for. A stop of the server closes it with 1001, so that clients know to come back. */
    public static Future<ServerWebSocket> upgrade(RoutingContext ctx) {
        return ctx.request()
                .toWebSocket()
                .onSuccess(socket -> socket.shutdownHandler(stop -> socket.close(GOING_AWAY)));
    }

    /** For what is neither JSON nor a socket, a picture or an upload: {@code act} reads and writes by itself. */
    public void raw(HttpMethod method, String path, Operation operation, Handler<RoutingContext> act) {
        mount(method, path, operation, act);
    }

    /** Lets {@code work} of a {@link #raw} route count as under way until it ends, even when its caller is gone before. */
    public static <T> Future<T> during(RoutingContext ctx, Future<T> work) {
        Optional.ofNullable(ctx.<Capacity.Share>get(SHARE)).ifPresent(share -> share.during(work));
        return work;
    }

    /** How many requests are under way: waited for, or left by their callers while their work goes on. */
    public int underWay() {
        return capacity.requests();
    }

    /** The OpenAPI 3.1 document of everything mounted so far. */
    public synchronized ObjectNode document() {
        if (document == null) document = OpenApi.describe(entries);
        return document;
    }

    /** Serves {@link #document} at {@code /openapi.json}. */
    public void mountDocument() {
        // Looking at every shape for the first time takes seconds on a busy machine: not on the event loop.
        router.get(OpenApi.DOCUMENT_PATH)
                .handler(ctx -> ctx.vertx()
                        .executeBlocking(this::written)
                        .onFailure(ctx::fail)
                        .onSuccess(text -> ctx.response()
                                .putHeader(HttpHeaders.CONTENT_TYPE, JSON)
                                .end(text)));
    }

    private synchronized Buffer written() {
        if (written == null) written = Buffer.buffer(document().toString());
        return written;
    }

    /** The router that everything is mounted on. */
    public Router router() {
        return router;
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** The operation that {@code ctx} was routed to, if it was to one of ours. */
    static Optional<Operation> operationOf(RoutingContext ctx) {
        return Optional.ofNullable(ctx.<Operation>get(OPERATION));
    }

    /** Shows {@code body} to who watches; every answer of a declared operation comes by here, also one written by hand. */
    public static void witnessed(RoutingContext ctx, int status, Buffer body) {
        Optional.ofNullable(ctx.<Api>get(OPERATION + ".api"))
                .ifPresent(api -> operationOf(ctx)
                        .ifPresent(operation ->
                                ResponseWitness.all().forEach(witness -> witness.saw(api, operation, status, body))));
    }

    private synchronized void mount(HttpMethod method, String path, Operation operation, Handler<RoutingContext> act) {
        Entry entry = new Entry(method.name(), path, operation);
        if (entries.stream().anyMatch(entry::sameRoute))
            throw new IllegalStateException("mounted twice: " + method + " " + path);
        entries.add(entry);
        document = null;
        written = null;
        Route route = router.route(method, path);
        // Who calls is asked before a byte of the body is read; the type puts it before the body's handler.
        SecurityPolicyHandler admission = ctx -> admit(ctx, operation);
        route.handler(admission);
        operation.body().ifPresent(shape -> route.handler(bodies(operation)));
        route.handler(ctx -> handle(ctx, act));
    }

    private static BodyHandler bodies(Operation operation) {
        return BodyHandler.create(false).setBodyLimit(operation.bodyLimit());
    }

    private void admit(RoutingContext ctx, Operation operation) {
        ctx.put(OPERATION, operation).put(OPERATION + ".api", this);
        if (!operation.isAlways() && !hasRoom(ctx, operation)) {
            ctx.fail(new Unavailable("Too much is waiting here; repeat it in a moment"));
            return;
        }
        if (operation.access() == Access.PUBLIC) {
            ctx.next();
            return;
        }
        ctx.request().pause();
        guard.admit(ctx, operation.access()).onComplete(admitted -> {
            ctx.request().resume();
            if (admitted.succeeded()) ctx.next();
            else ctx.fail(admitted.cause());
        });
    }

    private boolean hasRoom(RoutingContext ctx, Operation operation) {
        long most = operation.body().isPresent() ? operation.bodyLimit() : PIECES;
        Optional<Capacity.Share> share = capacity.take(Math.min(most, announced(ctx, most)));
        share.ifPresent(taken -> {
            ctx.put(SHARE, taken);
            ctx.addEndHandler(ended -> taken.answered());
        });
        return share.isPresent();
    }

    /** How long the body is; {@code most} when its sender does not say. */
    private static long announced(RoutingContext ctx, long most) {
        String length = ctx.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null) return ctx.request().getHeader(HttpHeaders.TRANSFER_ENCODING) == null ? 0 : most;
        try {
            long announced = Long.parseLong(length);
            return announced < 0 ? most : announced;
        } catch (NumberFormatException e) {
            return most;
        }
    }

    private static void handle(RoutingContext ctx, Handler<RoutingContext> act) {
        try {
            act.handle(ctx);
        } catch (RuntimeException e) {
            ctx.fail(e);
        }
    }

    private static <T> void respond(RoutingContext ctx, Operation operation, Function<RoutingContext, Future<T>> act) {
        during(ctx, act.apply(ctx))
                .map(value -> answer(operation, value))
                .onSuccess(answer -> send(ctx, answer))
                .onFailure(ctx::fail);
    }

    private static Answer answer(Operation operation, @Nullable Object value) {
        Answer answer = value instanceof Answer given ? given : new Answer(operation.usualStatus(), value);
        Optional<Class<?>> declared = operation.successes().getOrDefault(answer.status(), Optional.empty());
        Object body = answer.body();
        boolean fits = body == null
                ? declared.isEmpty()
                : declared.isPresent() && declared.get().isInstance(body);
        if (!fits || !operation.successes().containsKey(answer.status())) {
            throw new IllegalStateException("\"" + operation.summary() + "\" does not declare "
                    + (body == null ? "an empty body" : body.getClass().getSimpleName()) + " for " + answer.status());
        }
        return answer;
    }

    private static void send(RoutingContext ctx, Answer answer) {
        if (ctx.response().ended() || ctx.response().closed()) return;
        Object value = answer.body();
        ctx.response().setStatusCode(answer.status());
        // Unless the handler knows better.
        if (!ctx.response().headers().contains(HttpHeaders.CACHE_CONTROL))
            ctx.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (value == null) {
            witnessed(ctx, answer.status(), Buffer.buffer());
            ctx.response().end();
            return;
        }
        Buffer body = Buffer.buffer(Json.bytes(value));
        witnessed(ctx, answer.status(), body);
        ctx.response().putHeader(HttpHeaders.CONTENT_TYPE, JSON).end(body);
    }

    /** One mounted operation; {@code path} as the router writes it, with {@code :name} for a parameter. */
    record Entry(String method, String path, Operation operation) {
        boolean sameRoute(Entry other) {
            return method.equals(other.method) && path.equals(other.path);
        }
    }
}
