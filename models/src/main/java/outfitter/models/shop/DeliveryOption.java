package outfitter.models.shop;

import org.jspecify.annotations.Nullable;

/**
 * A way to send an order.
 *
 * @param freeFrom order value from which it costs nothing; null when it always costs
 * @param daysMin working days at best
 * @param daysMax working days at worst
 */
public record DeliveryOption(
        String id,
        String name,
        String country,
        Money price,
        @Nullable Money freeFrom,
        int daysMin,
        int daysMax) {
    /** What it costs for goods of this worth. */
    public Money priceFor(Money goods) {
        boolean free = freeFrom != null && goods.compareTo(freeFrom) >= 0;
        return free ? new Money(0, price.currency()) : price;
    }
}
