package outfitter.bot.routine;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import outfitter.bot.dialogue.Decision;
import outfitter.bot.dialogue.Line;
import outfitter.bot.dialogue.Say;
import outfitter.bot.understanding.Slots;
import outfitter.models.conversation.Card;
import outfitter.models.shop.Product;
import outfitter.recommender.ranking.Suggestion;

/** What goes with a product. The customer asked, so nothing is pushed. */
final class GoesWith implements Routine {
    private static final int SHOWN = 4;
    private static final Line SHOWS = Line.of("goes-with.shows", "product");
    private static final Line NOTHING = Line.of("goes-with.nothing", "product");

    private final Shop shop;
    private final ProductAccess products;

    GoesWith(Shop shop) {
        this.shop = shop;
        this.products = new ProductAccess(shop);
    }

    @Override
    public String id() {
        return "goes-with";
    }

    @Override
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>(ProductAccess.LINES);
        lines.addAll(List.of(SHOWS, NOTHING));
        return lines;
    }

    @Override
    public Set<String> carriedBy() {
        return Set.of(Slots.PRODUCT);
    }

    @Override
    public Set<String> toldInOwnWords() {
        return Set.of(ProductAccess.NAMED);
    }

    @Override
    public Future<Decision> settle(Matter matter) {
        return products.open(
                matter,
                product -> shop.goesWith(matter.customer(), List.of(product.id()))
                        .map(found -> show(matter.slotsWith(Slots.PRODUCT, product.id()), product, found.goesWith())));
    }

    private static Decision show(Map<String, String> slots, Product product, List<Suggestion> found) {
        List<Card> cards = found.stream()
                .limit(SHOWN)
                .map(each -> new Card(each.product(), each.sku(), null, null))
                .toList();
        Say say = Say.of(cards.isEmpty() ? NOTHING : SHOWS).with("product", product.title());
        return Decision.reply(say.showing(cards), slots);
    }
}
