package outfitter.server.shop;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.util.function.Supplier;
import outfitter.models.conversation.Conversations;
import outfitter.models.intake.ShopNews;
import outfitter.models.journal.Timeline;
import outfitter.models.shop.Articles;
import outfitter.models.shop.Carts;
import outfitter.models.shop.Catalogue;
import outfitter.models.shop.DeliveryOptions;
import outfitter.models.shop.OrderFeed;
import outfitter.models.shop.Orders;
import outfitter.models.shop.Policies;
import outfitter.models.shop.ProductCards;
import outfitter.models.shop.Reviews;
import outfitter.models.shop.Till;
import outfitter.server.http.Api;
import outfitter.server.site.Site;

/** The shop's side of the server, put together. */
public final class Shop {
    private final ShelfRoutes shelves;
    private final HelpRoutes help;
    private final TermsRoutes terms;
    private final PictureRoutes pictures;
    private final CartRoutes carts;
    private final CheckoutRoutes checkout;
    private final Announcements announcements;
    private final Bulletins bulletins;
    private final boolean sells;

    /**
     * A shop on the tables in {@code db}.
     *
     * @param sells whether its own till is open: only a demonstration's is, as nobody is asked to pay
     */
    public Shop(
            Pool db,
            Supplier<Catalogue> catalogue,
            ProductCards cards,
            Site site,
            Conversations conversations,
            Timeline timeline,
            OrderFeed feed,
            Clock clock,
            boolean sells) {
        this.sells = sells;
        Carts open = new Carts(db);
        Orders orders = new Orders(db);
        announcements = new Announcements(orders, conversations, timeline, feed, clock);
        bulletins = new Bulletins(new ShopNews(db), orders, timeline);
        shelves = new ShelfRoutes(catalogue, cards, new Reviews(db));
        help = new HelpRoutes(new Articles(db));
        DeliveryOptions delivery = new DeliveryOptions(db);
        terms = new TermsRoutes(delivery, new Policies(db));
        pictures = new PictureRoutes(catalogue);
        carts = new CartRoutes(open, catalogue, site, announcements, clock);
        checkout = new CheckoutRoutes(new Till(db), delivery, site, announcements, clock);
        site.visitors().bring((visitor, customer) -> open.absorb(visitor, customer, clock.instant()));
    }

    public void mount(Api api) {
        shelves.mount(api);
        help.mount(api);
        terms.mount(api);
        pictures.mount(api);
        carts.mount(api);
        if (sells) checkout.mount(api);
    }

    /** Tells conversations of orders that were committed when the server was killed before it could tell. */
    public Future<Void> start() {
        return announcements.catchUp().compose(done -> tellNews());
    }

    /** Tells conversations what the outside said of their customers' orders, all that is not told yet. */
    public Future<Void> tellNews() {
        return bulletins.tell();
    }
}
