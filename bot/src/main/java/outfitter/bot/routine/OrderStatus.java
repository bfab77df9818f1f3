package outfitter.bot.routine;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import outfitter.bot.dialogue.Button;
import outfitter.bot.dialogue.Decision;
import outfitter.bot.dialogue.Line;
import outfitter.bot.dialogue.Say;
import outfitter.bot.understanding.Intents;
import outfitter.bot.understanding.Slots;
import outfitter.models.conversation.EntryBody;
import outfitter.models.shop.Order;
import outfitter.models.shop.OrderState;
import outfitter.models.shop.Shipment;
import outfitter.models.shop.ShipmentState;

/** Where an order is. A parcel that is lost goes to a person as a problem. */
final class OrderStatus implements Routine {
    /** Pressed: it is not here although it was delivered. */
    private static final String MISSING = "_missing";
    /** Pressed: somebody should look after the late parcel. */
    private static final String CHASE = "_chase";

    private static final String[] PARCEL = {"order", "items", "carrier", "tracking"};

    private static final Line PREPARED = Line.of("order-status.prepared", "order", "items", "placed");
    private static final Line PACKED = Line.of("order-status.packed", "order", "items");
    private static final Line LABELLED = Line.of("order-status.labelled", "order", "items", "carrier", "tracking");
    private static final Line SENT = Line.of("order-status.sent", "order", "items");
    private static final Line EXPECTED = parcel("order-status.expected", "day");
    private static final Line UNDER_WAY = parcel("order-status.under-way");
    private static final Line TODAY = parcel("order-status.out-for-delivery");
    private static final Line DELIVERED = parcel("order-status.delivered", "day");
    private static final Line ARRIVED = Line.of("order-status.arrived", "order", "items");
    private static final Line LATE = parcel("order-status.late", "day");
    private static final Line LATE_SOMEHOW = parcel("order-status.late-somehow");
    private static final Line COMES_BACK = parcel("order-status.comes-back");
    private static final Line LOST = parcel("order-status.lost");
    private static final Line CANCELLED = Line.of("order-status.cancelled", "order", "items");
    private static final Line LOST_HEADLINE = Line.of("headline.lost-parcel", "order");
    static final Line MISSING_HEADLINE = Line.of("headline.not-received", "order");
    static final Line LATE_HEADLINE = Line.of("headline.late-parcel", "order");
    static final Line SORRY = Line.of("order-status.sorry");
    private static final Line CHASE_BUTTON = Line.of("button.chase");
    private static final Line NOT_HERE = Line.of("button.not-here");
    private static final Line RETURN = Line.of("button.return");

    private final Shop shop;
    private final OrderAccess access;

    OrderStatus(Shop shop) {
        this.shop = shop;
        this.access = new OrderAccess(shop);
    }

    private static Line parcel(String key, String... more) {
        List<String> slots = new ArrayList<>(List.of(PARCEL));
        slots.addAll(List.of(more));
        return Line.of(key, slots.toArray(String[]::new));
    }

    @Override
    public String id() {
        return "order-status";
    }

    @Override
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>(OrderAccess.LINES);
        lines.addAll(List.of(
                PREPARED,
                PACKED,
                LABELLED,
                SENT,
                EXPECTED,
                UNDER_WAY,
                TODAY,
                DELIVERED,
                ARRIVED,
                LATE,
                LATE_SOMEHOW,
                COMES_BACK,
                LOST,
                CANCELLED,
                LOST_HEADLINE,
                MISSING_HEADLINE,
                LATE_HEADLINE,
                SORRY,
                CHASE_BUTTON,
                NOT_HERE,
                RETURN));
        return lines;
    }

    @Override
    public Set<String> carriedBy() {
        return Set.of(Slots.ORDER);
    }

    @Override
    public Future<Decision> settle(Matter matter) {
        return access.open(matter, OrderStatus::isUnderWay, order -> Future.succeededFuture(tell(matter, order)));
    }

    static boolean isUnderWay(Order order) {
        return order.state() != OrderState.DELIVERED && order.state() != OrderState.CANCELLED;
    }

    Decision tell(Matter matter, Order order) {
        if (order.shipment()
                .map(Shipment::state)
                .filter(ShipmentState.LOST::equals)
                .isPresent()) {
            return problem(matter, order, "missing", 3, LOST_HEADLINE, about(order, LOST));
        }
        if (matter.slot(MISSING).isPresent()) {
            return problem(matter, order, "missing", 2, MISSING_HEADLINE, Say.of(SORRY));
        }
        if (matter.slot(CHASE).isPresent()) return problem(matter, order, "late", 2, LATE_HEADLINE, Say.of(SORRY));
        return Decision.reply(say(order), matter.slotsWith(Slots.ORDER, order.number()));
    }

    static Decision problem(Matter matter, Order order, String kind, int severity, Line headline, Say first) {
        EntryBody problem = new EntryBody.ProblemOpened(
                matter.state().problemCount() + 1, kind, severity, "", order.number(), null, null);
        return new Decision.Escalate(
                "problem",
                Say.of(headline).with("order", order.number()),
                first,
                List.of(problem),
                matter.slotsWith(Slots.ORDER, order.number()));
    }

    Say say(Order order) {
        Optional<Shipment> shipment = order.shipment();
        return switch (order.state()) {
            case PLACED, PAID -> about(order, PREPARED).with("placed", order.placedAt());
            case PACKED -> shipment.isPresent() ? parcel(order, shipment.get()) : about(order, PACKED);
            case SHIPPED -> shipment.isPresent() ? parcel(order, shipment.get()) : about(order, SENT);
            case DELIVERED -> shipment.isPresent() ? arrived(order, shipment.get()) : about(order, ARRIVED);
            case CANCELLED -> about(order, CANCELLED);
        };
    }

    private Say parcel(Order order, Shipment parcel) {
        Button person = Button.toward(OrderAccess.PERSON, Intents.PERSON);
        return switch (parcel.state()) {
            case LABEL -> about(order, LABELLED);
            case IN_TRANSIT ->
                parcel.expectedOn() == null
                        ? about(order, UNDER_WAY)
                        : about(order, EXPECTED).with("day", parcel.expectedOn());
            case OUT_FOR_DELIVERY -> about(order, TODAY);
            case DELIVERED -> arrived(order, parcel);
            case LATE ->
                (parcel.expectedOn() == null
                                ? about(order, LATE_SOMEHOW)
                                : about(order, LATE).with("day", parcel.expectedOn()))
                        .offering(new Button(
                                CHASE_BUTTON,
                                Map.of(),
                                id(),
                                Map.of(Slots.ORDER, order.number(), CHASE, "yes", Button.ANSWER, "yes")));
            case LOST -> about(order, LOST).offering(person);
            case RETURNED -> about(order, COMES_BACK).offering(person);
        };
    }

    private Say arrived(Order order, Shipment parcel) {
        Instant at = parcel.deliveredAt();
        Say say = at == null ? about(order, ARRIVED) : about(order, DELIVERED).with("day", Days.of(at));
        return say.offering(
                new Button(NOT_HERE, Map.of(), id(), Map.of(Slots.ORDER, order.number(), MISSING, "yes")),
                new Button(RETURN, Map.of(), "start-return", Map.of(Slots.ORDER, order.number())));
    }

    Say about(Order order, Line line) {
        List<String> items = order.lines().stream()
                .map(each -> OrderAccess.title(shop.catalogue(), each))
                .distinct()
                .limit(3)
                .toList();
        Say say = Say.of(line).with("order", order.number()).with("items", items);
        return order.shipment()
                .map(parcel -> say.with("carrier", parcel.carrier()).with("tracking", parcel.tracking()))
                .orElse(say);
    }
}
