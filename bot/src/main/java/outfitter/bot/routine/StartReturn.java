package outfitter.bot.routine;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outfitter.bot.dialogue.Button;
import outfitter.bot.dialogue.Decision;
import outfitter.bot.dialogue.Line;
import outfitter.bot.dialogue.Say;
import outfitter.bot.understanding.Intents;
import outfitter.bot.understanding.Slots;
import outfitter.models.conversation.EntryBody;
import outfitter.models.shop.Order;
import outfitter.models.shop.OrderLine;
import outfitter.models.shop.OrderState;
import outfitter.models.shop.Product;
import outfitter.models.shop.Return;
import outfitter.models.shop.ReturnPolicy;
import outfitter.models.shop.ReturnReason;

/** Starts a return: which order, which line, why, sure? Then once, however often the message comes. */
final class StartReturn implements Routine {
    private static final String LINE = "line";
    private static final String CONFIRM = "confirm";
    private static final String YES = "yes";

    private static final Line ASK_LINE = Line.of("start-return.ask-line", "order");
    private static final Line LINE_BUTTON = Line.of("button.order-line", "item");
    private static final Line ASK_REASON = Line.of("start-return.ask-reason", "item");
    private static final Line ASK_CONFIRM = Line.of("start-return.ask-confirm", "item", "order", "reason");
    private static final Line YES_BUTTON = Line.of("button.start-it");
    private static final Line NO_BUTTON = Line.of("button.do-not");
    private static final Line STARTED = Line.of("start-return.started", "number", "item", "refund");
    private static final Line STARTED_FEE = Line.of("start-return.started-fee", "number", "item", "refund", "fee");
    private static final Line ALREADY = Line.of("start-return.already", "number", "item");
    private static final Line NOT_STARTED = Line.of("start-return.not-started");
    private static final Line NOT_HERE_YET = Line.of("start-return.not-delivered", "order", "days");
    private static final Line CANCELLED = Line.of("start-return.cancelled", "order");
    private static final Line TOO_LATE = Line.of("start-return.too-late", "order", "days");
    private static final Line NOTHING_LEFT = Line.of("start-return.nothing-left", "order");

    private final Shop shop;
    private final OrderAccess access;

    StartReturn(Shop shop) {
        this.shop = shop;
        this.access = new OrderAccess(shop);
    }

    @Override
    public String id() {
        return "start-return";
    }

    @Override
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>(OrderAccess.LINES);
        lines.addAll(List.of(
                ASK_LINE,
                LINE_BUTTON,
                ASK_REASON,
                ASK_CONFIRM,
                YES_BUTTON,
                NO_BUTTON,
                STARTED,
                STARTED_FEE,
                ALREADY,
                NOT_STARTED,
                NOT_HERE_YET,
                CANCELLED,
                TOO_LATE,
                NOTHING_LEFT));
        Arrays.stream(ReturnReason.values()).forEach(reason -> lines.add(name(reason)));
        return lines;
    }

    private static Line name(ReturnReason reason) {
        return Line.of("reason." + reason.code());
    }

    @Override
    public Future<Decision> settle(Matter matter) {
        return shop.returnPolicy()
                .compose(policy -> access.open(
                        matter,
                        order -> mayComeBack(order, policy, matter.at())
                                && !left(order).isEmpty(),
                        order -> choose(matter, order, policy)));
    }

    private static boolean mayComeBack(Order order, ReturnPolicy policy, Instant at) {
        Duration window = Duration.ofDays(policy.windowDays() + 1L);
        return order.state() == OrderState.DELIVERED
                && order.deliveredAt()
                        .map(arrived -> at.isBefore(arrived.plus(window)))
                        .orElse(true);
    }

    private static List<OrderLine> left(Order order) {
        return order.lines().stream()
                .filter(line -> order.returnOf(line.line()).isEmpty())
                .toList();
    }

    private Future<Decision> choose(Matter matter, Order order, ReturnPolicy policy) {
        Optional<Return> ours = matter.slot(LINE).map(Integer::parseInt).flatMap(order::returnOf);
        boolean confirmed = YES.equals(matter.slots().get(CONFIRM));
        if (ours.isPresent() && confirmed)
            return start(matter, order, policy, order.line(ours.get().line()).orElseThrow());
        if (order.state() == OrderState.CANCELLED)
            return settled(Say.of(CANCELLED).with("order", order.number()), order);
        if (order.state() != OrderState.DELIVERED) {
            return settled(Say.of(NOT_HERE_YET).with("order", order.number()).with("days", policy.windowDays()), order);
        }
        if (!mayComeBack(order, policy, matter.at())) return settled(tooLate(order, policy), order);
        if (left(order).isEmpty()) return settled(nothingLeft(order), order);
        Optional<OrderLine> line = line(matter, order);
        return line.isEmpty() ? askLine(matter, order) : why(matter, order, policy, line.get());
    }

    private static Say tooLate(Order order, ReturnPolicy policy) {
        return Say.of(TOO_LATE)
                .with("order", order.number())
                .with("days", policy.windowDays())
                .offering(Button.toward(OrderAccess.PERSON, Intents.PERSON));
    }

    private Say nothingLeft(Order order) {
        if (order.lines().size() > 1) return Say.of(NOTHING_LEFT).with("order", order.number());
        OrderLine only = order.lines().get(0);
        return already(order.returnOf(only.line()).orElseThrow(), only);
    }

    private Say already(Return earlier, OrderLine line) {
        return Say.of(ALREADY).with("number", earlier.number()).with("item", item(line));
    }

    private Optional<OrderLine> line(Matter matter, Order order) {
        List<OrderLine> left = left(order);
        if (left.size() == 1) return Optional.of(left.get(0));
        Optional<String> given = matter.slot(LINE);
        if (given.isPresent()) {
            return left.stream()
                    .filter(line -> String.valueOf(line.line()).equals(given.get()))
                    .findFirst();
        }
        List<OrderLine> named = left.stream()
                .filter(line -> matter.heard().candidates().contains(line.product()) || isNamed(matter, line))
                .toList();
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    // "the tent" names the one line whose product has that word in its title.
    private boolean isNamed(Matter matter, OrderLine line) {
        String title = shop.catalogue()
                .product(line.product())
                .map(Product::title)
                .orElse("")
                .toLowerCase(java.util.Locale.ROOT);
        return Arrays.stream(
                        matter.heard().text().toLowerCase(java.util.Locale.ROOT).split("[^\\p{L}]+", -1))
                .map(word -> word.length() > 4 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word)
                .filter(word -> word.length() > 3)
                .anyMatch(word -> List.of(title.split("[^\\p{L}]+", -1)).contains(word));
    }

    private Future<Decision> askLine(Matter matter, Order order) {
        List<Button> lines = left(order).stream()
                .map(line -> new Button(
                        LINE_BUTTON, Map.of("item", item(line)), null, Map.of(LINE, String.valueOf(line.line()))))
                .toList();
        Say question = Say.of(ASK_LINE).with("order", order.number()).offering(lines);
        return asks(LINE, question, matter.slotsWith(Slots.ORDER, order.number()));
    }

    private Future<Decision> why(Matter matter, Order order, ReturnPolicy policy, OrderLine line) {
        Map<String, String> known = new java.util.HashMap<>(matter.slots());
        known.put(Slots.ORDER, order.number());
        known.put(LINE, String.valueOf(line.line()));
        Optional<ReturnReason> reason = reason(matter);
        if (reason.isEmpty()) {
            List<Button> reasons = Arrays.stream(ReturnReason.values())
                    .map(each -> Button.filling(name(each), Slots.REASON, each.code()))
                    .toList();
            return asks(
                    Slots.REASON, Say.of(ASK_REASON).with("item", item(line)).offering(reasons), known);
        }
        String sure = matter.slots().get(CONFIRM);
        if (YES.equals(sure)) return start(matter, order, policy, line);
        if (sure != null) return settled(Say.of(NOT_STARTED), order);
        return asks(CONFIRM, confirm(order, line, reason.get()), known);
    }

    private Say confirm(Order order, OrderLine line, ReturnReason reason) {
        return Say.of(ASK_CONFIRM)
                .with("item", item(line))
                .with("order", order.number())
                .with("reason", Say.of(name(reason)))
                .offering(
                        new Button(YES_BUTTON, Map.of(), null, Map.of(CONFIRM, YES, Button.ANSWER, "yes")),
                        new Button(NO_BUTTON, Map.of(), null, Map.of(CONFIRM, "no", Button.ANSWER, "no")));
    }

    private static Optional<ReturnReason> reason(Matter matter) {
        return matter.slot(Slots.REASON).map(ReturnReason::of);
    }

    private Future<Decision> start(Matter matter, Order order, ReturnPolicy policy, OrderLine line) {
        ReturnReason reason = reason(matter).orElse(ReturnReason.CHANGED_MIND);
        return shop.startReturn(order.number(), line.line(), line.quantity(), reason, matter.at(), matter.cause())
                .compose(outcome -> outcome.match(
                        started -> settled(started(started.started(), line, policy), order)
                                .map(decision -> decision.after(List.of(entry(started.started(), line)))),
                        earlier -> settled(already(earlier.earlier(), line), order),
                        () -> Future.failedFuture(new IllegalStateException("the order line is gone"))));
    }

    private static EntryBody entry(Return started, OrderLine line) {
        return new EntryBody.ReturnStarted(
                started.number(), started.order(), line.sku(), started.reason().code(), started.faulty());
    }

    private Say started(Return started, OrderLine line, ReturnPolicy policy) {
        boolean ourFault = started.faulty() || started.reason() == ReturnReason.WRONG_ITEM;
        boolean free = ourFault || policy.fee().minor() == 0;
        Say say = Say.of(free ? STARTED : STARTED_FEE)
                .with("number", started.number())
                .with("item", item(line))
                .with("refund", policy.refundDays());
        return free ? say : say.with("fee", policy.fee());
    }

    private String item(OrderLine line) {
        return OrderAccess.title(shop.catalogue(), line);
    }

    private static Future<Decision> settled(Say say, Order order) {
        return Future.succeededFuture(Decision.reply(say, Map.of(Slots.ORDER, order.number())));
    }

    private static Future<Decision> asks(String slot, Say question, Map<String, String> known) {
        return Future.succeededFuture(Decision.ask(slot, question, known));
    }
}
