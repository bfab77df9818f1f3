package outfitter.models.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import outfitter.models.json.Json;

/**
 * A reason to buy outdoor equipment.
 *
 * @param share how many people have it as their main one
 * @param seasons how much of it is bought in each month, January first, 1 in the best
 * @param kit what one needs for it, by leaf
 */
record Adventure(String id, double share, List<Double> seasons, List<Wish> kit) {
    /** How likely a product of this leaf is among what one buys. */
    record Wish(String leaf, double likelihood) {}

    private record Body(double share, List<Double> months, Map<String, Double> kit) {
        Adventure named(String id) {
            double best = Collections.max(months);
            List<Wish> wishes = new ArrayList<>();
            new TreeMap<>(kit).forEach((leaf, likelihood) -> wishes.add(new Wish(leaf, likelihood)));
            return new Adventure(
                    id, share, months.stream().map(month -> month / best).toList(), List.copyOf(wishes));
        }
    }

    static List<Adventure> read() {
        List<Adventure> all = new ArrayList<>();
        Resources.json("adventures.json", JsonNode.class)
                .properties()
                .forEach(entry ->
                        all.add(Json.fromTree(entry.getValue(), Body.class).named(entry.getKey())));
        return List.copyOf(all);
    }

    /** From 0 to 1: how much it is in season. */
    double season(Instant at) {
        return seasons.get(at.atOffset(ZoneOffset.UTC).getMonthValue() - 1);
    }
}
