package outfitter.server.shopify;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import outfitter.models.intake.CartFact;
import outfitter.models.intake.CustomerFact;
import outfitter.models.intake.Fact;
import outfitter.models.intake.LineFact;
import outfitter.models.intake.OrderFact;
import outfitter.models.shop.OrderState;
import outfitter.models.shop.ShipmentState;

/** An order, whole, with its parcels and refunds. */
@JsonNaming(SnakeCaseStrategy.class)
record OrderPayload(
        @Nullable Long id,
        @Nullable String name,
        @Nullable String email,
        @Nullable String contactEmail,
        @Nullable String phone,
        @Nullable String currency,
        @Nullable String cartToken,
        @Nullable BigDecimal totalPrice,
        @Nullable String financialStatus,
        @Nullable String fulfillmentStatus,
        @Nullable Instant createdAt,
        @Nullable Instant processedAt,
        @Nullable Instant cancelledAt,
        @Nullable CustomerPayload customer,
        @Nullable Address shippingAddress,
        @Nullable Address billingAddress,
        @Nullable List<@Nullable Line> lineItems,
        @Nullable List<@Nullable ShippingLine> shippingLines,
        @Nullable List<@Nullable FulfillmentPayload> fulfillments,
        @Nullable List<@Nullable RefundPayload> refunds)
        implements Payload {
    private static final Set<String> PAID = Set.of("paid", "partially_paid", "partially_refunded", "refunded");

    /** What one way of sending costs. */
    record ShippingLine(@Nullable BigDecimal price) {}

    @Override
    public Reading read(Instant toldAt, String usualCurrency) {
        String number = Payload.needed("name", name).strip();
        List<Fact> facts = new ArrayList<>();
        facts.add(order(number, toldAt, Objects.requireNonNullElse(currency, usualCurrency)));
        each(fulfillments)
                .flatMap(parcel -> parcel.fact(number, toldAt).stream())
                .forEach(facts::add);
        each(refunds).flatMap(refund -> refund.facts(number, toldAt).stream()).forEach(facts::add);
        if (cartToken != null && !cartToken.isBlank() && customer != null && customer.id() != null) {
            facts.add(new CartFact(cartToken, customer.fact(toldAt), List.of(), true, toldAt));
        }
        return Reading.of(Map.of(Payload.order(Payload.needed("id", id)), number), facts);
    }

    private OrderFact order(String number, Instant toldAt, String money) {
        List<LineFact> lines = each(lineItems)
                .filter(Line::isThere)
                .map(line -> line.fact(money))
                .toList();
        BigDecimal shipping = each(shippingLines)
                .map(ShippingLine::price)
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        Address address = shippingAddress == null ? billingAddress : shippingAddress;
        return new OrderFact(
                number,
                customer(toldAt),
                writtenTo(),
                address == null ? null : address.zip(),
                address == null ? null : address.country(),
                state(),
                Amounts.money(shipping, money),
                Amounts.money(Payload.needed("total_price", totalPrice), money),
                placedAt(toldAt),
                lines,
                toldAt);
    }

    private Instant placedAt(Instant toldAt) {
        if (processedAt != null) return processedAt;
        return createdAt == null ? toldAt : createdAt;
    }

    /** Who ordered: a customer of the shop's, else whoever reads that e-mail. */
    private @Nullable CustomerFact customer(Instant toldAt) {
        if (customer != null && customer.id() != null) return customer.fact(toldAt);
        String address = writtenTo();
        return address == null || address.indexOf('@') < 1
                ? null
                : new CustomerFact(null, null, address, phone, null, null, toldAt);
    }

    private @Nullable String writtenTo() {
        if (email != null && !email.isBlank()) return email;
        return contactEmail;
    }

    private OrderState state() {
        if (cancelledAt != null) return OrderState.CANCELLED;
        if ("fulfilled".equals(fulfillmentStatus)) return isDelivered() ? OrderState.DELIVERED : OrderState.SHIPPED;
        if ("partial".equals(fulfillmentStatus)) return OrderState.SHIPPED;
        return PAID.contains(Objects.requireNonNullElse(financialStatus, "")) ? OrderState.PAID : OrderState.PLACED;
    }

    private boolean isDelivered() {
        List<ShipmentState> parcels = each(fulfillments)
                .flatMap(parcel -> parcel.fact("-", Instant.EPOCH).stream())
                .map(parcel -> parcel.state())
                .toList();
        return !parcels.isEmpty() && parcels.stream().allMatch(ShipmentState.DELIVERED::equals);
    }

    private static <T> Stream<T> each(@Nullable List<@Nullable T> list) {
        return list == null ? Stream.empty() : list.stream().flatMap(Stream::ofNullable);
    }
}
