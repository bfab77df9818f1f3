package outfitter.bot.routine;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import outfitter.bot.dialogue.Button;
import outfitter.bot.dialogue.Decision;
import outfitter.bot.dialogue.Line;
import outfitter.bot.dialogue.Say;
import outfitter.bot.understanding.Intents;
import outfitter.bot.understanding.Slots;
import outfitter.models.shop.Order;
import outfitter.models.shop.OrderState;
import outfitter.models.shop.Shipment;
import outfitter.models.shop.ShipmentState;

/**
 * A parcel that should be here and is not. Tells where it is; if the customer is right, it becomes a problem for a person
 * without being asked twice, and if it is not due yet, that is what there is to tell.
 */
final class LateParcel implements Routine {
    private static final Line LATE = Line.of("late-parcel.late", "order", "items", "carrier", "tracking", "day");
    private static final Line LATE_SOMEHOW =
            Line.of("late-parcel.late-somehow", "order", "items", "carrier", "tracking");
    private static final Line MISSING =
            Line.of("late-parcel.delivered", "order", "items", "carrier", "tracking", "day");

    private final OrderStatus status;
    private final OrderAccess access;

    LateParcel(Shop shop) {
        this.status = new OrderStatus(shop);
        this.access = new OrderAccess(shop);
    }

    @Override
    public String id() {
        return "late-parcel";
    }

    @Override
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>(status.lines());
        lines.addAll(List.of(LATE, LATE_SOMEHOW, MISSING));
        return lines;
    }

    @Override
    public Set<String> carriedBy() {
        return status.carriedBy();
    }

    @Override
    public Future<Decision> settle(Matter matter) {
        return access.open(matter, OrderStatus::isUnderWay, order -> Future.succeededFuture(tell(matter, order)));
    }

    private Decision tell(Matter matter, Order order) {
        Optional<Shipment> parcel = order.shipment();
        if (parcel.isEmpty() || order.state() == OrderState.CANCELLED) return where(matter, order);
        if (parcel.get().state() == ShipmentState.LOST) return status.tell(matter, order);
        boolean delivered = parcel.get().state() == ShipmentState.DELIVERED || order.state() == OrderState.DELIVERED;
        if (delivered) {
            return OrderStatus.problem(
                    matter, order, "missing", 2, OrderStatus.MISSING_HEADLINE, missing(order, parcel.get()));
        }
        return isOverdue(parcel.get(), Days.of(matter.at()))
                ? OrderStatus.problem(matter, order, "late", 2, OrderStatus.LATE_HEADLINE, late(order, parcel.get()))
                : where(matter, order);
    }

    private static boolean isOverdue(Shipment parcel, LocalDate today) {
        LocalDate expected = parcel.expectedOn();
        return parcel.state() == ShipmentState.LATE || (expected != null && expected.isBefore(today));
    }

    private Decision where(Matter matter, Order order) {
        Say say = status.say(order).offering(Button.toward(OrderAccess.PERSON, Intents.PERSON));
        return Decision.reply(say, matter.slotsWith(Slots.ORDER, order.number()));
    }

    private Say missing(Order order, Shipment parcel) {
        Instant at = parcel.deliveredAt();
        return at == null
                ? Say.of(OrderStatus.SORRY)
                : status.about(order, MISSING).with("day", Days.of(at));
    }

    private Say late(Order order, Shipment parcel) {
        LocalDate expected = parcel.expectedOn();
        return expected == null
                ? status.about(order, LATE_SOMEHOW)
                : status.about(order, LATE).with("day", expected);
    }
}
