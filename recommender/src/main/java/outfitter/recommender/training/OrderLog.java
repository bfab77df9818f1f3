package outfitter.recommender.training;

import java.time.Instant;
import java.util.Arrays;
import java.util.OptionalInt;
import outfitter.models.shop.OrderedLine;
import outfitter.recommender.ranking.Assortment;

/**
 * The order log in numbers, flat: the products of one order after the other. Fill it line by line, the lines of an order
 * together; products that the catalogue does not know are passed over, a product that stands on two lines of an order
 * counts once. For one thread.
 */
public final class OrderLog {
    private final Assortment assortment;
    private int[] starts = new int[1024];
    private long[] ids = new long[1024];
    private long[] times = new long[1024];
    private int[] products = new int[4096];
    private int orders;
    private int length;

    public OrderLog(Assortment assortment) {
        this.assortment = assortment;
    }

    /** Takes the next line. */
    public void add(OrderedLine line) {
        add(line.order(), line.at(), line.product());
    }

    void add(long order, Instant at, String product) {
        OptionalInt number = assortment.number(product);
        if (number.isEmpty()) return;
        if (orders == 0 || ids[orders - 1] != order) begin(order, at);
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

    /** Whether an order with a known product was among the lines. */
    public boolean has(long order) {
        return Arrays.stream(ids, 0, orders).anyMatch(id -> id == order);
    }

    long timeOf(int order) {
        return times[order];
    }

    /** The distinct products of an order, in the order of its lines. */
    int[] productsOf(int order) {
        int end = order + 1 < orders ? starts[order + 1] : length;
        return Arrays.copyOfRange(products, starts[order], end);
    }

    private void begin(long order, Instant at) {
        if (orders == starts.length) {
            starts = Arrays.copyOf(starts, 2 * orders);
            ids = Arrays.copyOf(ids, 2 * orders);
            times = Arrays.copyOf(times, 2 * orders);
        }
        starts[orders] = length;
        ids[orders] = order;
        times[orders++] = at.toEpochMilli();
    }
}
