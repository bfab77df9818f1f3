package outfitter.bot.routine;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import outfitter.bot.dialogue.Button;
import outfitter.bot.dialogue.Decision;
import outfitter.bot.dialogue.Line;
import outfitter.bot.dialogue.Say;
import outfitter.bot.understanding.Slots;
import outfitter.models.conversation.EntryBody;
import outfitter.models.shop.Order;

/**
 * Something came damaged, faulty or wrong: asks what it is and which order, then leaves it to a person with the facts, as
 * an open problem. It tells nothing of the order, so it needs no proof.
 */
final class DamagedItem implements Routine {
    private static final String WHAT = "what";
    private static final String UNKNOWN = "unknown";
    private static final int TELLING = 4;
    private static final int LONGEST_TITLE = 90;

    private static final Line ASK_WHAT = Line.of("damaged-item.ask-what");
    private static final Line ASK_ORDER = Line.of("damaged-item.ask-order");
    private static final Line NO_NUMBER = Line.of("button.no-order-number");
    private static final Line SORRY = Line.of("damaged-item.sorry");
    private static final Line HEADLINE = Line.of("headline.damaged-item", WHAT);

    private final Shop shop;
    private final OrderAccess access;

    DamagedItem(Shop shop) {
        this.shop = shop;
        this.access = new OrderAccess(shop);
    }

    @Override
    public String id() {
        return "damaged-item";
    }

    @Override
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>(OrderAccess.LINES);
        lines.addAll(List.of(ASK_WHAT, ASK_ORDER, NO_NUMBER, SORRY, HEADLINE));
        return lines;
    }

    @Override
    public Set<String> toldInOwnWords() {
        return Set.of(WHAT);
    }

    @Override
    public Future<Decision> settle(Matter matter) {
        Optional<String> what = matter.slot(WHAT).or(() -> toldAlready(matter));
        if (what.isEmpty()) {
            return Future.succeededFuture(Decision.ask(WHAT, Say.of(ASK_WHAT), matter.slots()));
        }
        Map<String, String> known = matter.slotsWith(WHAT, what.get());
        if (matter.slot(Slots.ORDER).isEmpty()) return askOrder(matter, known);
        return Future.succeededFuture(handOver(matter, known, what.get()));
    }

    // "my zip broke on the first day" says what; "damaged item" does not.
    private static Optional<String> toldAlready(Matter matter) {
        String text = matter.heard().text().strip();
        boolean telling = text.split("\\s+", -1).length >= TELLING
                || matter.heard().slot(Slots.PRODUCT).isPresent();
        boolean pressed = matter.memory().choices().stream()
                .anyMatch(choice -> choice.title().equals(text));
        return telling && !pressed ? Optional.of(text) : Optional.empty();
    }

    private Future<Decision> askOrder(Matter matter, Map<String, String> known) {
        Button none = Button.filling(NO_NUMBER, Slots.ORDER, UNKNOWN);
        Future<List<Order>> own =
                matter.state().isIdentified() ? shop.ordersOf(matter.customer(), 4) : Future.succeededFuture(List.of());
        return own.map(orders -> Decision.ask(
                Slots.ORDER, Say.of(ASK_ORDER).offering(access.choices(orders)).offering(none), known));
    }

    private static Decision handOver(Matter matter, Map<String, String> known, String what) {
        String order = known.get(Slots.ORDER);
        boolean wrong = "wrong-item".equals(known.get(Slots.REASON));
        String title = what.length() > LONGEST_TITLE ? what.substring(0, LONGEST_TITLE) + "…" : what;
        EntryBody problem = new EntryBody.ProblemOpened(
                matter.state().problemCount() + 1,
                wrong ? "wrong-item" : "damaged",
                2,
                title.replace('\n', ' '),
                UNKNOWN.equals(order) ? null : order,
                matter.product().orElse(null),
                null);
        return new Decision.Escalate(
                "problem",
                Say.of(HEADLINE).with(WHAT, title.replace('\n', ' ')),
                Say.of(SORRY),
                List.of(problem),
                known);
    }
}
