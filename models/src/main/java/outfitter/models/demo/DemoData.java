package outfitter.models.demo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import outfitter.models.shop.Catalogue;
import outfitter.models.shop.Category;
import outfitter.models.shop.Money;
import outfitter.models.shop.OrderState;
import outfitter.models.shop.OrderedLine;
import outfitter.models.shop.Product;
import outfitter.models.shop.ReturnState;
import outfitter.models.shop.Variant;

/** The demo shop without a database, for whoever wants to try something on its goods and its past. */
public final class DemoData {
    private static final String CURRENCY = "GBP";

    private DemoData() {}

    /** The catalogue as it would be loaded after opening at {@code now}, but without ratings. */
    public static Catalogue catalogue(Instant now) {
        Goods goods = Goods.read();
        List<Goods.Shelf> shelves = goods.shelves();
        List<Category> categories = IntStream.range(0, shelves.size())
                .mapToObj(i -> category(shelves.get(i), i + 1))
                .toList();
        List<Product> products =
                goods.all().values().stream().map(good -> product(good, now)).toList();
        return Catalogue.of(categories, products, Map.of());
    }

    /** The order log as it would be read after opening at {@code now}: oldest first, without what was cancelled or came back. */
    public static List<OrderedLine> orderLog(Instant now) {
        List<Past.Order> orders = Pasts.make(Goods.read(), now, DemoShop.SEED).orders();
        return IntStream.range(0, orders.size())
                .boxed()
                .filter(i -> orders.get(i).state() != OrderState.CANCELLED)
                .flatMap(i -> lines(i + 1, orders.get(i)))
                .toList();
    }

    private static Stream<OrderedLine> lines(int id, Past.Order order) {
        return IntStream.range(0, order.lines().size())
                .filter(line -> order.returns().stream().noneMatch(back -> takesBack(back, line, order)))
                .mapToObj(order.lines()::get)
                .map(line -> new OrderedLine(
                        id, order.customer() + 1L, order.placedAt(), line.product(), line.sku(), line.quantity()));
    }

    private static boolean takesBack(Past.Back back, int line, Past.Order order) {
        return back.line() == line + 1
                && back.quantity() >= order.lines().get(line).quantity()
                && back.state() != ReturnState.REJECTED;
    }

    private static Category category(Goods.Shelf shelf, int position) {
        return new Category(shelf.id(), shelf.parent(), shelf.name(), shelf.drawing(), shelf.sizeTable(), position);
    }

    private static Product product(Good good, Instant now) {
        List<Variant> variants = good.pieces().stream()
                .map(piece -> new Variant(
                        piece.sku(),
                        good.id(),
                        piece.size(),
                        piece.colour(),
                        piece.colourCode(),
                        new Money(good.price(), CURRENCY)))
                .toList();
        return new Product(
                good.id(),
                good.title(),
                good.brand(),
                good.category(),
                good.description(),
                good.care(),
                good.tags(),
                good.repeatable(),
                true,
                good.created(now),
                variants);
    }
}
