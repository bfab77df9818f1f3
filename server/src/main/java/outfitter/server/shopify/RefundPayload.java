package outfitter.server.shopify;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import outfitter.models.intake.Fact;
import outfitter.models.intake.ReturnFact;
import outfitter.models.shop.ReturnState;

/** Money that went back, also as part of an order. What names no line of the order concerns money alone and says nothing here. */
@JsonNaming(SnakeCaseStrategy.class)
record RefundPayload(
        @Nullable Long id,
        @Nullable Long orderId,
        @Nullable Instant createdAt,
        @Nullable Instant processedAt,
        @Nullable List<@Nullable RefundLine> refundLineItems)
        implements Payload {

    /** Pieces of one line. */
    @JsonNaming(SnakeCaseStrategy.class)
    record RefundLine(
            @Nullable Long id,
            @Nullable Integer quantity,
            @Nullable Line lineItem) {}

    @Override
    public Reading read(Instant toldAt, String currency) {
        Payload.needed("id", id);
        return Reading.about(Payload.order(Payload.needed("order_id", orderId)), order -> facts(order, toldAt));
    }

    List<Fact> facts(String order, Instant toldAt) {
        List<Fact> facts = new ArrayList<>();
        if (refundLineItems == null) return facts;
        Instant started = Objects.requireNonNullElse(createdAt, toldAt);
        Instant settled = Objects.requireNonNullElse(processedAt, started);
        for (RefundLine back : refundLineItems) {
            if (back == null || back.id() == null || back.lineItem() == null) continue;
            if (back.quantity() == null || back.quantity() < 1) continue;
            facts.add(new ReturnFact(
                    back.id().toString(),
                    order,
                    back.lineItem().key(),
                    back.quantity(),
                    null,
                    ReturnState.REFUNDED,
                    started,
                    settled,
                    toldAt));
        }
        return facts;
    }
}
