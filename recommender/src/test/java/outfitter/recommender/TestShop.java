package outfitter.recommender;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import outfitter.models.shop.Catalogue;
import outfitter.models.shop.Category;
import outfitter.models.shop.Money;
import outfitter.models.shop.OrderedLine;
import outfitter.models.shop.Product;
import outfitter.models.shop.Rating;
import outfitter.models.shop.Variant;
import outfitter.recommender.ranking.Assortment;
import outfitter.recommender.ranking.Index;
import outfitter.recommender.training.IndexBuilder;
import outfitter.recommender.training.OrderLog;

/** A small shop put together by a test: products, then orders. */
public final class TestShop {
    public static final Instant NOW = Instant.parse("2026-01-20T12:00:00Z");

    private final Map<String, Category> categories = new LinkedHashMap<>();
    private final Map<String, Product> products = new LinkedHashMap<>();
    private final Map<String, Rating> ratings = new LinkedHashMap<>();
    private final List<OrderedLine> lines = new ArrayList<>();
    private long orders;

    /** Sells a product of one variant, at a price in pounds. */
    public TestShop sell(String id, String leaf, int pounds) {
        return sell(id, leaf, pounds, List.of(), false, true);
    }

    /** Sells a product of one variant that came into the shop then. */
    public TestShop sell(String id, String leaf, int pounds, Instant since) {
        return sell(id, leaf, pounds, List.of(), false, true, since);
    }

    /** Sells a product in {@code sizes}; without any in one variant. */
    public TestShop sell(String id, String leaf, int pounds, List<String> sizes, boolean repeatable, boolean active) {
        return sell(id, leaf, pounds, sizes, repeatable, active, Instant.EPOCH);
    }

    private TestShop sell(
            String id, String leaf, int pounds, List<String> sizes, boolean repeatable, boolean active, Instant since) {
        String group = leaf.substring(0, Math.max(0, leaf.indexOf('/')));
        if (!group.isEmpty()) categories.putIfAbsent(group, category(group, null));
        categories.putIfAbsent(leaf, category(leaf, group.isEmpty() ? null : group));
        Stream<String> variantSizes = sizes.isEmpty() ? Stream.of("") : sizes.stream();
        List<Variant> variants = variantSizes
                .map(size -> variant(id, size.isEmpty() ? null : size, pounds))
                .toList();
        String title = id.replace('-', ' ');
        products.put(id, new Product(id, title, "", leaf, "", "", List.of(), repeatable, active, since, variants));
        return this;
    }

    public TestShop rated(String id, double stars, int reviews) {
        ratings.put(id, new Rating(stars, reviews));
        return this;
    }

    /** One order of these products, so many days before now. */
    public TestShop order(int daysAgo, String... ids) {
        orders++;
        for (String id : ids) {
            lines.add(new OrderedLine(orders, 1, NOW.minus(Duration.ofDays(daysAgo)), id, id, 1));
        }
        return this;
    }

    /** The same order {@code times} times. */
    public TestShop orders(int times, int daysAgo, String... ids) {
        for (int i = 0; i < times; i++) order(daysAgo, ids);
        return this;
    }

    public Assortment assortment() {
        return new Assortment(products.values(), categories.values(), ratings);
    }

    public Catalogue catalogue() {
        return Catalogue.of(List.copyOf(categories.values()), List.copyOf(products.values()), ratings);
    }

    public Index index() {
        return IndexBuilder.build(log(), NOW);
    }

    /** All orders so far. */
    public OrderLog log() {
        OrderLog log = new OrderLog(assortment());
        lines.forEach(log::add);
        return log;
    }

    public List<OrderedLine> lines() {
        return List.copyOf(lines);
    }

    /** So many pieces of every variant. */
    public Map<String, Integer> stocked(int pieces) {
        Map<String, Integer> stock = new LinkedHashMap<>();
        products.values().forEach(product -> product.variants().forEach(variant -> stock.put(variant.sku(), pieces)));
        return stock;
    }

    public static String sku(String product, @Nullable String size) {
        return size == null ? product : product + "-" + size;
    }

    private static Variant variant(String product, @Nullable String size, int pounds) {
        return new Variant(sku(product, size), product, size, null, null, new Money(100L * pounds, "GBP"));
    }

    private static Category category(String id, @Nullable String parent) {
        return new Category(id, parent, id, null, null, 0);
    }
}
