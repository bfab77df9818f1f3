package outfitter.bot.routine;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import outfitter.bot.dialogue.Decision;
import outfitter.bot.dialogue.Line;
import outfitter.bot.dialogue.Say;
import outfitter.bot.understanding.Slots;
import outfitter.models.conversation.Card;
import outfitter.models.shop.Product;
import outfitter.models.shop.Stock;
import outfitter.models.shop.Variant;

/** Whether a product can be had, in a size or colour, and if not, when again. */
final class InStock implements Routine {
    private static final Line YES = Line.of("stock.yes", "product", "which");
    private static final Line FEW = Line.of("stock.few", "product", "which", "count");
    private static final Line SIZES = Line.of("stock.sizes", "product", "sizes");
    private static final Line UNTIL = Line.of("stock.until", "product", "which", "day");
    private static final Line OUT = Line.of("stock.out", "product", "which");
    private static final Line OTHERS = Line.of("stock.other-sizes", "sizes");
    private static final Line NO_SUCH = Line.of("stock.no-such", "product", "which");
    private static final Line ANY = Line.of("stock.any");
    private static final Line IN_SIZE = Line.of("stock.in-size", "size");
    private static final Line IN_COLOUR = Line.of("stock.in-colour", "colour");
    private static final Line IN_BOTH = Line.of("stock.in-both", "size", "colour");

    private final Shop shop;
    private final ProductAccess products;

    InStock(Shop shop) {
        this.shop = shop;
        this.products = new ProductAccess(shop);
    }

    @Override
    public String id() {
        return "stock";
    }

    @Override
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>(ProductAccess.LINES);
        lines.addAll(List.of(YES, FEW, SIZES, UNTIL, OUT, OTHERS, NO_SUCH, ANY, IN_SIZE, IN_COLOUR, IN_BOTH));
        return lines;
    }

    @Override
    public Set<String> carriedBy() {
        return Set.of(Slots.SIZE, Slots.COLOUR, Slots.PRODUCT);
    }

    @Override
    public Set<String> toldInOwnWords() {
        return Set.of(ProductAccess.NAMED);
    }

    @Override
    public Future<Decision> settle(Matter matter) {
        return products.open(
                matter, product -> shop.stockOf(List.of(product.id())).map(stock -> answer(matter, product, stock)));
    }

    private static Decision answer(Matter matter, Product product, Map<String, Stock> stock) {
        String size = matter.slots().get(Slots.SIZE);
        String colour = colour(matter, product);
        List<Variant> asked = product.variants().stream()
                .filter(variant -> fits(variant.size(), size) && isIn(variant.colour(), colour))
                .toList();
        Say which = which(size, colour);
        List<Say> says = new ArrayList<>();
        if (asked.isEmpty())
            says.add(Say.of(NO_SUCH).with("product", product.title()).with("which", which));
        else says.add(verdict(product, asked, stock, which));
        boolean narrow = size != null && asked.stream().allMatch(variant -> pieces(variant, stock) == 0);
        if (narrow) others(product, stock).ifPresent(says::add);
        if (size == null) sizes(product, asked, stock).ifPresent(says::add);
        return new Decision.Reply(
                withCard(says, product), List.of(), matter.slotsWith(Slots.PRODUCT, product.id()), null);
    }

    private static List<Say> withCard(List<Say> says, Product product) {
        List<Say> shown = new ArrayList<>(says);
        shown.set(0, says.get(0).showing(List.of(new Card(product.id(), null, null, null))));
        return shown;
    }

    // A colour that was said earlier of something else does not count.
    private static @Nullable String colour(Matter matter, Product product) {
        String colour = matter.slots().get(Slots.COLOUR);
        boolean saidNow = matter.heard().slot(Slots.COLOUR).isPresent();
        boolean has = product.variants().stream().anyMatch(variant -> isIn(variant.colour(), colour));
        return saidNow || has ? colour : null;
    }

    private static boolean fits(@Nullable String size, @Nullable String asked) {
        return asked == null || size == null || size.equalsIgnoreCase(asked);
    }

    private static boolean isIn(@Nullable String colour, @Nullable String asked) {
        return asked == null
                || (colour != null && colour.toLowerCase(Locale.ROOT).contains(asked.toLowerCase(Locale.ROOT)));
    }

    private static Say which(@Nullable String size, @Nullable String colour) {
        if (size != null && colour != null)
            return Say.of(IN_BOTH).with("size", size).with("colour", colour);
        if (size != null) return Say.of(IN_SIZE).with("size", size);
        if (colour != null) return Say.of(IN_COLOUR).with("colour", colour);
        return Say.of(ANY);
    }

    private static Say verdict(Product product, List<Variant> asked, Map<String, Stock> stock, Say which) {
        int left = asked.stream().mapToInt(variant -> pieces(variant, stock)).sum();
        Function<Line, Say> say =
                line -> Say.of(line).with("product", product.title()).with("which", which);
        if (left > 3) return say.apply(YES);
        if (left > 0) return say.apply(FEW).with("count", left);
        Optional<LocalDate> again = asked.stream()
                .map(variant -> stock.get(variant.sku()))
                .filter(Objects::nonNull)
                .map(Stock::restockOn)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder());
        return again.map(day -> say.apply(UNTIL).with("day", day)).orElseGet(() -> say.apply(OUT));
    }

    private static Optional<Say> sizes(Product product, List<Variant> asked, Map<String, Stock> stock) {
        List<String> sizes = sizesLeft(asked, stock);
        return sizes.size() < 2
                ? Optional.empty()
                : Optional.of(Say.of(SIZES).with("product", product.title()).with("sizes", sizes));
    }

    private static Optional<Say> others(Product product, Map<String, Stock> stock) {
        List<String> sizes = sizesLeft(product.variants(), stock);
        return sizes.isEmpty() ? Optional.empty() : Optional.of(Say.of(OTHERS).with("sizes", sizes));
    }

    private static List<String> sizesLeft(List<Variant> variants, Map<String, Stock> stock) {
        return variants.stream()
                .filter(variant -> pieces(variant, stock) > 0)
                .map(Variant::size)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static int pieces(Variant variant, Map<String, Stock> stock) {
        Stock known = stock.get(variant.sku());
        return known == null ? 0 : known.quantity();
    }
}
