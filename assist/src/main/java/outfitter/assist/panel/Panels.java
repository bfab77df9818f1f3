package outfitter.assist.panel;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.assist.briefing.Briefer;
import outfitter.models.conversation.Conversation;
import outfitter.models.conversation.ConversationId;
import outfitter.models.conversation.Conversations;
import outfitter.models.conversation.Entry;
import outfitter.models.conversation.Episodes;
import outfitter.models.conversation.Proof;
import outfitter.models.customer.Customer;
import outfitter.models.customer.Customers;
import outfitter.models.shop.Cart;
import outfitter.models.shop.Carts;
import outfitter.models.shop.Catalogue;
import outfitter.models.shop.Money;
import outfitter.models.shop.Order;
import outfitter.models.shop.Orders;
import outfitter.models.shop.Product;
import outfitter.models.shop.Spending;

/**
 * Puts panels together, all parts side by side. Fails only if the history or the customer's file does; any other part
 * that is slow or broken is empty. Thread-safe.
 */
public final class Panels {
    private static final Logger LOG = LoggerFactory.getLogger(Panels.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int RECENT = 200;
    private static final int ORDERS = 20;
    private static final int EPISODES = 20;
    private static final String CURRENCY = "GBP";

    private final Conversations conversations;
    private final Customers customers;
    private final Episodes episodes;
    private final Orders orders;
    private final Carts carts;
    private final Supplier<Catalogue> catalogue;
    private final Showcase showcase;

    public Panels(Pool db, Conversations conversations, Supplier<Catalogue> catalogue, Showcase showcase) {
        this.conversations = conversations;
        this.catalogue = catalogue;
        this.showcase = showcase;
        customers = new Customers(db);
        episodes = new Episodes(db);
        orders = new Orders(db);
        carts = new Carts(db);
    }

    /** The panel that {@code account} is about to see; of the survivor when {@code id} was absorbed. Empty when unknown. */
    public Future<Optional<Panel>> of(ConversationId id, long account) {
        return conversations.find(id).compose(found -> {
            if (found.isEmpty()) return Future.succeededFuture(Optional.empty());
            Conversation now = found.get();
            if (now.mergedInto() != null) return of(now.mergedInto(), account);
            return showcase.show(now, account, Showcase.BLINK)
                    .compose(offers -> of(now, offers))
                    .map(Optional::of);
        });
    }

    /** The panel beside {@code now}, with suggestions that were computed before. */
    Future<Panel> of(Conversation now, Offers offers) {
        Future<Customer> customer = customers.find(now.customer()).map(Optional::orElseThrow);
        Future<List<Entry>> recent = conversations.entriesBefore(now.id(), Long.MAX_VALUE, RECENT);
        Future<List<Order>> bought = orElse(ordersOf(now), List.of(), "orders");
        Future<Spending> spent = orElse(
                orders.spendingOf(now.customer(), currency()),
                new Spending(0, new Money(0, currency()), null),
                "spending");
        Future<Optional<Cart>> cart = orElse(carts.open(now.customer()), Optional.empty(), "cart");
        Future<List<Episodes.Summary>> matters = orElse(
                conversations.lineage(now).compose(lineage -> episodes.of(lineage, EPISODES)), List.of(), "episodes");
        Shopping shopping = new Shopping(catalogue.get());
        return Future.all(List.of(customer, recent, bought, spent, cart, matters))
                .map(all -> new Panel(
                        now.id().value(),
                        person(now, customer.result(), spent.result()),
                        Briefer.brief(customer.result(), now.state(), recent.result()),
                        now.state().problems(),
                        offers,
                        bought.result().stream().map(shopping::bought).toList(),
                        cart.result().flatMap(shopping::cart).orElse(null),
                        matters.result().stream().map(Panels::matter).toList(),
                        now.state().contact()));
    }

    /** The customer's own orders, and those that were proved here. */
    private Future<List<Order>> ordersOf(Conversation now) {
        Future<List<Order>> own = orders.ofCustomer(now.customer(), ORDERS);
        List<Future<Optional<Order>>> proved = now.state().proofs().stream()
                .map(Proof::order)
                .filter(Objects::nonNull)
                .map(orders::byNumber)
                .toList();
        List<Future<?>> all = new ArrayList<>(proved);
        all.add(own);
        return Future.all(all).map(done -> {
            List<Order> found = new ArrayList<>(own.result());
            proved.stream()
                    .flatMap(order -> order.result().stream())
                    .filter(order -> found.stream().noneMatch(known -> known.id() == order.id()))
                    .forEach(found::add);
            return found;
        });
    }

    private static Panel.Person person(Conversation now, Customer customer, Spending spent) {
        return new Panel.Person(
                customer.id().value(),
                customer.name(),
                customer.email(),
                customer.phone(),
                customer.tier(),
                customer.locale(),
                customer.createdAt(),
                now.state().isIdentified(),
                now.state().proofs().stream().map(Briefer::describe).toList(),
                customer.facts(),
                spent.orders(),
                spent.total());
    }

    private static Panel.Matter matter(Episodes.Summary episode) {
        return new Panel.Matter(
                episode.conversation().value(),
                episode.number(),
                episode.openedAt(),
                episode.endedAt(),
                episode.outcome(),
                episode.headline(),
                episode.holder());
    }

    /** What the shop sells in. */
    private String currency() {
        return catalogue.get().products().stream()
                .findFirst()
                .flatMap(Product::price)
                .map(Money::currency)
                .orElse(CURRENCY);
    }

    private static <T> Future<T> orElse(Future<T> part, T otherwise, String name) {
        return part.timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).recover(failure -> {
            LOG.warn("panel without {} cause={}", name, failure.toString());
            return Future.succeededFuture(otherwise);
        });
    }
}
