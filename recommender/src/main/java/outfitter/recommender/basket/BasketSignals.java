package outfitter.recommender.basket;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import outfitter.recommender.blend.Largest;
import outfitter.recommender.snapshot.Parts;

/**
 * All that the signals of a cart read: what was ordered with what, which grows while it is read ({@link Counts}); and made
 * of an order log at once, what was popular when, the ridge table, and which titles are alike. Thread-safe.
 */
public final class BasketSignals {
    /** With fewer orders than this a product borrows what is known of those with like titles, and lends nothing. */
    public static final int ENOUGH_ORDERS = 5;

    /** The ridge table forgets slowly: it wants many orders more than new ones. */
    private static final double RIDGE_HALF_LIFE = 166;

    private static final double LAMBDA = 30;
    private static final double LATE_DAYS = 30;
    private static final double WEEK = 7;
    private static final int MOST_POPULAR = 100;
    private static final int LENDERS = 12;

    final OrderLines orders;
    final Counts together;
    final SparseRows ridge;
    final SparseRows titles;
    private final Map<Long, int[]> popular = new ConcurrentHashMap<>();
    private final double most;
    private final double mostLate;

    /**
     * Signals over what was counted.
     *
     * @param orders the log at one time; {@code together} may know later ones
     * @param ridge empty rows where there is no table
     */
    public BasketSignals(OrderLines orders, Counts together, SparseRows ridge, SparseRows titles) {
        this.orders = orders;
        this.together = together;
        this.ridge = ridge;
        this.titles = titles;
        most = Math.log1p(max(orders));
        mostLate = Math.log1p(mostLate(orders));
    }

    /** The likeness of titles, which no order changes: by product, what is most like it. */
    public static SparseRows titles(String[] titles, double[] prices) {
        return Likeness.of(titles, prices);
    }

    /**
     * The ridge table over {@code orders}; takes time that grows with the cube of the products, of which those {@code most}
     * take part that were bought most.
     */
    public static SparseRows ridge(OrderLines orders, int most) {
        return Ridge.of(orders, orders.weights(RIDGE_HALF_LIFE, orders.lastDay()), LAMBDA, most);
    }

    /** Counts {@code orders}, and makes the ridge table of them. */
    public static BasketSignals of(OrderLines orders, SparseRows titles, int most) {
        return new BasketSignals(orders, Counts.of(orders, orders.lastDay()), ridge(orders, most), titles);
    }

    /** The same with other counts of the same products. */
    public BasketSignals with(Counts counted) {
        return new BasketSignals(orders, counted, ridge, titles);
    }

    /** The same with another ridge table. */
    public BasketSignals with(SparseRows table) {
        return new BasketSignals(orders, together, table, titles);
    }

    /** Puts everything but the ridge table into a file. */
    public void save(Parts parts) {
        orders.save(parts);
        together.save(parts);
        titles.save(parts);
    }

    /** What was {@linkplain #save saved}, without a ridge table. */
    public static BasketSignals load(Parts.Taken from) {
        OrderLines orders = OrderLines.load(from);
        Counts together = Counts.load(from);
        return new BasketSignals(orders, together, SparseRows.none(orders.products()), SparseRows.load(from));
    }

    /** The log that they were made of. */
    public OrderLines orders() {
        return orders;
    }

    public Counts together() {
        return together;
    }

    public SparseRows titles() {
        return titles;
    }

    /** Whether the product was ever ordered. */
    public boolean knows(int product) {
        return together.orders(product) > 0;
    }

    /** How much a product has to borrow: 1 without an order, 0 from {@value #ENOUGH_ORDERS} on. */
    public float need(int product) {
        return Math.max(0, 1 - together.orders(product) / (float) ENOUGH_ORDERS);
    }

    /** Sees who lends to a product, one by one. */
    @FunctionalInterface
    public interface Lending {
        void see(int lender, float share);
    }

    /**
     * Shows the products with history whose titles are most like that of {@code product}, and how much each lends it: by
     * the square of the likeness, 1 in all.
     */
    public void lenders(int product, Lending lending) {
        float sum = 0;
        int found = 0;
        for (int i = 0; i < titles.size(product) && found < LENDERS; i++) {
            if (!lends(titles.other(product, i))) continue;
            sum += titles.weight(product, i) * titles.weight(product, i);
            found++;
        }
        for (int i = 0; found > 0; i++) {
            int lender = titles.other(product, i);
            if (!lends(lender)) continue;
            lending.see(lender, titles.weight(product, i) * titles.weight(product, i) / sum);
            found--;
        }
    }

    private boolean lends(int product) {
        return together.orders(product) >= ENOUGH_ORDERS;
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
