package outfitter.server;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import outfitter.models.shop.Catalogues;
import outfitter.models.shop.CurrentCatalogue;
import outfitter.models.shop.Orders;
import outfitter.models.shop.ProductCards;
import outfitter.models.shop.Stocks;
import outfitter.recommender.Recommender;

/** What the shop has to offer, and what goes with it, put together for the parts that show or suggest it. */
record Wares(CurrentCatalogue catalogue, Stocks stocks, ProductCards cards, Orders orders, Recommender recommender) {

    /** @param index where the recommender keeps what it counted and learned */
    static Wares over(Vertx vertx, Pool db, Path index, Clock clock) {
        CurrentCatalogue catalogue = new CurrentCatalogue(new Catalogues(db));
        Stocks stocks = new Stocks(db);
        return new Wares(
                catalogue,
                stocks,
                new ProductCards(catalogue, stocks),
                new Orders(db),
                new Recommender(vertx, db, catalogue, index, clock));
    }

    /** Reads the catalogue and builds the index. */
    Future<Void> load() {
        return catalogue.reload().compose(loaded -> recommender.start());
    }

    /** The same once more, after much has changed. */
    Future<?> readAnew() {
        return catalogue.reload().compose(fresh -> recommender.recount());
    }

    /** Counts orders that were placed or changed elsewhere, by their numbers, as they are now. */
    Future<?> count(List<String> numbers) {
        return orders.byNumbers(numbers).onSuccess(placed -> placed.forEach(recommender.orderFeed()::placed));
    }
}
