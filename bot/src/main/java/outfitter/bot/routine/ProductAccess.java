package outfitter.bot.routine;

import io.vertx.core.Future;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import outfitter.bot.dialogue.Button;
import outfitter.bot.dialogue.Decision;
import outfitter.bot.dialogue.Line;
import outfitter.bot.dialogue.Say;
import outfitter.bot.understanding.Slots;
import outfitter.models.shop.Category;
import outfitter.models.shop.Hit;
import outfitter.models.shop.Product;

/**
 * The way to the product that is meant: named, or found by the words, or talked of before. Where several fit, they are
 * offered; where none does, it is asked for.
 */
final class ProductAccess {
    /** The customer's own words for a product. */
    static final String NAMED = "named";
    /** Products shown last, by handle, parted by commas. */
    static final String SHOWN = "_shown";

    private static final double CLEAR = 0.5;
    /** A hit that is so much better than the next one is the one that is meant. */
    private static final double AHEAD = 0.15;

    private static final int OFFERED = 4;
    private static final int SHORTEST = 3;
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}]+");
    private static final Line ASK = Line.of("product.ask-which");
    private static final Line NOT_FOUND = Line.of("product.not-found");
    private static final Line HEADLINE = Line.of("headline.not-understood", "text");
    private static final Line BUTTON = Line.of("button.product", "product");

    static final List<Line> LINES = List.of(ASK, NOT_FOUND, HEADLINE, BUTTON);

    private final Shop shop;

    ProductAccess(Shop shop) {
        this.shop = shop;
    }

    /** Goes on with the product that the matter is about, or asks which it is. */
    Future<Decision> open(Matter matter, Function<Product, Future<Decision>> then) {
        Optional<Product> sure = named(matter).or(() -> chosen(matter));
        if (sure.isPresent()) return then.apply(sure.get());
        List<Product> found = mentioned(matter).isEmpty() ? found(matter) : mentioned(matter);
        if (found.size() == 1) return then.apply(found.get(0));
        if (found.size() > 1) return ask(matter, ASK, found);
        Optional<Product> talkedOf = talkedOf(matter);
        return talkedOf.isPresent() ? then.apply(talkedOf.get()) : askAnew(matter);
    }

    private Optional<Product> named(Matter matter) {
        return matter.heard().products().stream().findFirst().flatMap(shop.catalogue()::product);
    }

    // Named, but not which of several.
    private List<Product> mentioned(Matter matter) {
        return matter.heard().candidates().stream()
                .flatMap(id -> shop.catalogue().product(id).stream())
                .limit(OFFERED)
                .toList();
    }

    // A button that was pressed just now.
    private Optional<Product> chosen(Matter matter) {
        boolean asked = NAMED.equals(matter.memory().asked());
        return asked ? matter.slot(Slots.PRODUCT).flatMap(shop.catalogue()::product) : Optional.empty();
    }

    // One when it is clearly that one, several when they fit alike. Colours, sizes and numbers alone name nothing.
    private List<Product> found(Matter matter) {
        String words = matter.slot(NAMED).orElse(matter.heard().text());
        Set<String> said = words(words);
        List<Hit> hits = shop.catalogue().search(words, OFFERED).stream()
                .filter(hit -> hit.score() >= CLEAR && isCalled(hit.product(), said))
                .toList();
        boolean ahead = hits.size() > 1 && hits.get(0).score() - hits.get(1).score() >= AHEAD;
        return hits.stream().limit(ahead ? 1 : OFFERED).map(Hit::product).toList();
    }

    private boolean isCalled(Product product, Set<String> said) {
        String category = Optional.ofNullable(product.category())
                .flatMap(shop.catalogue()::category)
                .map(Category::name)
                .orElse("");
        return words(product.title() + " " + category).stream().anyMatch(said::contains);
    }

    private static Set<String> words(String text) {
        return Arrays.stream(BETWEEN.split(text.toLowerCase(Locale.ROOT)))
                .filter(word -> word.length() >= SHORTEST)
                .map(word -> word.endsWith("s") ? word.substring(0, word.length() - 1) : word)
                .collect(Collectors.toSet());
    }

    private Optional<Product> talkedOf(Matter matter) {
        return matter.slot(Slots.PRODUCT)
                .or(() -> matter.state().mentioned().stream().findFirst())
                .flatMap(shop.catalogue()::product);
    }

    private Future<Decision> askAnew(Matter matter) {
        boolean asked = NAMED.equals(matter.memory().asked());
        if (asked && matter.memory().tries() > 0) return Future.succeededFuture(giveUp(matter));
        List<Product> offered = offeredBefore(matter).stream()
                .flatMap(id -> shop.catalogue().product(id).stream())
                .limit(OFFERED)
                .toList();
        return ask(matter, asked ? NOT_FOUND : ASK, offered);
    }

    private static List<String> offeredBefore(Matter matter) {
        List<String> buttons = matter.memory().choices().stream()
                .flatMap(choice -> Optional.ofNullable(choice.slots().get(Slots.PRODUCT)).stream())
                .toList();
        if (!buttons.isEmpty()) return buttons;
        return List.of(matter.memory().slots().getOrDefault(SHOWN, "").split(",", -1));
    }

    private static Future<Decision> ask(Matter matter, Line question, List<Product> offered) {
        List<Button> buttons = offered.stream()
                .map(product -> new Button(
                        BUTTON, Map.of("product", product.title()), null, Map.of(Slots.PRODUCT, product.id())))
                .toList();
        Say say = Say.of(question).offering(buttons);
        return Future.succeededFuture(Decision.ask(NAMED, say, matter.slotsWithout(NAMED, Slots.PRODUCT)));
    }

    private static Decision giveUp(Matter matter) {
        String text = matter.heard().text().replace('\n', ' ');
        return new Decision.Escalate(
                "not-understood", Say.of(HEADLINE).with("text", text), null, List.of(), matter.slots());
    }
}
