package outfitter.models.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes up a shop's past: who bought what, when and why, from a seed and the present moment alone. */
final class Pasts {
    static final int CUSTOMERS = 3_000;
    static final int ORDERS = 15_000;
    private static final int DAYS = 900;
    private static final double NEVER_ORDERED = 0.03;
    private static final double GIFT = 0.06;
    private static final int OPEN_CARTS = 180;
    private static final int LEFT_CARTS = 520;
    /** Numbers of the heroes' orders begin after this one. */
    private static final int LAST_NUMBER = 104_099;

    private static final long SILVER = 60_000;
    private static final long GOLD = 160_000;

    private final Goods goods;
    private final Instant now;
    private final Dice dice;
    private final List<Adventure> adventures = Adventure.read();
    private final Baskets baskets;
    private final Parcels parcels;
    private final Aftermath aftermath;

    private Pasts(Goods goods, Instant now, long seed) {
        this.goods = goods;
        this.now = now;
        dice = new Dice(seed);
        baskets = new Baskets(goods, dice);
        parcels = new Parcels(dice, now);
        aftermath = new Aftermath(goods, dice, now);
    }

    /** The past of a shop that is opened {@code now}; equal for equal arguments. */
    static Past make(Goods goods, Instant now, long seed) {
        return new Pasts(goods, now, seed).make();
    }

    private Past make() {
        List<Heroes.Hero> heroes = Heroes.read();
        List<Shopper> shoppers = shoppers(CUSTOMERS - heroes.size());
        int heroOrders = heroes.stream().mapToInt(hero -> hero.orders().size()).sum();
        List<Past.Order> ordered = orders(shoppers, ORDERS - heroOrders, heroes.size());
        return assemble(heroes, shoppers, ordered);
    }

    private Past assemble(List<Heroes.Hero> heroes, List<Shopper> shoppers, List<Past.Order> ordered) {
        Heroes stories = new Heroes(goods, parcels, now);
        List<Past.Order> orders = Stream.concat(
                        IntStream.range(0, heroes.size())
                                .boxed()
                                .flatMap(i -> stories.orders(heroes.get(i), i).stream()),
                        ordered.stream())
                .sorted(Comparator.comparing(Past.Order::placedAt).thenComparing(Past.Order::number))
                .toList();
        List<Past.Cart> carts = new ArrayList<>(carts(shoppers, heroes.size(), ordered));
        for (int i = 0; i < heroes.size(); i++) carts.addAll(stories.cart(heroes.get(i), i));
        List<Past.Review> reviews = ordered.stream()
                .flatMap(order -> aftermath.reviews(order).stream())
                .toList();
        return new Past(customers(stories, heroes, shoppers, ordered), orders, carts, reviews);
    }

    private List<Past.Customer> customers(
            Heroes stories, List<Heroes.Hero> heroes, List<Shopper> shoppers, List<Past.Order> ordered) {
        Map<Integer, Long> spent = ordered.stream()
                .collect(Collectors.groupingBy(Past.Order::customer, Collectors.summingLong(Past.Order::total)));
        List<Past.Customer> customers =
                new ArrayList<>(heroes.stream().map(stories::customer).toList());
        for (Shopper shopper : shoppers) {
            int place = customers.size();
            customers.add(Shoppers.row(shopper, place).inTier(tier(spent.getOrDefault(place, 0L))));
        }
        return customers;
    }

    private static String tier(long spent) {
        return spent >= GOLD ? "gold" : spent >= SILVER ? "silver" : "standard";
    }

    private List<Shopper> shoppers(int count) {
        Shoppers inventor = new Shoppers(adventures);
        return IntStream.range(0, count)
                .mapToObj(i -> inventor.any(dice, now, DAYS))
                .toList();
    }

    private List<Past.Order> orders(List<Shopper> shoppers, int count, int firstPlace) {
        int[] shares = shares(shoppers, count);
        List<Past.Order> orders = new ArrayList<>(count);
        for (int i = 0; i < shoppers.size(); i++) orders.addAll(orders(shoppers.get(i), firstPlace + i, shares[i]));
        orders.sort(Comparator.comparing(Past.Order::placedAt).thenComparingInt(Past.Order::customer));
        int first = LAST_NUMBER - orders.size() + 1;
        return IntStream.range(0, orders.size())
                .mapToObj(i -> aftermath.withReturns(orders.get(i).numbered("OF-" + (first + i))))
                .toList();
    }

    /** How many orders each shopper gets: some none, most a few, some many, {@code count} together. */
    private int[] shares(List<Shopper> shoppers, int count) {
        double[] weights = shoppers.stream()
                .mapToDouble(shopper -> dice.chance(NEVER_ORDERED) ? 0 : 0.25 + dice.spread(0.85) * age(shopper))
                .toArray();
        double[] running = weights.clone();
        for (int i = 1; i < running.length; i++) running[i] += running[i - 1];
        double each = running[running.length - 1] / count;
        int[] shares = new int[weights.length];
        int shopper = 0;
        for (int order = 0; order < count; order++) {
            double mark = (order + 0.5) * each;
            while (running[shopper] < mark) shopper++;
            shares[shopper]++;
        }
        return shares;
    }

    private double age(Shopper shopper) {
        return 0.3 + Duration.between(shopper.joined(), now).toDays() / (double) DAYS;
    }

    /** A plan for one order: why and when. */
    private record Plan(Adventure adventure, Instant at, boolean gift) {}

    private List<Past.Order> orders(Shopper shopper, int place, int count) {
        Baskets.Wardrobe owned = new Baskets.Wardrobe();
        return IntStream.range(0, count)
                .mapToObj(i -> plan(shopper))
                .sorted(Comparator.comparing(Plan::at))
                .map(plan -> order(shopper, place, plan, owned))
                .toList();
    }

    private Plan plan(Shopper shopper) {
        boolean gift = dice.chance(GIFT);
        Adventure adventure = gift || dice.chance(0.08)
                ? dice.pick(adventures, Adventure::share)
                : dice.pick(
                        shopper.adventures(),
                        each -> each.equals(shopper.adventures().get(0)) ? 3 : 1);
        return new Plan(adventure, when(shopper, adventure), gift);
    }

    /** A moment since they joined, likelier in season and, as the shop grew, later. */
    private Instant when(Shopper shopper, Adventure adventure) {
        long minutes = Duration.between(shopper.joined(), now).toMinutes();
        Instant at = shopper.joined();
        for (int attempt = 0; attempt < 12; attempt++) {
            double share = dice.share();
            at = shopper.joined().plus(Duration.ofMinutes(Math.round(minutes * share)));
            if (dice.chance(adventure.season(at) * (0.55 + 0.45 * share))) break;
        }
        return at;
    }

    private Past.Order order(Shopper shopper, int place, Plan plan, Baskets.Wardrobe owned) {
        List<Past.Line> lines = plan.gift()
                ? baskets.few(shopper, plan.adventure(), Shopper.Body.any(dice))
                : baskets.fill(shopper, owned, plan.adventure(), plan.at());
        long worth =
                lines.stream().mapToLong(line -> line.price() * line.quantity()).sum();
        Delivery delivery = Delivery.named(dice.pick(
                List.of("standard", "express", "pickup"),
                way -> way.equals("standard") ? 0.7 : way.equals("express") ? 0.21 : 0.09));
        Parcels.Progress progress = parcels.follow(plan.at(), delivery.id());
        return new Past.Order(
                "",
                place,
                progress.state(),
                delivery.id(),
                delivery.priceFor(worth),
                plan.at(),
                lines,
                progress.parcel(),
                List.of());
    }

    private List<Past.Cart> carts(List<Shopper> shoppers, int firstPlace, List<Past.Order> orders) {
        List<Past.Cart> carts = new ArrayList<>();
        for (int i = 0; i < OPEN_CARTS + LEFT_CARTS; i++) {
            int nth = (i * 7) % shoppers.size();
            boolean open = i < OPEN_CARTS;
            Instant updated =
                    now.minus(Duration.ofMinutes(open ? dice.between(5, 14_000) : dice.between(15_000, 500_000)));
            Past.Cart cart = cart(shoppers.get(nth), firstPlace + nth, open ? "open" : "left", updated);
            carts.add(cart);
        }
        orders.subList(orders.size() - 300, orders.size()).forEach(order -> carts.add(ordered(order)));
        return carts;
    }

    private Past.Cart cart(Shopper shopper, int place, String state, Instant updated) {
        Adventure adventure = shopper.adventures().get(0);
        Map<String, Integer> pieces = new LinkedHashMap<>();
        baskets.few(shopper, adventure, shopper.body()).forEach(line -> pieces.put(line.sku(), line.quantity()));
        return new Past.Cart(place, state, updated.minus(Duration.ofMinutes(dice.between(1, 3_000))), updated, pieces);
    }

    private static Past.Cart ordered(Past.Order order) {
        Map<String, Integer> pieces = new LinkedHashMap<>();
        order.lines().forEach(line -> pieces.put(line.sku(), line.quantity()));
        return new Past.Cart(
                order.customer(), "ordered", order.placedAt().minus(Duration.ofMinutes(9)), order.placedAt(), pieces);
    }
}
