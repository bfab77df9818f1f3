package outfitter.models.shop;

/** Hears of every order once it is committed, and again when it is another one: cancelled, of other lines, sent back; called on the thread that placed it, and must not block. */
@FunctionalInterface
public interface OrderFeed {
    void placed(Order order);

    /** Both, one after the other. */
    default OrderFeed and(OrderFeed next) {
        return order -> {
            placed(order);
            next.placed(order);
        };
    }
}
