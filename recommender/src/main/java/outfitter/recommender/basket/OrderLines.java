package outfitter.recommender.basket;

import java.util.Arrays;
import java.util.List;
import outfitter.recommender.snapshot.Parts;

/**
 * Orders in flat arrays, oldest first: products of each, and of each product the orders with it. Immutable.
 *
 * <p>An order has a day, as a number that grows with time, and what it weighs is up to who reads.
 */
public final class OrderLines {
    private final int products;
    private final int[] starts;
    private final int[] lines;
    private final double[] days;
    private final int[] productStarts;
    private final int[] productOrders;

    /** @param orders distinct products of each, all below {@code products} */
    public OrderLines(int products, List<int[]> orders, double[] days) {
        this.products = products;
        this.days = days.clone();
        starts = new int[orders.size() + 1];
        for (int order = 0; order < orders.size(); order++)
            starts[order + 1] = starts[order] + orders.get(order).length;
        lines = new int[starts[orders.size()]];
        productStarts = new int[products + 1];
        for (int order = 0; order < orders.size(); order++) {
            System.arraycopy(orders.get(order), 0, lines, starts[order], orders.get(order).length);
            for (int product : orders.get(order)) productStarts[product + 1]++;
        }
        for (int product = 0; product < products; product++) productStarts[product + 1] += productStarts[product];
        productOrders = new int[lines.length];
        int[] filled = productStarts.clone();
        for (int order = 0; order < orders.size(); order++) {
            for (int product : orders.get(order)) productOrders[filled[product]++] = order;
        }
    }

    private OrderLines(
            int products, int[] starts, int[] lines, double[] days, int[] productStarts, int[] productOrders) {
        this.products = products;
        this.starts = starts;
        this.lines = lines;
        this.days = days;
        this.productStarts = productStarts;
        this.productOrders = productOrders;
    }

    void save(Parts parts) {
        parts.add(new int[] {products})
                .add(starts)
                .add(lines)
                .add(days)
                .add(productStarts)
                .add(productOrders);
    }

    static OrderLines load(Parts.Taken from) {
        return new OrderLines(from.ints()[0], from.ints(), from.ints(), from.doubles(), from.ints(), from.ints());
    }

    public int products() {
        return products;
    }

    public int orders() {
        return days.length;
    }

    public double day(int order) {
        return days[order];
    }

    /** The day of the newest order, 0 without any. */
    public double lastDay() {
        return days.length == 0 ? 0 : days[days.length - 1];
    }

    public int size(int order) {
        return starts[order + 1] - starts[order];
    }

    public int product(int order, int line) {
        return lines[starts[order] + line];
    }

    /** How many orders have the product. */
    public int ordersOf(int product) {
        return productStarts[product + 1] - productStarts[product];
    }

    /** The orders with the product, the oldest first. */
    int orderOf(int product, int index) {
        return productOrders[productStarts[product] + index];
    }

    /** How many orders with the product there were in the {@code length} days up to {@code day}. */
    int ordersOf(int product, double day, double length) {
        return ordersUpTo(product, day) - ordersUpTo(product, day - length);
    }

    private int ordersUpTo(int product, double day) {
        int low = productStarts[product];
        int high = productStarts[product + 1];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (days[productOrders[middle]] < day) low = middle + 1;
            else high = middle;
        }
        return low - productStarts[product];
    }

    /** By order, 2^(−age / {@code halfLife}), one of the day {@code landmark} weighing 1. */
    double[] weights(double halfLife, double landmark) {
        double[] weights = new double[orders()];
        Arrays.setAll(weights, order -> Math.pow(2, (days[order] - landmark) / halfLife));
        return weights;
    }
}
