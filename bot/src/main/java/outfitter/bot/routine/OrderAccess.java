package outfitter.bot.routine;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import outfitter.bot.dialogue.Button;
import outfitter.bot.dialogue.Decision;
import outfitter.bot.dialogue.Line;
import outfitter.bot.dialogue.Say;
import outfitter.bot.understanding.Intents;
import outfitter.bot.understanding.Slots;
import outfitter.models.conversation.EntryBody;
import outfitter.models.conversation.Proof;
import outfitter.models.proof.Attempt;
import outfitter.models.proof.Verdict;
import outfitter.models.shop.Catalogue;
import outfitter.models.shop.Order;
import outfitter.models.shop.OrderLine;
import outfitter.models.shop.Product;

/**
 * The way to an order's facts: which order, and the proof that it is this customer's. Whoever proved who they are sees
 * their own orders; anybody else names the number and its postcode or e-mail address, which opens that order only. An
 * order that is somebody else's and one that does not exist get the same answers.
 */
final class OrderAccess {
    private static final int LATEST = 4;
    private static final int ALL = 500;
    private static final String PROOF = "proof";

    private static final Line ASK_NUMBER = Line.of("order.ask-number");
    private static final Line NONE_OF_YOURS = Line.of("order.none-of-yours");
    private static final Line ASK_WHICH = Line.of("order.ask-which");
    private static final Line ASK_PROOF = Line.of("order.ask-proof", "order");
    private static final Line WRONG_PROOF = Line.of("order.wrong-proof", "order");
    private static final Line CLOSED = Line.of("order.closed", "order");
    private static final Line CHOICE = Line.of("order.choice", "order", "item", "more");
    static final Line PERSON = Line.of("button.person");

    static final List<Line> LINES =
            List.of(ASK_NUMBER, NONE_OF_YOURS, ASK_WHICH, ASK_PROOF, WRONG_PROOF, CLOSED, CHOICE, PERSON);

    private final Shop shop;

    OrderAccess(Shop shop) {
        this.shop = shop;
    }

    /** What to do with an order that may be told of. */
    @FunctionalInterface
    interface Opened {
        Future<Decision> decide(Order order);
    }

    /**
     * Goes on with the order that the matter is about once it may be told of; else asks for what is missing.
     *
     * @param likely which of a known customer's orders the matter is probably about
     */
    Future<Decision> open(Matter matter, Predicate<Order> likely, Opened then) {
        Optional<String> named = matter.slot(Slots.ORDER);
        if (named.isPresent()) return openNamed(matter, named.get(), then);
        if (matter.state().isIdentified()) return openOwn(matter, likely, then);
        List<String> proven = provenOrders(matter);
        if (proven.size() == 1) return openNamed(matter, proven.get(0), then);
        return done(Decision.ask(Slots.ORDER, Say.of(ASK_NUMBER), matter.slots()));
    }

    private static List<String> provenOrders(Matter matter) {
        return matter.state().proofs().stream()
                .map(Proof::order)
                .filter(Objects::nonNull)
                .toList();
    }

    private Future<Decision> openOwn(Matter matter, Predicate<Order> likely, Opened then) {
        return shop.ordersOf(matter.customer(), ALL).compose(all -> {
            List<Order> fitting = all.stream().filter(likely).toList();
            List<Order> offered = fitting.isEmpty() ? all : fitting;
            if (offered.isEmpty()) return done(Decision.ask(Slots.ORDER, Say.of(NONE_OF_YOURS), matter.slots()));
            if (offered.size() == 1) return then.decide(offered.get(0));
            return done(Decision.ask(Slots.ORDER, Say.of(ASK_WHICH).offering(choices(offered)), matter.slots()));
        });
    }

    /** The newest of {@code orders} as buttons. */
    List<Button> choices(List<Order> orders) {
        return orders.stream().limit(LATEST).map(this::choice).toList();
    }

    private Button choice(Order order) {
        OrderLine first = order.lines().get(0);
        Map<String, Object> title = Map.of(
                "order",
                order.number(),
                "item",
                title(shop.catalogue(), first),
                "more",
                order.lines().size() - 1);
        return new Button(CHOICE, title, null, Map.of(Slots.ORDER, order.number()));
    }

    static String title(Catalogue catalogue, OrderLine line) {
        return catalogue.product(line.product()).map(Product::title).orElse(line.product());
    }

    // As it is printed, however it was typed: proofs and tries belong to the order, not to a spelling.
    private Future<Decision> openNamed(Matter matter, String typed, Opened then) {
        return shop.order(typed)
                .compose(found -> openPrinted(matter, found.map(Order::number).orElse(typed), then));
    }

    private Future<Decision> openPrinted(Matter matter, String number, Opened then) {
        return mayBeTold(matter, number)
                .compose(may -> may
                        ? shop.order(number).compose(order -> then.decide(order.orElseThrow()))
                        : prove(matter, number, then));
    }

    private Future<Boolean> mayBeTold(Matter matter, String number) {
        if (provenOrders(matter).contains(number)) return Future.succeededFuture(true);
        if (!matter.state().isIdentified()) return Future.succeededFuture(false);
        return shop.ordersOf(matter.customer(), ALL)
                .map(own -> own.stream().anyMatch(order -> order.number().equals(number)));
    }

    private Future<Decision> prove(Matter matter, String number, Opened then) {
        Optional<String> postcode = matter.slot(Slots.POSTCODE);
        Optional<String> email = matter.slot(Slots.EMAIL);
        if (postcode.isEmpty() && email.isEmpty()) {
            return done(Decision.ask(PROOF, Say.of(ASK_PROOF).with(Slots.ORDER, number), matter.slots()));
        }
        return shop.order(number).compose(found -> {
            boolean correct = found.filter(
                            order -> postcode.filter(order::goesTo).isPresent()
                                    || email.filter(order::isFor).isPresent())
                    .isPresent();
            Attempt attempt = new Attempt(
                    matter.conversation().id(), number, correct, matter.network(), matter.cause() + " " + number);
            return shop.attempt(attempt, matter.at())
                    .compose(verdict -> verdict == Verdict.PROVED
                            ? then.decide(found.orElseThrow())
                                    .map(decision -> decision.after(
                                            List.of(new EntryBody.Proved(new Proof(Proof.Kind.ORDER, number)))))
                            : done(refused(matter, number, verdict)));
        });
    }

    private static Decision refused(Matter matter, String number, Verdict verdict) {
        Map<String, String> kept = matter.slotsWithout(Slots.POSTCODE, Slots.EMAIL);
        boolean closed = verdict != Verdict.WRONG;
        List<EntryBody> acts = new ArrayList<>();
        if (verdict != Verdict.CLOSED) acts.add(new EntryBody.ProofFailed(masked(number), closed));
        Function<Line, Say> say = line -> Say.of(line).with(Slots.ORDER, number);
        if (!closed) return Decision.ask(PROOF, say.apply(WRONG_PROOF), kept).after(acts);
        Button person = Button.toward(PERSON, Intents.PERSON);
        return Decision.reply(say.apply(CLOSED).offering(person), Map.of()).after(acts);
    }

    private static String masked(String number) {
        int length = number.length();
        return number.substring(0, Math.max(0, length - 6)) + "****" + number.substring(Math.max(0, length - 2));
    }

    private static Future<Decision> done(Decision decision) {
        return Future.succeededFuture(decision);
    }
}
