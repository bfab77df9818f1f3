package outfitter.recommender.training;

import java.time.Instant;
import java.util.Collection;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import outfitter.recommender.basket.Counts;
import outfitter.recommender.basket.SparseRows;
import outfitter.recommender.blend.Blend;
import outfitter.recommender.ranking.Index;
import outfitter.recommender.training.CountedOrders.Counted;

/**
 * An index that takes new orders, and changes of old ones, while it is being read. What {@link #index} gave keeps growing until
 * {@link #compact} replaces it; both states are complete. Thread-safe: orders are added one at a time, readers never wait.
 */
public final class GrowingIndex {
    private volatile Index index;
    private final CountedOrders counted;
    private int onTop;

    /** One of which it is not known what orders are in it. */
    public GrowingIndex(Index index) {
        this(index, new CountedOrders(new long[0], index.signals().orders(), 0));
    }

    private GrowingIndex(Index index, CountedOrders counted) {
        this.index = index;
        this.counted = counted;
    }

    /** Counts an order log. Takes time: call it off the event loop. */
    public static GrowingIndex of(OrderLog log, Instant now) {
        Index built = IndexBuilder.build(log, now);
        long[] ids = log.idsOf(log.inTime());
        return new GrowingIndex(built, new CountedOrders(ids, built.signals().orders(), log.lastOrder()));
    }

    /** Takes up what was saved. */
    public static GrowingIndex of(IndexFile.Saved saved) {
        return new GrowingIndex(saved.index(), saved.counted());
    }

    /** The index with all orders so far. */
    public Index index() {
        return index;
    }

    /** How many orders, or changes of orders, lie on top of the flat arrays. */
    public synchronized int onTop() {
        return onTop;
    }

    /**
     * This is what an order is now: counts it if it is new, counts it anew if it is another than before, and changes nothing if
     * it is the same. Products that the assortment does not know, and repeated ones, are passed over.
     *
     * @param products none when the order does not count, as it was cancelled or came back
     */
    public synchronized void orderIs(long order, Collection<String> products, Instant at) {
        replace(order, new Counted(Instant.ofEpochMilli(at.toEpochMilli()), numbers(products)));
    }

    /** The same of all orders of {@code log}, which is of the same assortment. */
    public synchronized void add(OrderLog log, Instant now) {
        counted.came(log.lastOrder());
        for (int order = 0; order < log.orders(); order++) {
            replace(log.idOf(order), new Counted(log.timeOf(order, now), log.productsOf(order)));
        }
    }

    /** Takes off those of {@code orders} that are counted. */
    public synchronized void takeOff(Set<Long> orders) {
        counted.among(orders, order -> replace(order, new Counted(Instant.EPOCH, new int[0])));
    }

    /** All orders so far as they can be {@linkplain IndexFile saved}; what is added later is not in it. */
    public synchronized IndexFile.Saved saved(@Nullable Lesson lesson, Blend stepUp) {
        compact();
        return new IndexFile.Saved(index.copy(), counted.copy(), lesson, stepUp);
    }

    /** Counts one order of which nobody will say later that it changed; as {@link #orderIs} otherwise. */
    public synchronized void orderPlaced(Collection<String> products, Instant at) {
        int[] numbers = numbers(products);
        if (numbers.length == 0) return;
        count(numbers, at, 1);
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

    private int[] numbers(Collection<String> products) {
        return products.stream()
                .map(index.assortment()::number)
                .filter(OptionalInt::isPresent)
                .mapToInt(OptionalInt::getAsInt)
                .distinct()
                .toArray();
    }

    private void replace(long order, Counted now) {
        Counted before = counted.of(order);
        counted.came(order);
        if (before.isSame(now)) return;
        if (before.products().length > 0) count(before.products(), before.at(), -1);
        if (now.products().length > 0) count(now.products(), now.at(), 1);
        counted.put(order, now);
        onTop++;
    }

    private void count(int[] products, Instant at, int sign) {
        double weight = index.weightAt(at);
        double late = index.lateWeightAt(at);
        boolean pairs = Counts.teachesPairs(products.length);
        IndexBuilder.count(products, at, sign, index.totals(), index.seasonOrders());
        count(index.leaves(), Grouped.leaves(products, index.assortment()), sign, weight, late, pairs);
        count(index.products(), Grouped.products(products), sign, weight, late, pairs);
    }

    private static void count(Counts counts, Grouped grouped, int sign, double weight, double late, boolean pairs) {
        if (sign > 0) counts.add(grouped.things(), grouped.times(), weight, late, pairs);
        else counts.takeOff(grouped.things(), grouped.times(), weight, late, pairs);
    }
}
