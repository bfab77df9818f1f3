package outfitter.bot.routine;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outfitter.models.customer.CustomerId;
import outfitter.models.proof.Attempt;
import outfitter.models.proof.Verdict;
import outfitter.models.shop.Catalogue;
import outfitter.models.shop.DeliveryOption;
import outfitter.models.shop.OpeningHours;
import outfitter.models.shop.Order;
import outfitter.models.shop.ReturnPolicy;
import outfitter.models.shop.ReturnReason;
import outfitter.models.shop.ReturnStart;
import outfitter.models.shop.Stock;
import outfitter.recommender.Found;
import outfitter.recommender.Wish;
import outfitter.recommender.ranking.Suggestions;

/** The shop as routines see it: facts to read, and the acts they may perform. */
public interface Shop {
    Catalogue catalogue();

    Future<Optional<Order>> order(String number);

    /** A customer's own orders, newest first. */
    Future<List<Order>> ordersOf(CustomerId customer, int limit);

    /** Counts a try at proving an order, and says what came of it. */
    Future<Verdict> attempt(Attempt attempt, Instant now);

    Future<List<DeliveryOption>> deliveryTo(String country);

    Future<ReturnPolicy> returnPolicy();

    /** When people answer. */
    Future<OpeningHours> openingHours();

    /** Starts a return, once for each line; the same cause again is told the same. */
    Future<ReturnStart> startReturn(
            String order, int line, int quantity, ReturnReason reason, Instant now, String cause);

    /** Stock by sku of these products. */
    Future<Map<String, Stock>> stockOf(Collection<String> products);

    Future<List<Found>> find(Wish wish);

    Future<Suggestions> goesWith(CustomerId customer, List<String> products);
}
