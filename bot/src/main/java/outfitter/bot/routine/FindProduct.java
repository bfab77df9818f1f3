package outfitter.bot.routine;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import outfitter.bot.dialogue.Button;
import outfitter.bot.dialogue.Decision;
import outfitter.bot.dialogue.Line;
import outfitter.bot.dialogue.Say;
import outfitter.bot.understanding.Intents;
import outfitter.bot.understanding.Slots;
import outfitter.models.conversation.Card;
import outfitter.models.shop.Category;
import outfitter.recommender.Found;
import outfitter.recommender.Wish;

/** Finds products: what fits the customer's words and can be had now, as cards, with buttons to narrow it down. */
final class FindProduct implements Routine {
    private static final String WISH = "wish";
    private static final String CATEGORY = "category";
    private static final int SHOWN = 5;
    private static final int BRIEF = 5;
    private static final int NARROWED_BY = 3;
    private static final Pattern LIMITS = Pattern.compile(
            "(?i)\\b(?:under|below|up to|less than|not more than|max(?:imum)?|at most|around|about)\\s*[£$€]?\\s*\\d+(?:\\s*(?:pounds|quid|gbp|euros?))?|\\bsize\\s+\\S+");

    private static final Line ASK = Line.of("find-product.ask");
    private static final Line SHOWS = Line.of("find-product.shows");
    private static final Line NOTHING = Line.of("find-product.nothing");
    private static final Line CATEGORY_BUTTON = Line.of("button.category", CATEGORY);

    private final Shop shop;

    FindProduct(Shop shop) {
        this.shop = shop;
    }

    @Override
    public String id() {
        return "find-product";
    }

    @Override
    public List<Line> lines() {
        return List.of(ASK, SHOWS, NOTHING, CATEGORY_BUTTON, OrderAccess.PERSON);
    }

    @Override
    public Set<String> carriedBy() {
        return Set.of(Slots.SIZE, Slots.COLOUR, Slots.BUDGET);
    }

    @Override
    public Set<String> toldInOwnWords() {
        return Set.of(WISH);
    }

    @Override
    public Future<Decision> settle(Matter matter) {
        Map<String, String> known = new HashMap<>(matter.slots());
        String words = words(matter);
        boolean says = !shop.catalogue().search(words, 1).isEmpty();
        if (says) known.put(WISH, words);
        else remember(matter, known);
        if (!known.containsKey(WISH) && !known.containsKey(CATEGORY)) {
            return Future.succeededFuture(Decision.ask(WISH, Say.of(ASK).offering(departments()), known));
        }
        if (!says
                && matter.slot(WISH).isPresent()
                && shop.catalogue().search(matter.slot(WISH).get(), 1).isEmpty()) {
            known.remove(WISH);
            return Future.succeededFuture(Decision.ask(
                    WISH,
                    Say.of(NOTHING).offering(departments()).offering(Button.toward(OrderAccess.PERSON, Intents.PERSON)),
                    known));
        }
        return shop.find(wish(matter, known)).map(found -> show(found, known));
    }

    // "the warmest ones" says nothing by itself; it goes on with what was looked for before.
    private void remember(Matter matter, Map<String, String> known) {
        boolean before = id().equals(matter.memory().routine())
                && matter.memory().pending().isEmpty();
        if (before) matter.memory().slots().forEach(known::putIfAbsent);
    }

    // What narrows an earlier wish ("in blue") is no wish of its own.
    private static String words(Matter matter) {
        boolean pressed = matter.memory().choices().stream()
                .anyMatch(choice ->
                        choice.title().equalsIgnoreCase(matter.heard().text().strip()));
        if (pressed) return "";
        String before = matter.memory().slots().get(WISH);
        boolean brief = matter.heard().text().split("\\s+", -1).length <= BRIEF;
        Optional<String> refined = matter.heard().slot(Slots.REFINES);
        if (before != null && brief && refined.isPresent()) return before + " " + refined.get();
        boolean narrows = before != null
                && brief
                && matter.heard().slots().keySet().stream()
                        .anyMatch(Set.of(Slots.SIZE, Slots.COLOUR, Slots.BUDGET)::contains);
        return narrows ? "" : LIMITS.matcher(matter.heard().text()).replaceAll(" ");
    }

    private Wish wish(Matter matter, Map<String, String> known) {
        return new Wish(
                matter.customer(),
                known.containsKey(CATEGORY) ? "" : known.getOrDefault(WISH, ""),
                known.get(CATEGORY),
                known.get(Slots.SIZE),
                known.get(Slots.COLOUR),
                maxPrice(known.get(Slots.BUDGET)),
                SHOWN + NARROWED_BY);
    }

    private static @Nullable Long maxPrice(@Nullable String budget) {
        return budget == null ? null : Long.parseLong(budget) * 100;
    }

    private Decision show(List<Found> found, Map<String, String> known) {
        if (found.isEmpty()) {
            Map<String, String> wider = new HashMap<>(known);
            wider.keySet().removeAll(Set.of(WISH, CATEGORY, Slots.SIZE, Slots.COLOUR, Slots.BUDGET));
            return Decision.ask(
                    WISH,
                    Say.of(NOTHING).offering(departments()).offering(Button.toward(OrderAccess.PERSON, Intents.PERSON)),
                    wider);
        }
        List<Card> cards = found.stream()
                .limit(SHOWN)
                .map(each -> new Card(each.product(), each.sku(), null, null))
                .toList();
        Map<String, String> shown = new HashMap<>(known);
        shown.put(ProductAccess.SHOWN, cards.stream().map(Card::product).collect(Collectors.joining(",")));
        return Decision.reply(Say.of(SHOWS).showing(cards).offering(narrowing(found, known)), shown);
    }

    private List<Button> narrowing(List<Found> found, Map<String, String> known) {
        Map<String, Category> leaves = new LinkedHashMap<>();
        found.forEach(each -> leaf(each.product()).ifPresent(leaf -> leaves.put(leaf.id(), leaf)));
        if (known.containsKey(CATEGORY) || leaves.size() < 2) return List.of();
        return leaves.values().stream().limit(NARROWED_BY).map(this::button).toList();
    }

    private Optional<Category> leaf(String product) {
        return shop.catalogue()
                .product(product)
                .flatMap(each -> Optional.ofNullable(each.category()))
                .flatMap(shop.catalogue()::category);
    }

    private List<Button> departments() {
        List<Button> buttons = new ArrayList<>();
        shop.catalogue().categories().stream()
                .filter(category -> category.parent() == null)
                .limit(SHOWN)
                .forEach(category -> buttons.add(button(category)));
        return buttons;
    }

    private Button button(Category category) {
        return new Button(CATEGORY_BUTTON, Map.of(CATEGORY, category.name()), id(), Map.of(CATEGORY, category.id()));
    }
}
