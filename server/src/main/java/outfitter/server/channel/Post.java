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
import outfitter.models.journal.Merges;
import outfitter.models.journal.News;
import outfitter.models.journal.Timeline;
import outfitter.models.media.MediaFiles;
import outfitter.models.proof.OneTimeCodes;
import outfitter.models.shop.Catalogue;
import outfitter.models.shop.Product;
import outfitter.models.shop.ProductCards;
import outfitter.server.http.Api;
import outfitter.server.site.Site;

/** The messaging services put together: their hooks, and what brings replies to them. */
public final class Post {
    private final List<PushChannel> services;
    private final Arrivals arrivals;
    private final Deliverer deliverer;
    private final Enclosures enclosures;
    private final MediaRoutes media;
    private final PhoneRoutes phones;

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
            Merges merges,
            Site site,
            ReplyTracks tracks,
            Supplier<Catalogue> catalogue,
            ProductCards cards,
            MeterRegistry meters,
            @Nullable String base,
            Clock clock) {
        this.services = List.copyOf(services);
        Deliveries deliveries = new Deliveries(db);
        DeliveryDesk desk = new DeliveryDesk(timeline, deliveries, tracks, new AuditLog(db, clock));
        tracks.serve(services);
        MediaFiles files = new MediaFiles(db);
        media = new MediaRoutes(files);
        enclosures = new Enclosures(vertx, files, services, clock);
        Reunion reunion = new Reunion(services, conversations, timeline, merges, site.visitors(), clock);
        site.visitors().reunite(reunion);
        phones = new PhoneRoutes(
                site, services, new OneTimeCodes(db, clock), conversations, timeline, reunion, words, clock);
        Newcomers newcomers = new Newcomers(conversations, new Customers(db), timeline, clock);
        arrivals = new Arrivals(
                reception,
                timeline,
                newcomers,
                enclosures,
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

    /** Mounts what belongs to no single service. */
    public void mount(Api api) {
        media.mount(api);
        phones.mount(api);
    }

    /** Picks up replies and files that were left when the server stopped. */
    public Future<Void> start() {
        return deliverer.start().onSuccess(started -> enclosures.wake());
    }

    public void close() {
        deliverer.close();
        enclosures.close();
    }
}
