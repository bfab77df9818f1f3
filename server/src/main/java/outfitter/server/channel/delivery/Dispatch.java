package outfitter.server.channel.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import outfitter.models.account.AuditLog;
import outfitter.models.delivery.Deliveries;
import outfitter.models.delivery.Outbox;
import outfitter.models.shop.ProductCards;
import outfitter.server.channel.Words;
import outfitter.server.channel.service.Happening;
import outfitter.server.channel.service.PushChannel;
import outfitter.server.core.Core;

/** Everything that brings replies to messaging services, put together. */
public final class Dispatch {
    private final Deliverer deliverer;
    private final DeliveryDesk desk;

    /** @param base where our pages are found by anybody, 'https://chat.shop.example'; empty when nobody said */
    public Dispatch(
            List<PushChannel> services,
            Core core,
            Optional<String> base,
            Words words,
            ProductCards products,
            ReplyTracks tracks,
            MeterRegistry meters) {
        tracks.serve(services);
        Deliveries deliveries = new Deliveries(core.db());
        Outbox outbox = new Outbox(core.db());
        OutboxGauges gauges = new OutboxGauges(outbox, meters, core.clock());
        desk = new DeliveryDesk(core.timeline(), deliveries, tracks, new AuditLog(core.db(), core.clock()));
        Pausing pausing = new Pausing(services.stream().map(PushChannel::id).collect(Collectors.toSet()), core.clock());
        Renderer renderer = new Renderer(products, words, base.orElse(null));
        Courier courier =
                new Courier(outbox, deliveries, core.conversations(), renderer, desk, pausing, gauges, core.clock());
        deliverer = new Deliverer(
                core.vertx(),
                services,
                outbox,
                deliveries,
                courier,
                pausing,
                core.news(),
                gauges,
                core.clock(),
                core.alone());
    }

    /** Picks up what was left when the server stopped, and follows the news from then on. */
    public Future<Void> start() {
        return deliverer.start();
    }

    /** A service says how far a part has come that it took; completes when that is stored. */
    public Future<Void> told(PushChannel channel, Happening.Told told) {
        return desk.told(channel, told);
    }

    public void close() {
        deliverer.close();
    }
}
