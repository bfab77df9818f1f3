package outfitter.bot.routine;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import outfitter.bot.dialogue.Decision;
import outfitter.bot.dialogue.Line;
import outfitter.bot.dialogue.Say;
import outfitter.bot.understanding.Slots;
import outfitter.models.shop.Hit;
import outfitter.models.shop.Product;

/** The way to the product that is meant: named, talked of before, found by the words, or asked for. */
final class ProductAccess {
    /** The customer's own words for a product. */
    static final String NAMED = "named";

    private static final double CLEAR = 0.5;
    private static final Line ASK = Line.of("product.ask-which");
    private static final Line NOT_FOUND = Line.of("product.not-found");
    private static final Line HEADLINE = Line.of("headline.not-understood", "text");

    static final List<Line> LINES = List.of(ASK, NOT_FOUND, HEADLINE);

    private final Shop shop;

    ProductAccess(Shop shop) {
        this.shop = shop;
    }

    /** Goes on with the product that the matter is about, or asks which it is. */
    Future<Decision> open(Matter matter, Function<Product, Future<Decision>> then) {
        Optional<Product> product = named(matter).or(() -> found(matter)).or(() -> talkedOf(matter));
        if (product.isPresent()) return then.apply(product.get());
        boolean asked = NAMED.equals(matter.memory().asked());
        if (asked && matter.memory().tries() > 0) return Future.succeededFuture(giveUp(matter));
        Say question = Say.of(asked ? NOT_FOUND : ASK);
        return Future.succeededFuture(Decision.ask(NAMED, question, matter.slotsWithout(NAMED)));
    }

    private Optional<Product> named(Matter matter) {
        return matter.heard().products().stream().findFirst().flatMap(shop.catalogue()::product);
    }

    // "is the rain shell in stock": what the words find, when they find it clearly.
    private Optional<Product> found(Matter matter) {
        String words = matter.slot(NAMED).orElse(matter.heard().text());
        double enough = matter.slot(NAMED).isPresent() ? CLEAR / 2 : CLEAR;
        return shop.catalogue().search(words, 1).stream()
                .filter(hit -> hit.score() >= enough)
                .findFirst()
                .map(Hit::product);
    }

    private Optional<Product> talkedOf(Matter matter) {
        return matter.slot(Slots.PRODUCT)
                .or(() -> matter.state().mentioned().stream().findFirst())
                .flatMap(shop.catalogue()::product);
    }

    private static Decision giveUp(Matter matter) {
        String text = matter.heard().text().replace('\n', ' ');
        return new Decision.Escalate(
                "not-understood", Say.of(HEADLINE).with("text", text), null, List.of(), matter.slots());
    }
}
