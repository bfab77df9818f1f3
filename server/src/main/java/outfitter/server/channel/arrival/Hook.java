package outfitter.server.channel.arrival;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.server.channel.Channel;
import outfitter.server.channel.service.Happening;
import outfitter.server.channel.service.PushChannel;
import outfitter.server.http.Api;
import outfitter.server.http.Operation;

/**
 * Where a messaging service calls: {@code /hooks/<id>}. A call is answered when all that it tells is committed, so that the
 * service repeats whatever was not.
 */
final class Hook implements Channel {
    /** Services send batches; WhatsApp's largest is 3 MB. */
    static final int BODY_BYTES = 3 * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(Hook.class);

    private final PushChannel channel;
    private final Arrivals arrivals;

    Hook(PushChannel channel, Arrivals arrivals) {
        this.channel = channel;
        this.arrivals = arrivals;
    }

    @Override
    public String id() {
        return channel.id();
    }

    @Override
    public void mount(Api api) {
        String path = "/hooks/" + channel.id();
        api.raw(
                HttpMethod.GET,
                path,
                Operation.of("Answers " + channel.name() + "'s handshake")
                        .returnsMedia("text/plain")
                        .fails(403, "the verify token is not ours"),
                this::greet);
        api.raw(
                HttpMethod.POST,
                path,
                Operation.of("Takes what customers write by " + channel.name())
                        .returns(200)
                        .fails(400, "the body is none of " + channel.name() + "'s")
                        .fails(403, "the signature is missing or wrong")
                        .fails(413, "the body is too large")
                        .fails(503, "not everything could be stored: send it again"),
                this::take);
    }

    private void greet(RoutingContext ctx) {
        Optional<String> answer = channel.greet(ctx.request().params());
        if (answer.isEmpty()) throw new HttpException(403, "The verify token is not ours");
        ctx.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
                .end(answer.get());
    }

    private void take(RoutingContext ctx) {
        read(ctx)
                .compose(body -> Api.during(ctx, take(ctx, body)))
                .onSuccess(done -> {
                    Api.witnessed(ctx, 200, Buffer.buffer());
                    ctx.response().end();
                })
                .onFailure(ctx::fail);
    }

    // The signature is over the bytes as they came, so nothing may read them before.
    private static Future<Buffer> read(RoutingContext ctx) {
        HttpServerRequest request = ctx.request();
        Buffer body = Buffer.buffer();
        Promise<Buffer> read = Promise.promise();
        request.exceptionHandler(read::tryFail);
        request.handler(chunk -> {
            if (body.length() + chunk.length() > BODY_BYTES) {
                read.tryFail(new HttpException(413, "The body is too large"));
            } else {
                body.appendBuffer(chunk);
            }
        });
        request.endHandler(end -> read.tryComplete(body));
        return read.future();
    }

    private Future<Void> take(RoutingContext ctx, Buffer body) {
        if (!channel.isGenuine(ctx.request().headers(), body)) {
            LOG.warn("hook refused channel={} cause=signature bytes={}", channel.id(), body.length());
            throw new HttpException(403, "The signature is missing or wrong");
        }
        return arrivals.take(channel, happenings(body));
    }

    private List<Happening> happenings(Buffer body) {
        try {
            return channel.read(body);
        } catch (IllegalArgumentException e) {
            LOG.warn("hook refused channel={} cause={} bytes={}", channel.id(), e.getMessage(), body.length());
            throw new HttpException(400, "The body is none of " + channel.name() + "'s");
        }
    }
}
