package outfitter.recommender.basket;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import outfitter.recommender.blend.Largest;

/** All that the signals of a cart read, made of an order log at once. Thread-safe. */
public final class BasketSignals {
    /** The ridge table forgets slowly: it wants many orders more than new ones. */
    private static final double RIDGE_HALF_LIFE = 166;

    private static final double LAMBDA = 30;
    private static final double LATE_DAYS = 30;
    private static final double WEEK = 7;
    private static final int MOST_POPULAR = 100;

    final OrderLines orders;
    final CoPurchases together;
    final SparseRows ridge;
    final SparseRows titles;
    private final Map<Long, int[]> popular = new ConcurrentHashMap<>();
    private final double most;
    private final double mostLate;

    private BasketSignals(OrderLines orders, SparseRows titles) {
        this.orders = orders;
        this.titles = titles;
        together = CoPurchases.of(orders);
        ridge = Ridge.of(orders, orders.weights(RIDGE_HALF_LIFE), LAMBDA);
        most = Math.log1p(max(orders));
        mostLate = Math.log1p(mostLate(orders));
    }

    /** The likeness of titles, which no order changes: by product, what is most like it. */
    public static SparseRows titles(String[] titles, double[] prices) {
        return Likeness.of(titles, prices);
    }

    /** Counts {@code orders}; takes time that grows with the cube of the products, up to {@link Ridge#MOST} of them. */
    public static BasketSignals of(OrderLines orders, SparseRows titles) {
        return new BasketSignals(orders, titles);
    }

    /** Whether the product was ever ordered. */
    public boolean knows(int product) {
        return orders.ordersOf(product) > 0;
    }

    public int products() {
        return orders.products();
    }

    /** The products bought most in the month before the week of {@code day}, and then ever, the most popular first. */
    public int[] popular(double day) {
        long week = (long) Math.floor(Math.min(day, end()) / WEEK);
        return popular.computeIfAbsent(week, any -> ranked(Math.min(end(), week * WEEK)));
    }

    /** ln(1 + orders) from 0 to 1 for the most popular. */
    float whole(int product) {
        return most > 0 ? (float) (Math.log1p(orders.ordersOf(product)) / most) : 0;
    }

    /** The same over the month before {@code day}; of a day to come, over the last month there is. */
    float lately(int product, double day) {
        if (mostLate == 0) return 0;
        return (float) (Math.log1p(orders.ordersOf(product, Math.min(day, end()), LATE_DAYS)) / mostLate);
    }

    private double end() {
        return orders.lastDay() + 1e-6; // the newest order included
    }

    private int[] ranked(double day) {
        long[] packed = new long[orders.products()];
        for (int product = 0; product < packed.length; product++) {
            float worth = orders.ordersOf(product, day, LATE_DAYS) + orders.ordersOf(product) / 1e6f;
            packed[product] = Largest.pack(worth, product);
        }
        int length = Largest.sorted(packed, packed.length, MOST_POPULAR);
        int[] ranked = new int[length];
        Arrays.setAll(ranked, place -> Largest.number(packed[place]));
        return ranked;
    }

    private static int mostLate(OrderLines orders) {
        int most = 0;
        for (int product = 0; product < orders.products(); product++) {
            most = Math.max(most, orders.ordersOf(product, orders.lastDay() + 1e-6, LATE_DAYS));
        }
        return most;
    }

    private static int max(OrderLines orders) {
        int most = 0;
        for (int product = 0; product < orders.products(); product++) most = Math.max(most, orders.ordersOf(product));
        return most;
    }
}
