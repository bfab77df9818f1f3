package outfitter.recommender.training;

import java.time.Instant;
import java.util.Collection;
import java.util.OptionalInt;
import outfitter.recommender.basket.Counts;
import outfitter.recommender.basket.SparseRows;
import outfitter.recommender.ranking.Index;

/**
 * An index that takes new orders while it is being read. What {@link #index} gave keeps growing until {@link #compact}
 * replaces it; both states are complete. Thread-safe: orders are added one at a time, readers never wait.
 */
public final class GrowingIndex {
    private volatile Index index;
    private int onTop;

    public GrowingIndex(Index index) {
        this.index = index;
    }

    /** The index with all orders so far. */
    public Index index() {
        return index;
    }

    /** How many orders lie on top of the flat arrays. */
    public synchronized int onTop() {
        return onTop;
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
