package outfitter.models.shop;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outfitter.models.customer.CustomerId;

/**
 * An order with its lines, parcels and returns.
 *
 * @param number as printed for the customer, 'OF-104233'
 * @param customer null when it was imported without one
 * @param postcode where it goes, a proof that the order is somebody's; compare with {@link #goesTo}
 * @param country ISO 3166 code
 * @param total what was paid, shipping included
 * @param lines in order, at least one
 * @param shipments oldest first
 * @param returns oldest first
 */
public record Order(
        long id,
        String number,
        @Nullable CustomerId customer,
        @Nullable String email,
        @Nullable String postcode,
        String country,
        OrderState state,
        @Nullable String deliveryOption,
        Money shipping,
        Money total,
        Instant placedAt,
        List<OrderLine> lines,
        List<Shipment> shipments,
        List<Return> returns) {
    public Order {
        lines = List.copyOf(lines);
        shipments = List.copyOf(shipments);
        returns = List.copyOf(returns);
    }

    /** The parcel that matters now: the newest one. */
    public Optional<Shipment> shipment() {
        return shipments.isEmpty() ? Optional.empty() : Optional.of(shipments.get(shipments.size() - 1));
    }

    /** When the newest parcel arrived; empty before. */
    public Optional<Instant> deliveredAt() {
        return shipment().map(Shipment::deliveredAt);
    }

    /** The line with this number. */
    public Optional<OrderLine> line(int number) {
        return lines.stream().filter(line -> line.line() == number).findFirst();
    }

    /** The return of this line that was not rejected; empty when it may still be started. */
    public Optional<Return> returnOf(int line) {
        return returns.stream()
                .filter(back -> back.line() == line && back.state() != ReturnState.REJECTED)
                .findFirst();
    }

    /** The products that it counts for: none when it was cancelled, and those of which a line did not come back whole. */
    public List<String> counted() {
        if (state == OrderState.CANCELLED) return List.of();
        return lines.stream()
                .filter(line -> !cameBack(line))
                .map(OrderLine::product)
                .distinct()
                .toList();
    }

    private boolean cameBack(OrderLine line) {
        return returnOf(line.line())
                .filter(back -> back.quantity() >= line.quantity())
                .isPresent();
    }

    /** Whether {@code given} is this order's postcode, however it is spaced and cased; false when it has none. */
    public boolean goesTo(String given) {
        return postcode != null && OrderNumbers.plain(postcode).equals(OrderNumbers.plain(given));
    }

    /** Whether {@code given} is this order's e-mail address, however it is cased; false when it has none. */
    public boolean isFor(String given) {
        return email != null && email.equalsIgnoreCase(given.strip());
    }
}
