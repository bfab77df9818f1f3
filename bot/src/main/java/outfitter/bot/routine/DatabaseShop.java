package outfitter.bot.routine;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.models.customer.CustomerId;
import outfitter.models.intake.OrderNews;
import outfitter.models.proof.Attempt;
import outfitter.models.proof.ProofAttempts;
import outfitter.models.proof.Verdict;
import outfitter.models.shop.Catalogue;
import outfitter.models.shop.DeliveryOption;
import outfitter.models.shop.DeliveryOptions;
import outfitter.models.shop.OpeningHours;
import outfitter.models.shop.Order;
import outfitter.models.shop.Orders;
import outfitter.models.shop.Policies;
import outfitter.models.shop.ReturnPolicy;
import outfitter.models.shop.ReturnReason;
import outfitter.models.shop.ReturnStart;
import outfitter.models.shop.Returns;
import outfitter.models.shop.Stock;
import outfitter.models.shop.Stocks;
import outfitter.recommender.Found;
import outfitter.recommender.Recommender;
import outfitter.recommender.Wish;
import outfitter.recommender.ranking.Suggestions;

/** The shop in its tables, with the recommender beside it. */
public final class DatabaseShop implements Shop {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseShop.class);

    private final Supplier<Catalogue> catalogue;
    private final Orders orders;
    private final ProofAttempts proofs;
    private final DeliveryOptions deliveries;
    private final Policies policies;
    private final Returns returns;
    private final OrderNews news;
    private final Stocks stocks;
    private final Recommender recommender;

    public DatabaseShop(Pool db, Supplier<Catalogue> catalogue, Recommender recommender) {
        this.catalogue = catalogue;
        this.recommender = recommender;
        orders = new Orders(db);
        proofs = new ProofAttempts(db);
        deliveries = new DeliveryOptions(db);
        policies = new Policies(db);
        returns = new Returns(db);
        news = new OrderNews(db);
        stocks = new Stocks(db);
    }

    @Override
    public Catalogue catalogue() {
        return catalogue.get();
    }

    @Override
    public Future<Optional<Order>> order(String number) {
        return orders.byNumber(number);
    }

    @Override
    public Future<List<Order>> ordersOf(CustomerId customer, int limit) {
        return orders.ofCustomer(customer, limit);
    }

    @Override
    public Future<Verdict> attempt(Attempt attempt, Instant now) {
        return proofs.attempt(attempt, now);
    }

    @Override
    public Future<List<DeliveryOption>> deliveryTo(String country) {
        return deliveries.to(country);
    }

    @Override
    public Future<ReturnPolicy> returnPolicy() {
        return policies.returns();
    }

    @Override
    public Future<OpeningHours> openingHours() {
        return policies.openingHours();
    }

    @Override
    public Future<ReturnStart> startReturn(
            String order, int line, int quantity, ReturnReason reason, Instant now, String cause) {
        return returns.start(order, line, quantity, reason, now, cause)
                .onSuccess(start -> news.changed(order)
                        .onFailure(failure -> LOG.warn("return not told to those who count orders", failure)));
    }

    @Override
    public Future<Map<String, Stock>> stockOf(Collection<String> products) {
        return stocks.ofProducts(products);
    }

    @Override
    public Future<List<Found>> find(Wish wish) {
        return recommender.find(wish);
    }

    @Override
    public Future<Suggestions> goesWith(CustomerId customer, List<String> products) {
        return recommender.goesWith(customer, products);
    }
}
