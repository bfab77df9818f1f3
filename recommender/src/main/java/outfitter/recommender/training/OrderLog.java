package outfitter.recommender.training;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import outfitter.models.shop.OrderedLine;
import outfitter.recommender.basket.OrderLines;
import outfitter.recommender.ranking.Assortment;
import outfitter.recommender.ranking.Index;

/**
 * The order log in numbers, flat: the products of one order after the other. Fill it line by line, the lines of an order
 * together; products that the catalogue does not know are passed over, a product that stands on two lines of an order
 * counts once. For one thread.
 */
public final class OrderLog {
    private final Assortment assortment;
    private int[] starts = new int[1024];
    private long[] ids = new long[1024];
    private long[] customers = new long[1024];
    private long[] times = new long[1024];
    private int[] products = new int[4096];
    private int orders;
    private int length;
    private long lastOrder;

    public OrderLog(Assortment assortment) {
        this.assortment = assortment;
    }

    /** Takes the next line. */
    public void add(OrderedLine line) {
        add(line.order(), line.customer(), line.at(), line.product());
    }

    void add(long order, long customer, Instant at, String product) {
        lastOrder = Math.max(lastOrder, order);
        OptionalInt number = assortment.number(product);
        if (number.isEmpty()) return;
        if (orders == 0 || ids[orders - 1] != order) begin(order, customer, at);
        for (int i = starts[orders - 1]; i < length; i++) if (products[i] == number.getAsInt()) return;
        if (length == products.length) products = Arrays.copyOf(products, 2 * length);
        products[length++] = number.getAsInt();
    }

    Assortment assortment() {
        return assortment;
    }

    /** How many orders with a known product there are. */
    public int orders() {
        return orders;
    }

    /** The highest order number that came along, whatever was in it; 0 for none. */
    public long lastOrder() {
        return lastOrder;
    }

    /** The orders, oldest first, by their place in the log. */
    int[] inTime() {
        boolean already = IntStream.range(1, orders).allMatch(order -> times[order - 1] <= times[order]);
        if (already) return IntStream.range(0, orders).toArray();
        return IntStream.range(0, orders)
                .boxed()
                .sorted(Comparator.comparingLong(order -> times[order]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The numbers of these orders. */
    long[] idsOf(int[] which) {
        return Arrays.stream(which).mapToLong(order -> ids[order]).toArray();
    }

    /** These orders, given oldest first. One from the future counts as if it were placed {@code now}. */
    OrderLines lines(int[] which, Instant now) {
        List<int[]> all = new ArrayList<>(which.length);
        double[] days = new double[which.length];
        for (int i = 0; i < which.length; i++) {
            all.add(productsOf(which[i]));
            days[i] = Index.day(timeOf(which[i], now));
        }
        return new OrderLines(assortment.size(), all, days);
    }

    Instant timeOf(int order, Instant now) {
        return Instant.ofEpochMilli(Math.min(times[order], now.toEpochMilli()));
    }

    /** What the shop's tables call it. */
    long idOf(int order) {
        return ids[order];
    }

    /** Who placed it; 0 for nobody known. */
    long customerOf(int order) {
        return customers[order];
    }

    /** The distinct products of an order, in the order of its lines. */
    int[] productsOf(int order) {
        int end = order + 1 < orders ? starts[order + 1] : length;
        return Arrays.copyOfRange(products, starts[order], end);
    }

    private void begin(long order, long customer, Instant at) {
        if (orders == starts.length) {
            starts = Arrays.copyOf(starts, 2 * orders);
            ids = Arrays.copyOf(ids, 2 * orders);
            customers = Arrays.copyOf(customers, 2 * orders);
            times = Arrays.copyOf(times, 2 * orders);
        }
        starts[orders] = length;
        ids[orders] = order;
        customers[orders] = customer;
        times[orders++] = at.toEpochMilli();
    }
}
