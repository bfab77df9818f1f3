package outfitter.models.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Fills baskets for adventures: pieces of a kit that are not owned yet, now and then the next better one of something
 * that is, what goes with each, and what was used up. Remembers what everybody owns.
 */
final class Baskets {
    private static final int MOST_LINES = 7;
    private static final double APPETITE = 0.50;
    private static final double ACCESSORY = 0.32;
    private static final double UPGRADE = 0.30;
    private static final double REFILL = 0.20;
    private static final double STRAY = 0.05;
    private static final double SAME_BRAND = 1.7;
    private static final Duration WORN_IN = Duration.ofDays(150);
    private static final double[] TIER_FIT = {1, 0.45, 0.12};
    private static final Set<String> ONE_IS_NOT_ENOUGH =
            Set.of("kitchen/trail-food", "kitchen/fuel", "footwear/socks", "clothing/base-layers", "packs/dry-bags");

    private final Goods goods;
    private final Dice dice;
    private final List<Good> everything;
    private final Map<String, List<Good>> leaves;
    private final Map<String, Double> popularity = new HashMap<>();

    Baskets(Goods goods, Dice dice) {
        this.goods = goods;
        this.dice = dice;
        this.everything = List.copyOf(goods.all().values());
        this.leaves = goods.all().values().stream().collect(Collectors.groupingBy(Good::category));
        goods.all().keySet().forEach(id -> popularity.put(id, dice.spread(0.75)));
    }

    /** What one shopper has; {@code since} is when each product was bought last. */
    static final class Wardrobe {
        private final Map<Good, Instant> since = new LinkedHashMap<>();
        private final Set<String> leaves = new HashSet<>();

        boolean has(Good good) {
            return since.containsKey(good);
        }

        void add(Good good, Instant at) {
            since.put(good, at);
            leaves.add(good.category());
        }
    }

    /** An order for an adventure, and what it adds to the wardrobe. */
    List<Past.Line> fill(Shopper shopper, Wardrobe owned, Adventure adventure, Instant at) {
        Map<String, Good> basket = new LinkedHashMap<>();
        if (!owned.since.isEmpty() && dice.chance(UPGRADE)) upgrade(owned, at, basket);
        addKit(shopper, owned, adventure, basket);
        if (dice.chance(STRAY)) put(basket, dice.pick(everything));
        addRefills(owned, basket);
        List<Good> bought = basket.values().stream().limit(MOST_LINES).toList();
        bought.forEach(good -> owned.add(good, at));
        return bought.stream().map(good -> line(good, shopper, shopper.body())).toList();
    }

    /** One or two things for somebody of this body, which {@code shopper} does not own afterwards. */
    List<Past.Line> few(Shopper shopper, Adventure adventure, Shopper.Body body) {
        Map<String, Good> basket = new LinkedHashMap<>();
        for (int i = dice.between(1, 2); i > 0; i--) {
            String leaf = dice.pick(adventure.kit(), Adventure.Wish::likelihood).leaf();
            put(basket, choose(shopper, new Wardrobe(), adventure, leaf, basket));
        }
        return basket.values().stream().map(good -> line(good, shopper, body)).toList();
    }

    private void addKit(Shopper shopper, Wardrobe owned, Adventure adventure, Map<String, Good> basket) {
        double appetite = APPETITE * dice.spread(0.35);
        for (Adventure.Wish wish : adventure.kit()) {
            double wanted = wish.likelihood() * appetite;
            boolean enough = owned.leaves.contains(wish.leaf()) && !ONE_IS_NOT_ENOUGH.contains(wish.leaf());
            if (dice.chance(enough ? wanted / 4 : wanted))
                addWithAccessories(shopper, owned, adventure, wish.leaf(), basket);
        }
        while (basket.isEmpty()) {
            String leaf = dice.pick(adventure.kit(), Adventure.Wish::likelihood).leaf();
            addWithAccessories(shopper, owned, adventure, leaf, basket);
        }
    }

    private void addWithAccessories(
            Shopper shopper, Wardrobe owned, Adventure adventure, String leaf, Map<String, Good> basket) {
        Good chosen = choose(shopper, owned, adventure, leaf, basket);
        put(basket, chosen);
        addAccessories(chosen, owned, basket);
    }

    private void addAccessories(Good chosen, Wardrobe owned, Map<String, Good> basket) {
        for (String id : chosen.goesWith()) {
            Good accessory = goods.get(id);
            boolean useful = accessory.repeatable() || !owned.has(accessory);
            if (useful && dice.chance(ACCESSORY)) put(basket, accessory);
        }
    }

    private Good choose(Shopper shopper, Wardrobe owned, Adventure adventure, String leaf, Map<String, Good> basket) {
        List<Good> shelf = leaves.getOrDefault(leaf, List.of());
        Set<String> brands = basket.values().stream().map(Good::brand).collect(Collectors.toSet());
        return dice.pick(
                shelf,
                good -> likes(shopper, owned, adventure, good) * (brands.contains(good.brand()) ? SAME_BRAND : 1));
    }

    private double likes(Shopper shopper, Wardrobe owned, Adventure adventure, Good good) {
        double fit = good.adventures().contains(adventure.id()) ? 1 : 0.04;
        double tier = TIER_FIT[Math.abs(good.tier() - shopper.budget())];
        double child = good.forChildren() ? (shopper.children() ? 1.2 : 0.02) : 1;
        double again = owned.has(good) && !good.repeatable() ? 0.01 : 1;
        return fit * tier * child * again * popularity.getOrDefault(good.id(), 1.0);
    }

    /** Somebody who liked the simple one comes back for a better one of the same leaf. */
    private void upgrade(Wardrobe owned, Instant at, Map<String, Good> basket) {
        List<Good> worn = owned.since.entrySet().stream()
                .filter(entry -> entry.getValue().plus(WORN_IN).isBefore(at))
                .map(Map.Entry::getKey)
                .filter(good -> good.tier() < 3 && !good.repeatable() && !good.forChildren())
                .toList();
        if (worn.isEmpty()) return;
        Good old = dice.pick(worn);
        List<Good> better = leaves.getOrDefault(old.category(), List.of()).stream()
                .filter(good -> good.price() > old.price() * 1.15 && good.tier() > old.tier() && !owned.has(good))
                .filter(good -> good.adventures().stream().anyMatch(old.adventures()::contains))
                .filter(good -> !good.forChildren())
                .toList();
        if (better.isEmpty()) return;
        double nearest = better.stream().mapToLong(Good::price).min().orElse(1);
        Good chosen = dice.pick(better, good -> popularity.getOrDefault(good.id(), 1.0) * nearest / good.price());
        put(basket, chosen);
        addAccessories(chosen, owned, basket);
    }

    private void addRefills(Wardrobe owned, Map<String, Good> basket) {
        if (!dice.chance(REFILL)) return;
        List<Good> used = owned.since.keySet().stream().filter(Good::repeatable).toList();
        if (!used.isEmpty()) put(basket, dice.pick(used));
    }

    private Past.Line line(Good good, Shopper shopper, Shopper.Body body) {
        boolean clothes =
                good.category().startsWith("footwear") || good.category().startsWith("clothing");
        int misfit = clothes && good.sizeRun() != null && dice.chance(0.07) ? (dice.chance(0.55) ? -1 : 1) : 0;
        Good.Piece piece = piece(good, shopper, body, misfit);
        long price = dice.chance(0.06) ? Math.round(good.price() * 0.85) : good.price();
        return new Past.Line(piece.sku(), good.id(), quantity(good), price, misfit);
    }

    private Good.Piece piece(Good good, Shopper shopper, Shopper.Body body, int misfit) {
        List<String> colours =
                good.pieces().stream().map(Good.Piece::colour).distinct().toList();
        String colour = dice.pick(colours, each -> shopper.colours().contains(each) ? 4 : 1);
        List<Good.Piece> sizes = good.pieces().stream()
                .filter(piece -> piece.colour().equals(colour))
                .toList();
        String run = good.sizeRun();
        if (run == null) return sizes.get(0);
        int place = body.place(run, sizes.size()) + misfit;
        return sizes.get(Math.max(0, Math.min(sizes.size() - 1, place)));
    }

    private int quantity(Good good) {
        return switch (good.category()) {
            case "kitchen/trail-food" -> dice.between(1, 6);
            case "kitchen/fuel", "footwear/socks" -> dice.between(1, 3);
            case "camping/camp-furniture" -> dice.chance(0.4) ? 2 : 1;
            default -> 1;
        };
    }

    private static void put(Map<String, Good> basket, Good good) {
        basket.putIfAbsent(good.id(), good);
    }
}
