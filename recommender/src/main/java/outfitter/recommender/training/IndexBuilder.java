package outfitter.recommender.training;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;
import outfitter.models.shop.Money;
import outfitter.models.shop.Product;
import outfitter.recommender.basket.BasketSignals;
import outfitter.recommender.basket.Counts;
import outfitter.recommender.basket.CountsBuilder;
import outfitter.recommender.basket.OrderLines;
import outfitter.recommender.basket.SparseRows;
import outfitter.recommender.ranking.Assortment;
import outfitter.recommender.ranking.Index;
import outfitter.recommender.ranking.Season;

/** Counts an order log into an {@link Index}. Takes time: call it off the event loop. */
public final class IndexBuilder {
    private IndexBuilder() {}

    /** The index of all orders in {@code log}. An order from the future counts as if it were placed {@code now}. */
    public static Index build(OrderLog log, Instant now) {
        return build(log, log.inTime(), titles(log.assortment()), now);
    }

    /** The index of {@code orders}, given oldest first. */
    static Index build(OrderLog log, int[] orders, SparseRows titles, Instant now) {
        Assortment assortment = log.assortment();
        OrderLines lines = log.lines(orders, now);
        Counts products = Counts.of(lines, Index.day(now));
        AtomicLongArray totals = new AtomicLongArray(3);
        AtomicIntegerArray seasonOrders = new AtomicIntegerArray(Season.COUNT * assortment.size());
        for (int order : orders) count(log.productsOf(order), log.timeOf(order, now), 1, totals, seasonOrders);
        BasketSignals signals = new BasketSignals(lines, products, SparseRows.none(assortment.size()), titles);
        return new Index(assortment, signals, leaves(products, assortment), totals, seasonOrders, now);
    }

    /** The same counts, flat. */
    static Index compacted(Index index) {
        return new Index(
                index.assortment(),
                index.signals().with(index.products().compacted()),
                index.leaves().compacted(),
                index.totals(),
                index.seasonOrders(),
                index.landmark());
    }

    /** Which products' titles, brands and kinds are alike. */
    static SparseRows titles(Assortment assortment) {
        return BasketSignals.titles(
                IntStream.range(0, assortment.size())
                        .mapToObj(product -> textOf(assortment.product(product)))
                        .toArray(String[]::new),
                IntStream.range(0, assortment.size())
                        .mapToDouble(product ->
                                assortment.price(product).map(Money::minor).orElse(0L))
                        .toArray());
    }

    /**
     * Counts what is not about pairs.
     *
     * @param sign 1 to count the order, -1 to take it off
     */
    static void count(int[] products, Instant at, int sign, AtomicLongArray totals, AtomicIntegerArray seasonOrders) {
        totals.addAndGet(Index.ORDERS, sign);
        totals.addAndGet(Index.LINES, (long) sign * products.length);
        for (int product : products) seasonOrders.addAndGet(Season.at(at).slot(product), sign);
        if (Counts.teachesPairs(products.length))
            totals.addAndGet(Index.PAIRS, (long) sign * products.length * (products.length - 1));
    }

    // Pairs of leaves are pairs of their products: what was counted of these adds up.
    private static Counts leaves(Counts products, Assortment assortment) {
        CountsBuilder rows = new CountsBuilder(assortment.leafCount());
        for (int leaf = 0; leaf < assortment.leafCount(); leaf++) {
            int orders = 0;
            double weight = 0;
            double late = 0;
            for (int product : assortment.productsIn(leaf)) {
                orders += products.orders(product);
                weight += products.weight(product);
                late += products.lateWeight(product);
                products.partnersOf(product, (partner, together, pair, latePair) -> {
                    int other = assortment.leaf(partner);
                    if (other != Assortment.NO_LEAF) rows.together(other, together, pair, latePair);
                });
            }
            rows.endRow(orders, weight, late);
        }
        return rows.build();
    }

    private static String textOf(Product product) {
        String category = product.category() == null ? "" : product.category();
        String leaf = category.substring(category.lastIndexOf('/') + 1);
        return product.title() + " " + product.brand() + " " + leaf;
    }
}
