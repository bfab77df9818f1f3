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

/** Puts together what is known of a customer now: three reads side by side, the rest is in the conversation's state. */
final class SituationReader {
    /** A product that was declined stays away for so long. */
    static final Duration DECLINED_FOR = Duration.ofDays(30);

    private final Orders orders;
    private final Returns returns;
    private final Carts carts;
    private final Supplier<Catalogue> catalogue;

    SituationReader(Pool db, Supplier<Catalogue> catalogue) {
        orders = new Orders(db);
        returns = new Returns(db);
        carts = new Carts(db);
        this.catalogue = catalogue;
    }

    /** The situation of whoever leads this conversation. */
    Future<Situation> of(Conversation conversation, Instant now) {
        ConversationState state = conversation.state();
        return of(conversation.customer(), state.mentioned(), declinedLately(state, now), now);
    }

    /** The situation of a customer who looks at {@code products}. */
    Future<Situation> of(CustomerId customer, List<String> products, Set<String> declined, Instant now) {
        Future<List<OwnedProduct>> kept = orders.keptBy(customer);
        Future<List<String>> faulty = returns.faultyOf(customer);
        Future<List<String>> cart =
                carts.open(customer).map(open -> open.map(this::productsIn).orElse(List.of()));
        return Future.all(kept, faulty, cart)
                .map(all -> new Situation(
                        products,
                        cart.result(),
                        kept.result().stream()
                                .map(owned -> new Situation.Purchase(owned.product(), owned.at(), owned.times()))
                                .toList(),
                        new HashSet<>(faulty.result()),
                        declined,
                        UsualSizes.of(kept.result(), catalogue.get()),
                        now));
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
