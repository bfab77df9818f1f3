package outfitter.server.channel;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import outfitter.models.account.AuditLog;
import outfitter.models.conversation.Conversations;
import outfitter.models.customer.Customers;
import outfitter.models.delivery.Deliveries;
import outfitter.models.delivery.Outbox;
import outfitter.models.journal.News;
import outfitter.models.journal.Timeline;
import outfitter.models.shop.Catalogue;
import outfitter.models.shop.Product;
import outfitter.models.shop.ProductCards;

/** The messaging services put together: their hooks, and what brings replies to them. */
public final class Post {
    private final List<PushChannel> services;
    private final Arrivals arrivals;
    private final Deliverer deliverer;

    /** @param base where our pages are found by anybody, 'https://chat.shop.example'; null when nobody said */
    public Post(
            Vertx vertx,
            Pool db,
            List<PushChannel> services,
            Reception reception,
            Words words,
            Conversations conversations,
            Timeline timeline,
            News news,
            DeliveryNews deliveryNews,
            Supplier<Catalogue> catalogue,
            ProductCards cards,
            MeterRegistry meters,
            @Nullable String base,
            Clock clock) {
        this.services = List.copyOf(services);
        Deliveries deliveries = new Deliveries(db);
        DeliveryDesk desk = new DeliveryDesk(timeline, deliveries, deliveryNews, new AuditLog(db, clock));
        Newcomers newcomers = new Newcomers(conversations, new Customers(db), timeline, clock);
        arrivals = new Arrivals(
                reception,
                timeline,
                newcomers,
                (channel, thing) -> Future.succeededFuture(null),
                deliveries,
                desk,
                words,
                name -> title(catalogue.get(), name),
                clock);
        deliverer = new Deliverer(
                vertx,
                services,
                new Outbox(db),
                deliveries,
                conversations,
                new Renderer(cards, words, base),
                desk,
                news,
                meters,
                clock);
    }

    private static Optional<String> title(Catalogue catalogue, String skuOrId) {
        return catalogue.product(skuOrId).or(() -> catalogue.productOf(skuOrId)).map(Product::title);
    }

    /** What is to be mounted: one hook a service. */
    public List<Channel> hooks() {
        return services.stream()
                .<Channel>map(service -> new Hook(service, arrivals))
                .toList();
    }

    /** Picks up replies that were left when the server stopped. */
    public Future<Void> start() {
        return deliverer.start();
    }

    public void close() {
        deliverer.close();
    }
}
