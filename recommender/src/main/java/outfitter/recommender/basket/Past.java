package outfitter.recommender.basket;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one customer bought before: how often each product, and when last. Immutable. */
public final class Past {
    public static final Past NONE = new Past(0, Map.of());

    private final int orders;
    private final Map<Integer, Bought> bought;

    private Past(int orders, Map<Integer, Bought> bought) {
        this.orders = orders;
        this.bought = bought;
    }

    /**
     * One product in it.
     *
     * @param times in how many orders
     * @param day of the last of them
     * @param ordersSince how many orders the customer placed after that one
     */
    record Bought(int times, double day, int ordersSince) {}

    /** The past that {@code orders}, oldest first, are. */
    public static Past of(List<int[]> orders, double[] days) {
        Map<Integer, Bought> bought = new HashMap<>();
        for (int order = 0; order < orders.size(); order++) {
            int since = orders.size() - 1 - order;
            for (int product : orders.get(order)) {
                Bought before = bought.get(product);
                int times = before == null ? 1 : before.times() + 1;
                bought.put(product, new Bought(times, days[order], since));
            }
        }
        return new Past(orders.size(), bought);
    }

    /**
     * The past of which only what was bought is known.
     *
     * @param products each once
     * @param times in how many orders each was
     * @param days of the last order of each
     */
    public static Past of(int[] products, int[] times, double[] days) {
        double[] distinct = Arrays.stream(days).distinct().sorted().toArray();
        Map<Integer, Bought> bought = new HashMap<>();
        for (int i = 0; i < products.length; i++) {
            int since = distinct.length - 1 - Arrays.binarySearch(distinct, days[i]);
            bought.put(products[i], new Bought(times[i], days[i], since));
        }
        int most = Arrays.stream(times).max().orElse(0);
        return new Past(Math.max(most, distinct.length), bought);
    }

    public int orders() {
        return orders;
    }

    Map<Integer, Bought> bought() {
        return bought;
    }

    /** How much a product of the past says about now: less with every order since. */
    float freshness(int product) {
        Bought last = bought.get(product);
        return last == null ? 0 : 1f / (1 + last.ordersSince());
    }

    /** At most {@code most} of the products, those first that were bought last and most often. */
    int[] freshest(int most) {
        return bought.entrySet().stream()
                .sorted(Comparator.comparingDouble((Map.Entry<Integer, Bought> each) ->
                                -each.getValue().times()
                                        / (1.0 + each.getValue().ordersSince()))
                        .thenComparing(Map.Entry::getKey))
                .limit(most)
                .mapToInt(Map.Entry::getKey)
                .toArray();
    }
}
