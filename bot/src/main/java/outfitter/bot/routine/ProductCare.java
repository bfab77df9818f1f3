package outfitter.bot.routine;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import outfitter.bot.dialogue.Button;
import outfitter.bot.dialogue.Decision;
import outfitter.bot.dialogue.Line;
import outfitter.bot.dialogue.Say;
import outfitter.bot.understanding.Intents;
import outfitter.bot.understanding.Slots;
import outfitter.models.shop.Product;

/** How to look after a product, from its care text. */
final class ProductCare implements Routine {
    private static final Line CARE = Line.of("product-care.care", "product", "care");
    private static final Line UNKNOWN = Line.of("product-care.unknown", "product");

    private final ProductAccess products;

    ProductCare(Shop shop) {
        this.products = new ProductAccess(shop);
    }

    @Override
    public String id() {
        return "product-care";
    }

    @Override
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>(ProductAccess.LINES);
        lines.addAll(List.of(CARE, UNKNOWN, OrderAccess.PERSON));
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
                product -> Future.succeededFuture(
                        Decision.reply(say(product), matter.slotsWith(Slots.PRODUCT, product.id()))));
    }

    private static Say say(Product product) {
        if (product.care().isBlank()) {
            return Say.of(UNKNOWN)
                    .with("product", product.title())
                    .offering(Button.toward(OrderAccess.PERSON, Intents.PERSON));
        }
        return Say.of(CARE).with("product", product.title()).with("care", product.care());
    }
}
