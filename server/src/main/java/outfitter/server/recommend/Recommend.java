package outfitter.server.recommend;

import io.vertx.ext.web.RoutingContext;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.util.function.Function;
import java.util.function.Supplier;
import outfitter.models.account.Account;
import outfitter.models.conversation.Conversations;
import outfitter.models.customer.Customers;
import outfitter.models.shop.Catalogue;
import outfitter.recommender.Recommender;
import outfitter.server.http.Api;

/** Everything that is asked of the recommender over HTTP beside the desk's panel and the studio's lists. */
public final class Recommend {
    private final ListRoutes lists;
    private final EventRoutes events;
    private final WhyRoutes why;
    private final TodoRoutes todos;
    private final RankingRoutes ranking;

    /**
     * The routes.
     *
     * @param signedIn who sent a request of staff
     * @param key names the program that sent a request with a key
     */
    public Recommend(
            Recommender recommender,
            Supplier<Catalogue> catalogue,
            Conversations conversations,
            Pool db,
            Clock clock,
            Function<RoutingContext, Account> signedIn,
            Function<RoutingContext, String> key) {
        Customers customers = new Customers(db);
        lists = new ListRoutes(recommender, catalogue, customers, clock, new KeyLimit(key));
        events = new EventRoutes(recommender.visits(), catalogue, customers, clock);
        why = new WhyRoutes(recommender, catalogue, conversations, clock);
        todos = new TodoRoutes(recommender, catalogue, clock, signedIn);
        ranking = new RankingRoutes(recommender, db, clock, signedIn);
    }

    public void mount(Api api) {
        lists.mount(api);
        events.mount(api);
        why.mount(api);
        todos.mount(api);
        ranking.mount(api);
    }
}
