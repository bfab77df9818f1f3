package outfitter.recommender.training;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import outfitter.recommender.ranking.Assortment;
import outfitter.recommender.ranking.Counts;
import outfitter.recommender.ranking.CountsBuilder;
import outfitter.recommender.ranking.Index;
import outfitter.recommender.ranking.Season;

/**
 * Counts an order log into an {@link Index}. Orders are listed by product once; then each product's row is added up in
 * a dense array over the orders that have it, so that no pair is ever looked up. Takes time: call it off the event loop.
 */
public final class IndexBuilder {
    private static final int[] NOTHING = new int[0];

    private final OrderLog log;
    private final Assortment assortment;
    private final AtomicLongArray totals = new AtomicLongArray(3);
    private final AtomicIntegerArray seasonOrders;

    private IndexBuilder(OrderLog log) {
        this.log = log;
        assortment = log.assortment();
        seasonOrders = new AtomicIntegerArray(Season.COUNT * assortment.size());
    }

    /** The index of all orders in {@code log}. An order from the future counts as if it were placed {@code now}. */
    public static Index build(OrderLog log, Instant now) {
        return new IndexBuilder(log).build(now);
    }

    /** The same counts, flat; resembling products are found anew, as more of them may have history by now. */
    static Index compacted(Index index) {
        Counts products = index.products().compacted();
        return new Index(
                index.assortment(),
                products,
                index.leaves().compacted(),
                index.totals(),
                index.seasonOrders(),
                Titles.resemblances(index.assortment(), lenders(products)),
                index.landmark());
    }

    private Index build(Instant now) {
        double[] weights = new double[log.orders()];
        Grouped[] byProduct = new Grouped[log.orders()];
        Grouped[] byLeaf = new Grouped[log.orders()];
        for (int order = 0; order < log.orders(); order++) {
            Instant at = Instant.ofEpochMilli(Math.min(log.timeOf(order), now.toEpochMilli()));
            int[] products = log.productsOf(order);
            weights[order] = Index.weightBetween(now, at);
            byProduct[order] = Grouped.products(products);
            byLeaf[order] = Grouped.leaves(products, assortment);
            count(products, at, totals, seasonOrders);
        }
        Counts products = counts(assortment.size(), byProduct, weights);
        Counts leaves = counts(assortment.leafCount(), byLeaf, weights);
        return new Index(
                assortment,
                products,
                leaves,
                totals,
                seasonOrders,
                Titles.resemblances(assortment, lenders(products)),
                now);
    }

    /** Counts what is not about pairs. */
    static void count(int[] products, Instant at, AtomicLongArray totals, AtomicIntegerArray seasonOrders) {
        totals.addAndGet(Index.ORDERS, 1);
        for (int product : products) seasonOrders.incrementAndGet(Season.at(at).slot(product));
        if (!Index.teachesPairs(products.length)) return;
        totals.addAndGet(Index.LINES, products.length);
        totals.addAndGet(Index.PAIRS, products.length * (products.length - 1L));
    }

    private static Counts counts(int size, Grouped[] orders, double[] weights) {
        int[][] ordersWith = ordersWith(size, orders);
        CountsBuilder rows = new CountsBuilder(size);
        for (int thing = 0; thing < size; thing++) {
            int total = 0;
            double weight = 0;
            for (int order : ordersWith[thing]) {
                int own = timesOf(thing, orders[order]);
                total += own;
                weight += own * weights[order];
                addPartners(rows, thing, own, orders[order], weights[order]);
            }
            rows.endRow(total, weight);
        }
        return rows.build();
    }

    private static void addPartners(CountsBuilder rows, int thing, int own, Grouped order, double weight) {
        if (!Index.teachesPairs(order.things().length)) return;
        for (int i = 0; i < order.things().length; i++) {
            int other = order.things()[i];
            int pairs = other == thing ? own * (own - 1) : own * order.times()[i];
            if (pairs > 0) rows.together(other, pairs, pairs * weight);
        }
    }

    private static int timesOf(int thing, Grouped order) {
        for (int i = 0; i < order.things().length; i++) if (order.things()[i] == thing) return order.times()[i];
        throw new IllegalStateException("order without " + thing);
    }

    private static int[][] ordersWith(int size, Grouped[] orders) {
        int[] sizes = new int[size];
        for (Grouped order : orders) for (int thing : order.things()) sizes[thing]++;
        int[][] lists = new int[size][];
        for (int thing = 0; thing < size; thing++) lists[thing] = sizes[thing] == 0 ? NOTHING : new int[sizes[thing]];
        int[] filled = new int[size];
        for (int order = 0; order < orders.length; order++) {
            for (int thing : orders[order].things()) lists[thing][filled[thing]++] = order;
        }
        return lists;
    }

    private static boolean[] lenders(Counts products) {
        boolean[] lends = new boolean[products.size()];
        for (int product = 0; product < lends.length; product++) {
            lends[product] = products.orders(product) >= Index.ENOUGH_ORDERS;
        }
        return lends;
    }
}
