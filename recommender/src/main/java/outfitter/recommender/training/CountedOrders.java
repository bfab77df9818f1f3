package outfitter.recommender.training;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import outfitter.recommender.basket.OrderLines;
import outfitter.recommender.snapshot.Parts;

/**
 * What an index counted of each order, so that an order that changes can be taken off as it was counted. The numbers of the
 * orders that it was built of stand beside its lines; what changed since lies on top. For one thread at a time.
 */
final class CountedOrders {
    private static final Counted NOTHING = new Counted(Instant.EPOCH, new int[0]);

    private final long[] ids;
    private final OrderLines lines;
    private final Map<Long, Counted> since = new HashMap<>();
    private final boolean isAscending;
    private int @Nullable [] byId;
    private long last;

    /**
     * Orders of which an index was built.
     *
     * @param ids by order of {@code lines}
     * @param last the highest order number that came along
     */
    CountedOrders(long[] ids, OrderLines lines, long last) {
        if (ids.length != 0 && ids.length != lines.orders()) throw new IllegalArgumentException(ids.length + " ids");
        this.ids = ids;
        this.lines = lines;
        this.last = last;
        isAscending = IntStream.range(1, ids.length).allMatch(order -> ids[order - 1] < ids[order]);
    }

    /** One order as it was counted. */
    static final class Counted {
        private final Instant at;
        private final int[] products;

        /** @param products distinct; empty for an order that does not count */
        Counted(Instant at, int[] products) {
            this.at = at;
            this.products = products.clone();
        }

        Instant at() {
            return at;
        }

        int[] products() {
            return products;
        }

        private int[] sorted() {
            int[] sorted = products.clone();
            Arrays.sort(sorted);
            return sorted;
        }

        boolean isSame(Counted other) {
            return Arrays.equals(sorted(), other.sorted()) && (products.length == 0 || at.equals(other.at));
        }
    }

    /** The highest order number that came along. */
    long last() {
        return last;
    }

    void came(long order) {
        last = Math.max(last, order);
    }

    /** What was counted of this order; no products if nothing was. */
    Counted of(long order) {
        Counted later = since.get(order);
        if (later != null) return later;
        int low = 0;
        int high = ids.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ids[byId(middle)] < order) low = middle + 1;
            else high = middle;
        }
        return low < ids.length && ids[byId(low)] == order ? built(byId(low)) : NOTHING;
    }

    // Numbers grow with time but for what was imported: then, and only when it is asked for, they are sorted.
    private int byId(int place) {
        if (isAscending) return place;
        int[] sorted = byId;
        if (sorted == null) {
            sorted = IntStream.range(0, ids.length)
                    .boxed()
                    .sorted(Comparator.comparingLong(order -> ids[order]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            byId = sorted;
        }
        return sorted[place];
    }

    /** From now on the order is counted so. */
    void put(long order, Counted now) {
        came(order);
        since.put(order, now);
    }

    /** Shows those of {@code orders} that count. */
    void among(Set<Long> orders, LongConsumer each) {
        Set<Long> counted = new HashSet<>();
        for (long id : ids) if (orders.contains(id)) counted.add(id);
        since.forEach((id, known) -> {
            if (known.products().length == 0) counted.remove(id);
            else if (orders.contains(id)) counted.add(id);
        });
        counted.forEach(each::accept);
    }

    /** The same, to which nothing is added. */
    CountedOrders copy() {
        CountedOrders copy = new CountedOrders(ids, lines, last);
        copy.since.putAll(since);
        return copy;
    }

    void save(Parts parts) {
        long[] changed =
                since.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
        long[] times = new long[changed.length];
        int[] starts = new int[changed.length + 1];
        int[] products = new int[0];
        for (int i = 0; i < changed.length; i++) {
            Counted counted = of(changed[i]);
            times[i] = counted.at().toEpochMilli();
            int from = products.length;
            products = Arrays.copyOf(products, from + counted.products().length);
            System.arraycopy(counted.products(), 0, products, from, counted.products().length);
            starts[i + 1] = products.length;
        }
        parts.add(ids).add(changed).add(times).add(starts).add(products);
    }

    static CountedOrders load(Parts.Taken from, OrderLines lines, long last) {
        CountedOrders counted = new CountedOrders(from.longs(), lines, last);
        long[] changed = from.longs();
        long[] times = from.longs();
        int[] starts = from.ints();
        int[] products = from.ints();
        for (int i = 0; i < changed.length; i++) {
            int[] own = Arrays.copyOfRange(products, starts[i], starts[i + 1]);
            counted.since.put(changed[i], new Counted(Instant.ofEpochMilli(times[i]), own));
        }
        return counted;
    }

    private Counted built(int order) {
        int[] products = new int[lines.size(order)];
        for (int line = 0; line < products.length; line++) products[line] = lines.product(order, line);
        return new Counted(Instant.ofEpochMilli(Math.round(lines.day(order) * TimeUnit.DAYS.toMillis(1))), products);
    }
}
