package outfitter.recommender.training;

import java.time.Instant;
import java.util.Collection;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import outfitter.recommender.basket.Counts;
import outfitter.recommender.basket.SparseRows;
import outfitter.recommender.blend.Blend;
import outfitter.recommender.ranking.Index;

/**
 * An index that takes new orders while it is being read. What {@link #index} gave keeps growing until {@link #compact}
 * replaces it; both states are complete. Thread-safe: orders are added one at a time, readers never wait.
 */
public final class GrowingIndex {
    private volatile Index index;
    private int onTop;
    private long lastOrder;

    public GrowingIndex(Index index) {
        this(index, 0);
    }

    /** @param lastOrder the newest order in it */
    public GrowingIndex(Index index, long lastOrder) {
        this.index = index;
        this.lastOrder = lastOrder;
    }

    /** The index with all orders so far. */
    public Index index() {
        return index;
    }

    /** How many orders lie on top of the flat arrays. */
    public synchronized int onTop() {
        return onTop;
    }

    /** Counts one order by its number, so that what is saved knows how far it goes. */
    public synchronized void orderPlaced(long order, Collection<String> products, Instant at) {
        lastOrder = Math.max(lastOrder, order);
        orderPlaced(products, at);
    }

    /** Counts all orders of {@code log}, which is of the same assortment. */
    public synchronized void add(OrderLog log, Instant now) {
        lastOrder = Math.max(lastOrder, log.lastOrder());
        for (int order = 0; order < log.orders(); order++) {
            add(log.productsOf(order), log.timeOf(order, now));
            onTop++;
        }
    }

    /** All orders so far as they can be {@linkplain IndexFile saved}; what is added later is not in it. */
    public synchronized IndexFile.Saved saved(@Nullable Lesson lesson, Blend stepUp) {
        compact();
        return new IndexFile.Saved(index.copy(), lastOrder, lesson, stepUp);
    }

    /** Counts one order; products that the assortment does not know, and repeated ones, are passed over. */
    public synchronized void orderPlaced(Collection<String> products, Instant at) {
        int[] numbers = products.stream()
                .map(index.assortment()::number)
                .filter(OptionalInt::isPresent)
                .mapToInt(OptionalInt::getAsInt)
                .distinct()
                .toArray();
        if (numbers.length == 0) return;
        add(numbers, at);
        onTop++;
    }

    /** Puts another ridge table beside what was counted. */
    public synchronized void learn(SparseRows ridge) {
        index = index.with(ridge);
    }

    /** Makes flat arrays of everything. Takes time; off the event loop. */
    public synchronized void compact() {
        index = IndexBuilder.compacted(index);
        onTop = 0;
    }

    private void add(int[] products, Instant at) {
        double weight = index.weightAt(at);
        double late = index.lateWeightAt(at);
        boolean pairs = Counts.teachesPairs(products.length);
        IndexBuilder.count(products, at, index.totals(), index.seasonOrders());
        Grouped leaves = Grouped.leaves(products, index.assortment());
        index.leaves().add(leaves.things(), leaves.times(), weight, late, pairs);
        index.products().add(products, Grouped.products(products).times(), weight, late, pairs);
    }
}
