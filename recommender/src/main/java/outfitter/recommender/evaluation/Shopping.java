package outfitter.recommender.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import outfitter.recommender.basket.Asked;
import outfitter.recommender.basket.BasketSignals;
import outfitter.recommender.basket.OrderLines;
import outfitter.recommender.basket.Past;
import outfitter.recommender.basket.SparseRows;

/** An order file as the signals and the measures want it: some orders counted, some asked about. */
final class Shopping {
    private static final int LARGEST = 200;
    private static final int IN_RIDGE = 8000;
    /** So many of a customer's newest orders are their past; a trader's thousands say no more than these. */
    private static final int REMEMBERED = 500;

    private final Orders orders;
    private final SparseRows titles;

    Shopping(Orders orders) {
        this.orders = orders;
        int products = orders.products();
        titles = BasketSignals.titles(
                IntStream.range(0, products).mapToObj(orders::title).toArray(String[]::new),
                IntStream.range(0, products).mapToDouble(orders::price).toArray());
    }

    int size() {
        return orders.placed().size();
    }

    double day(int order) {
        return orders.placed().get(order).at().toEpochMilli() / (double) TimeUnit.DAYS.toMillis(1);
    }

    String customer(int order) {
        return orders.placed().get(order).customer();
    }

    int[] products(int order) {
        return orders.placed().get(order).products();
    }

    /** The signals over the orders that {@code counts} lets through. */
    BasketSignals signals(IntPredicate counts) {
        int[] counted = IntStream.range(0, size()).filter(counts).toArray();
        List<int[]> products = new ArrayList<>();
        for (int order : counted) products.add(products(order));
        double[] days = IntStream.of(counted).mapToDouble(this::day).toArray();
        return BasketSignals.of(new OrderLines(orders.products(), products, days), titles, IN_RIDGE);
    }

    /**
     * The orders of {@code asked}, of the products that the signals know, where there are {@code fewest} to 200; each with the past of
     * its customer among the orders that {@code counts} lets through.
     */
    List<Asked> asked(IntPredicate asked, IntPredicate counts, BasketSignals signals, int fewest) {
        int[] orders = IntStream.range(0, size()).filter(asked).toArray();
        List<Supplier<Past>> pasts = pasts(orders, counts);
        List<Asked> all = new ArrayList<>();
        for (int i = 0; i < orders.length; i++) {
            int[] known =
                    IntStream.of(products(orders[i])).filter(signals::knows).toArray();
            if (known.length < fewest || known.length > LARGEST) continue;
            all.add(new Asked(known, pasts.get(i), day(orders[i])));
        }
        return all;
    }

    /** By order of {@code orders}, ascending, what its customer had bought before it in the orders that count. */
    List<Supplier<Past>> pasts(int[] orders, IntPredicate counts) {
        Map<String, List<Integer>> earlier = new HashMap<>();
        List<Supplier<Past>> pasts = new ArrayList<>();
        for (int order = 0; order < size() && pasts.size() < orders.length; order++) {
            String customer = customer(order);
            if (orders[pasts.size()] == order) pasts.add(past(earlier.getOrDefault(customer, List.of())));
            if (!counts.test(order) || customer.isEmpty()) continue;
            earlier.computeIfAbsent(customer, any -> new ArrayList<>()).add(order);
        }
        return pasts;
    }

    // The list grows on with the customer's later orders.
    private Supplier<Past> past(List<Integer> own) {
        int end = own.size();
        int begin = Math.max(0, end - REMEMBERED);
        return end == 0 ? () -> Past.NONE : () -> past(own, begin, end);
    }

    private Past past(List<Integer> own, int begin, int end) {
        List<Integer> before = own.subList(begin, end);
        return Past.of(
                before.stream().map(this::products).toList(),
                before.stream().mapToDouble(this::day).toArray());
    }
}
