package outfitter.recommender;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import outfitter.models.conversation.Conversation;
import outfitter.models.conversation.ConversationState;
import outfitter.models.customer.CustomerId;
import outfitter.models.shop.Cart;
import outfitter.models.shop.CartLine;
import outfitter.models.shop.Carts;
import outfitter.models.shop.Catalogue;
import outfitter.models.shop.Orders;
import outfitter.models.shop.OwnedProduct;
import outfitter.models.shop.Product;
import outfitter.models.shop.Returns;
import outfitter.recommender.ranking.Situation;
import outfitter.recommender.visit.Visits;

/**
 * Puts together what is known of a customer now: three reads side by side, one more of strangers, the rest is in the
 * conversation's state.
 */
final class SituationReader {
    /** A product that was declined stays away for so long. */
    static final Duration DECLINED_FOR = Duration.ofDays(30);

    private final Orders orders;
    private final Returns returns;
    private final Carts carts;
    private final Visits viewed;
    private final SegmentReader segments;
    private final Supplier<Catalogue> catalogue;

    SituationReader(Pool db, Supplier<Catalogue> catalogue, Visits viewed, SegmentReader segments) {
        this.segments = segments;
        this.viewed = viewed;
        orders = new Orders(db);
        returns = new Returns(db);
        carts = new Carts(db);
        this.catalogue = catalogue;
    }

    /** The situation of whoever leads this conversation. */
    Future<Situation> of(Conversation conversation, Instant now) {
        ConversationState state = conversation.state();
        Set<String> problems = state.problems().stream()
                .flatMap(problem -> Stream.ofNullable(problem.product()))
                .collect(Collectors.toSet());
        return of(conversation.customer(), state.mentioned(), problems, declinedLately(state, now), now);
    }

    /** The situation of a customer who looks at {@code products}. */
    Future<Situation> of(CustomerId customer, List<String> products, Set<String> declined, Instant now) {
        return of(customer, products, Set.of(), declined, now);
    }

    private Future<Situation> of(
            CustomerId customer, List<String> products, Set<String> problems, Set<String> declined, Instant now) {
        Future<List<OwnedProduct>> kept = orders.keptBy(customer);
        Future<List<Returns.CameBack>> back = returns.cameBackFrom(customer);
        Future<List<String>> cart =
                carts.open(customer).map(open -> open.map(this::productsIn).orElse(List.of()));
        return Future.all(kept, back, cart)
                .map(all -> new Situation(
                        products,
                        viewed.of(customer),
                        Stream.concat(cart.result().stream(), viewed.cartOf(customer).stream())
                                .distinct()
                                .toList(),
                        kept.result().stream()
                                .map(owned -> new Situation.Purchase(owned.product(), owned.at(), owned.times()))
                                .toList(),
                        back.result().stream()
                                .filter(Returns.CameBack::faulty)
                                .map(Returns.CameBack::product)
                                .collect(Collectors.toSet()),
                        troubled(problems, back.result(), kept.result()),
                        declined,
                        UsualSizes.of(kept.result(), catalogue.get()),
                        now))
                .map(situation -> situation.with(viewed.next(situation.looked())))
                .compose(situation -> situation.isStranger()
                        ? segments.ofStranger(customer).map(situation::of)
                        : Future.succeededFuture(situation));
    }

    // What came back and was bought again since is in no trouble.
    private static Set<String> troubled(Set<String> problems, List<Returns.CameBack> back, List<OwnedProduct> kept) {
        Set<String> troubled = new HashSet<>();
        back.forEach(each -> troubled.add(each.product()));
        kept.forEach(owned -> troubled.remove(owned.product()));
        troubled.addAll(problems);
        return troubled;
    }

    private List<String> productsIn(Cart cart) {
        Catalogue now = catalogue.get();
        return cart.lines().stream()
                .map(CartLine::sku)
                .flatMap(sku -> now.productOf(sku).stream())
                .map(Product::id)
                .distinct()
                .toList();
    }

    private static Set<String> declinedLately(ConversationState state, Instant now) {
        return state.declined().entrySet().stream()
                .filter(declined -> declined.getValue().plus(DECLINED_FOR).isAfter(now))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
