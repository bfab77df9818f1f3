package outfitter.server.shopify;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.HttpException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.models.inbox.Letterbox;
import outfitter.server.http.Api;
import outfitter.server.http.Operation;

/**
 * Where Shopify posts. It hears 200 once what it said is durable, 401 for a wrong signature, 400 for what no Shopify sends,
 * and 503 when it should come again; what is done with it comes later and never keeps it waiting.
 */
final class ShopifyHook {
    private static final Logger LOG = LoggerFactory.getLogger(ShopifyHook.class);
    private static final int LARGEST = 4 << 20;
    private static final String RETRY_SECONDS = "30";

    private final Signatures signatures;
    private final boolean connected;
    private final Letterbox letterbox;
    private final Clock clock;

    ShopifyHook(List<String> secrets, Letterbox letterbox, Clock clock) {
        signatures = new Signatures(secrets);
        connected = !secrets.isEmpty();
        this.letterbox = letterbox;
        this.clock = clock;
    }

    void mount(Api api) {
        Operation take = Operation.of("Takes a webhook of Shopify's")
                .returns(200)
                .fails(401, "the signature is wrong")
                .fails(413, "the body is too large")
                .fails(503, "the shop is not connected here, or too much is waiting");
        BodyHandler bodies = BodyHandler.create(false).setBodyLimit(LARGEST);
        api.router().route(HttpMethod.POST, "/hooks/shopify").handler(bodies);
        api.raw(HttpMethod.POST, "/hooks/shopify", take, this::take);
    }

    private void take(RoutingContext ctx) {
        Api.during(ctx, keep(ctx)).onSuccess(kept -> answer(ctx)).onFailure(failure -> refuse(ctx, failure));
    }

    private Future<Void> keep(RoutingContext ctx) {
        Instant now = clock.instant();
        Envelope envelope = Envelope.read(ctx.request().headers(), now);
        if (!connected) throw new HttpException(503, ShopifyConfig.SECRET + " is not set");
        Buffer body = ctx.body().buffer() == null ? Buffer.buffer() : ctx.body().buffer();
        if (!signatures.isSigned(body, envelope.signature())) {
            LOG.warn(
                    "webhook refused topic={} id={}: wrong signature, see {}",
                    envelope.topic(),
                    envelope.id(),
                    ShopifyConfig.SECRET);
            throw new HttpException(401, "The signature is not one of ours");
        }
        if (!Topics.isKnown(envelope.topic())) {
            LOG.debug("webhook passed over topic={} id={}", envelope.topic(), envelope.id());
            return Future.succeededFuture();
        }
        return letterbox.post(envelope.with(body, now));
    }

    private static void answer(RoutingContext ctx) {
        Api.witnessed(ctx, 200, Buffer.buffer());
        ctx.response()
                .setStatusCode(200)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end();
    }

    private static void refuse(RoutingContext ctx, Throwable failure) {
        if (failure instanceof HttpException) {
            ctx.fail(failure);
            return;
        }
        // Whatever keeps it from being durable passes: Shopify comes again for hours.
        LOG.warn(
                "webhook not kept, Shopify is asked to repeat it: {}",
                failure.getClass().getSimpleName());
        ctx.response().putHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        ctx.fail(new HttpException(503, "It could not be kept; repeat it later"));
    }
}
