package outfitter.models.demo;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A way to send an order, as in {@code /demo/delivery.csv}; amounts in pence.
 *
 * @param freeFrom null when it always costs
 */
record Delivery(
        String id,
        String name,
        String country,
        long price,
        @Nullable Long freeFrom,
        int daysMin,
        int daysMax) {
    static final List<Delivery> ALL =
            Resources.csv("delivery.csv").stream().map(Delivery::from).toList();
    static final Delivery STANDARD = named("standard");
    private static final int PENCE = 100;

    static Delivery named(String id) {
        return ALL.stream().filter(way -> way.id().equals(id)).findFirst().orElseThrow();
    }

    long priceFor(long worth) {
        return freeFrom != null && worth >= freeFrom ? 0 : price;
    }

    private static Delivery from(Map<String, String> row) {
        String freeFrom = row.getOrDefault("free_from", "");
        return new Delivery(
                row.getOrDefault("id", ""),
                row.getOrDefault("name", ""),
                row.getOrDefault("country", ""),
                pence(row.getOrDefault("price", "")),
                freeFrom.isEmpty() ? null : pence(freeFrom),
                Integer.parseInt(row.getOrDefault("days_min", "")),
                Integer.parseInt(row.getOrDefault("days_max", "")));
    }

    private static long pence(String pounds) {
        return Math.round(Double.parseDouble(pounds) * PENCE);
    }
}
