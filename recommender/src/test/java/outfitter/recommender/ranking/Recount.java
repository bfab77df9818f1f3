package outfitter.recommender.ranking;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import outfitter.models.shop.Money;
import outfitter.models.shop.OrderedLine;
import outfitter.models.shop.Product;
import outfitter.models.shop.Rating;
import outfitter.models.shop.SegmentSales.Sold;

/** Counts what reasons say once more, by looking at all orders and the whole catalogue. */
final class Recount {
    private static final int FEW = 5;

    private final Assortment assortment;
    private final Instant now;
    private final Map<String, BitSet> ordersOf = new HashMap<>();
    private final Map<Long, Instant> timeOf = new HashMap<>();
    private List<Sold> sales = List.of();

    Recount(Assortment assortment, List<OrderedLine> lines, Instant now) {
        this.assortment = assortment;
        this.now = now;
        for (OrderedLine line : lines) {
            ordersOf.computeIfAbsent(line.product(), any -> new BitSet()).set((int) line.order());
            timeOf.put(line.order(), line.at());
        }
    }

    /** What was sold to whom. */
    void sold(List<Sold> all) {
        sales = all;
    }

    /** Whether {@code reason} says of {@code product} what is so. */
    boolean isTrue(Situation situation, String product, Evidence reason) {
        int count = reason.facts().get("count") instanceof Integer number ? number : -1;
        return switch (reason.kind()) {
            case "bought-together" -> count >= 2 && count == together(product, text(reason, "with"));
            case "goes-with-bought" ->
                count >= 2
                        && count == together(product, text(reason, "with"))
                        && day(bought(situation, text(reason, "with"))).equals(text(reason, "at"));
            case "like-without-orders" ->
                orders(text(reason, "with")) == 0 && count == together(product, text(reason, "like"));
            case "like-with-few-orders" ->
                orders(text(reason, "with")) > 0
                        && orders(text(reason, "with")) < FEW
                        && count == together(product, text(reason, "like"));
            case "new-like" -> orders(product) < FEW && count == together(text(reason, "like"), text(reason, "with"));
            case "bought-before" ->
                count == bought(situation, product).times()
                        && day(bought(situation, product)).equals(text(reason, "at"));
            case "looked-at-next" -> wentOn(situation, product, text(reason, "with"), count, number(reason, "of"));
            case "season" -> count >= FEW && count == inSeason(product, Season.at(now));
            case "segment-new", "segment-returning" ->
                isSold(reason.kind().substring("segment-".length()), product, count);
            case "segment-tier" -> isSold(text(reason, "tier"), product, count);
            case "segment-country" -> isSold("country:" + text(reason, "country"), product, count);
            case "dearer", "dearest" -> isDearer(product, reason, count);
            case "same-purpose" ->
                ((List<?>) fact(reason, "tags"))
                        .stream()
                                .allMatch(tag -> product(product).tags().contains(tag)
                                        && product(text(reason, "than")).tags().contains(tag));
            case "stars" ->
                new Rating((Double) fact(reason, "stars"), count).equals(assortment.rating(number(product)));
            case "ordered" -> count == orders(product);
            case "ordered-more" ->
                count == orders(product)
                        && number(reason, "of") == orders(text(reason, "than"))
                        && count > number(reason, "of");
            case "price-sense" -> count > 0 && count <= boughtOfItsKind(situation, product);
            default -> false;
        };
    }

    /** In how many orders it was. */
    int orders(String product) {
        return ordersOf.getOrDefault(product, new BitSet()).cardinality();
    }

    private int together(String one, String other) {
        BitSet both = (BitSet) ordersOf.getOrDefault(one, new BitSet()).clone();
        both.and(ordersOf.getOrDefault(other, new BitSet()));
        return both.cardinality();
    }

    private int inSeason(String product, Season season) {
        return (int) ordersOf.getOrDefault(product, new BitSet()).stream()
                .filter(order -> Season.at(Objects.requireNonNull(timeOf.get((long) order))) == season)
                .count();
    }

    private static boolean wentOn(Situation situation, String product, String after, int visitors, int of) {
        GoesOn next = Objects.requireNonNull(situation.goesOn().get(product));
        return next.after().equals(after) && next.visitors() == visitors && next.of() == of && visitors > 1;
    }

    private boolean isSold(String segment, String product, int count) {
        return sales.contains(new Sold(segment, product, count));
    }

    private boolean isDearer(String product, Evidence reason, int count) {
        Money price = price(product);
        List<String> kind = IntStream.range(0, assortment.size())
                .mapToObj(assortment::id)
                .filter(other -> Objects.equals(
                        product(other).category(), product(product).category()))
                .toList();
        long dearer = kind.stream()
                .filter(other -> price(other).minor() > price.minor())
                .count();
        return kind.contains(text(reason, "than"))
                && (Long) fact(reason, "minor")
                        == price.minor() - price(text(reason, "than")).minor()
                && count == dearer
                && number(reason, "of") == kind.size();
    }

    private int boughtOfItsKind(Situation situation, String product) {
        return (int) situation.bought().stream()
                .filter(purchase -> Objects.equals(
                        product(purchase.product()).category(), product(product).category()))
                .count();
    }

    private Situation.Purchase bought(Situation situation, String product) {
        return situation.bought().stream()
                .filter(purchase -> purchase.product().equals(product))
                .findFirst()
                .orElseThrow();
    }

    private static String day(Situation.Purchase purchase) {
        return LocalDate.ofInstant(purchase.at(), ZoneOffset.UTC).toString();
    }

    private int number(String product) {
        return assortment.number(product).orElseThrow();
    }

    private Product product(String id) {
        return assortment.product(number(id));
    }

    private Money price(String product) {
        return product(product).price().orElseThrow();
    }

    private static String text(Evidence reason, String name) {
        return fact(reason, name).toString();
    }

    private static int number(Evidence reason, String name) {
        return (Integer) fact(reason, name);
    }

    private static Object fact(Evidence reason, String name) {
        return Objects.requireNonNull(reason.facts().get(name), name);
    }
}
