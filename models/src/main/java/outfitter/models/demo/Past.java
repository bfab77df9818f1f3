package outfitter.models.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import outfitter.models.shop.OrderState;
import outfitter.models.shop.ReturnReason;
import outfitter.models.shop.ReturnState;
import outfitter.models.shop.ShipmentState;

/**
 * What happened in the demo shop before it was opened, as rows to be written. A customer is named by the place in {@code
 * customers}.
 *
 * @param orders oldest first
 */
record Past(List<Customer> customers, List<Order> orders, List<Cart> carts, List<Review> reviews) {
    record Customer(
            String externalId,
            String name,
            String email,
            String phone,
            String postcode,
            String tier,
            Map<String, Object> facts,
            Instant createdAt) {
        Customer inTier(String tier) {
            return new Customer(externalId, name, email, phone, postcode, tier, facts, createdAt);
        }
    }

    /** {@code total} is with shipping; {@code parcel} is null until there is one. */
    record Order(
            String number,
            int customer,
            OrderState state,
            String delivery,
            long shipping,
            Instant placedAt,
            List<Line> lines,
            @Nullable Parcel parcel,
            List<Back> returns) {
        long total() {
            return shipping
                    + lines.stream()
                            .mapToLong(line -> line.price() * line.quantity())
                            .sum();
        }

        Order numbered(String number) {
            return new Order(number, customer, state, delivery, shipping, placedAt, lines, parcel, returns);
        }
    }

    /** {@code misfit} is by how many sizes it is too large; negative when too small. */
    record Line(String sku, String product, int quantity, long price, int misfit) {}

    record Parcel(
            String carrier,
            String tracking,
            ShipmentState state,
            @Nullable Instant shippedAt,
            LocalDate expectedOn,
            @Nullable Instant deliveredAt) {}

    /** A return of line {@code line}, counted from 1. */
    record Back(
            String number,
            int line,
            int quantity,
            ReturnReason reason,
            ReturnState state,
            Instant startedAt,
            @Nullable Instant settledAt) {}

    record Cart(int customer, String state, Instant createdAt, Instant updatedAt, Map<String, Integer> pieces) {}

    record Review(String product, int customer, int stars, String title, String body, String state, Instant at) {}
}
