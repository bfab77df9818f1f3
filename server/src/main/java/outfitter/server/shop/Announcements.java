package outfitter.server.shop;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.models.conversation.ConversationId;
import outfitter.models.conversation.Conversations;
import outfitter.models.conversation.EntryBody;
import outfitter.models.conversation.EntryBody.CartItem;
import outfitter.models.customer.CustomerId;
import outfitter.models.journal.Cause;
import outfitter.models.journal.Timeline;
import outfitter.models.shop.Order;
import outfitter.models.shop.OrderFeed;
import outfitter.models.shop.Orders;

/**
 * Tells a customer's conversation what happened in the shop. An order is told once, whoever repeats it, and what a kill
 * of the server kept from being told is told at the next start.
 */
final class Announcements {
    private static final Logger LOG = LoggerFactory.getLogger(Announcements.class);
    private static final String SOURCE = "shop";
    private static final Duration REMEMBERED = Duration.ofDays(2);

    private final Orders orders;
    private final Conversations conversations;
    private final Timeline timeline;
    private final OrderFeed feed;
    private final Clock clock;

    Announcements(Orders orders, Conversations conversations, Timeline timeline, OrderFeed feed, Clock clock) {
        this.orders = orders;
        this.conversations = conversations;
        this.timeline = timeline;
        this.feed = feed;
        this.clock = clock;
    }

    /** Tells what lies in the cart now; the cart again once it is told. */
    Future<CartView> cartChanged(
            ConversationId conversation, CartView cart, @Nullable String added, @Nullable UUID suggestion) {
        List<CartItem> items = cart.items().stream()
                .map(line -> new CartItem(line.sku(), line.product(), line.quantity()))
                .toList();
        EntryBody changed = new EntryBody.CartChanged(items, added, suggestion);
        Cause cause = Cause.inner(SOURCE, "cart:" + UUID.randomUUID());
        return tell(conversation, cause, changed).map(cart);
    }

    /** Tells of an order, first to the conversation, then to who listens; the order again once it is told. */
    Future<Order> ordered(ConversationId conversation, Order order) {
        feed.placed(order);
        return tell(conversation, order).map(order);
    }

    /** Tells of the orders of the last days that their conversations do not know. */
    Future<Void> catchUp() {
        return orders.untold(SOURCE, clock.instant().minus(REMEMBERED))
                .compose(untold -> Future.all(untold.stream().map(this::catchUp).toList()))
                .mapEmpty();
    }

    private Future<Void> catchUp(Order order) {
        CustomerId customer = order.customer();
        if (customer == null) return Future.succeededFuture();
        LOG.info("order told late number={}", order.number());
        return conversations.openFor(customer, clock.instant()).compose(conversation -> tell(conversation.id(), order));
    }

    /** The entry that tells of an order. */
    static EntryBody placed(Order order) {
        List<CartItem> items = order.lines().stream()
                .map(line -> new CartItem(line.sku(), line.product(), line.quantity()))
                .toList();
        return new EntryBody.OrderPlaced(
                order.number(), items, order.total().minor(), order.total().currency());
    }

    private Future<Void> tell(ConversationId conversation, Order order) {
        return tell(conversation, Cause.inner(SOURCE, Orders.cause(order.number())), placed(order));
    }

    private Future<Void> tell(ConversationId conversation, Cause cause, EntryBody body) {
        return timeline.advance(conversation, cause, (now, at) -> Future.succeededFuture(List.of(body)))
                .mapEmpty();
    }
}
