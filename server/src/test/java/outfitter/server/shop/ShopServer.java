package outfitter.server.shop;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import outfitter.models.account.Role;
import outfitter.models.conversation.Conversation;
import outfitter.models.conversation.Conversations;
import outfitter.models.conversation.Entry;
import outfitter.models.conversation.EntryBody;
import outfitter.models.customer.Customers;
import outfitter.models.demo.DemoShop;
import outfitter.models.journal.Merges;
import outfitter.models.journal.News;
import outfitter.models.journal.Timeline;
import outfitter.models.secret.Secrets;
import outfitter.models.shop.Catalogues;
import outfitter.models.shop.CurrentCatalogue;
import outfitter.models.shop.Order;
import outfitter.models.shop.ProductCards;
import outfitter.models.shop.Stocks;
import outfitter.server.http.Access;
import outfitter.server.http.Api;
import outfitter.server.http.ProblemHandler;
import outfitter.server.http.SecurityHeaders;
import outfitter.server.site.Site;
import outfitter.server.site.SiteConfig;
import outfitter.server.site.Visitors;
import outfitter.server.staff.DemoAccounts;

/** The shop's routes on a free port, over the demo shop. */
final class ShopServer {
    static final DemoAccounts.DemoAccount ANA =
            new DemoAccounts.DemoAccount("ana", "secret of today", "Ana", Role.AGENT);

    final Vertx vertx = Vertx.vertx();
    final Pool db;
    final Queue<Order> heard = new ConcurrentLinkedQueue<>();
    final Shop shop;
    private final Conversations conversations;
    private final Timeline timeline;
    private final HttpServer server;

    ShopServer(PgConnectOptions database) throws Exception {
        Clock clock = Clock.systemUTC();
        db = PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(8))
                .connectingTo(database)
                .using(vertx)
                .build();
        new DemoShop(vertx, db, clock).openIfEmpty().await(60, SECONDS);
        conversations = new Conversations(db);
        timeline = new Timeline(vertx, database, conversations, new News(), clock);
        Merges merges = new Merges(db, timeline, clock);
        Visitors visitors = new Visitors(conversations, new Customers(db), timeline, merges, clock);
        Site site = Site.open(SiteConfig.NONE, true, new Secrets(db, clock), visitors, clock)
                .await(10, SECONDS);
        CurrentCatalogue catalogue = new CurrentCatalogue(new Catalogues(db));
        catalogue.reload().await(10, SECONDS);
        ProductCards cards = new ProductCards(catalogue, new Stocks(db));
        shop = new Shop(db, catalogue, cards, site, conversations, timeline, heard::add, clock, true);
        server = listen(site);
    }

    private HttpServer listen(Site site) throws Exception {
        Router router = Router.router(vertx);
        router.route().handler(new SecurityHeaders());
        Api api = new Api(
                router,
                (ctx, needed) -> needed == Access.VISITOR
                        ? site.admit(ctx)
                        : Future.failedFuture(new IllegalStateException("nobody else calls here")));
        site.mount(api);
        shop.mount(api);
        new DemoRoutes(site.identities(), () -> List.of(ANA)).mount(api);
        new ProblemHandler().mount(router);
        return vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .await(10, SECONDS);
    }

    int port() {
        return server.actualPort();
    }

    Conversation conversation(String visitor) throws Exception {
        return conversations.byAddress("site:" + visitor).await(5, SECONDS).orElseThrow();
    }

    /** What a visitor's conversation was told, oldest first. */
    List<EntryBody> told(String visitor) throws Exception {
        return conversations.entries(conversation(visitor).id(), 0, 100).await(5, SECONDS).stream()
                .map(Entry::body)
                .toList();
    }

    int stock(String sku) throws Exception {
        return db.preparedQuery("SELECT quantity FROM stock WHERE sku = $1")
                .execute(Tuple.of(sku))
                .map(rows -> rows.iterator().next().getInteger(0))
                .await(5, SECONDS);
    }

    void setStock(String sku, int quantity) throws Exception {
        db.preparedQuery("UPDATE stock SET quantity = $2 WHERE sku = $1")
                .execute(Tuple.of(sku, quantity))
                .await(5, SECONDS);
    }

    void close() throws Exception {
        server.close().await(10, SECONDS);
        timeline.close().await(10, SECONDS);
        db.close().await(10, SECONDS);
        vertx.close().await(10, SECONDS);
    }
}
