package outfitter.recommender;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import outfitter.models.merchandising.Act;
import outfitter.models.merchandising.Condition;
import outfitter.models.merchandising.Condition.Kind;
import outfitter.models.merchandising.Rule;
import outfitter.models.merchandising.RuleSet;
import outfitter.models.merchandising.SuggestionList;
import outfitter.models.merchandising.Target;
import outfitter.recommender.ranking.Situation;

/** Small shops, situations, rules and stocks of every shape, for properties that must hold in all of them. */
public final class RandomShop {
    private static final List<String> LEAVES = List.of("wear/boots", "wear/socks", "camp/tents", "food/bars");
    private static final List<String> SIZES = List.of("S", "M", "L");

    public final TestShop shop = new TestShop();
    public final List<List<String>> orders = new ArrayList<>();
    private final Random random;
    private final List<String> products;

    public RandomShop(Random random) {
        this.random = random;
        products = IntStream.range(0, 4 + random.nextInt(16))
                .mapToObj(i -> "p" + i)
                .toList();
        for (String product : products) {
            shop.sell(product, pick(LEAVES), 10 + random.nextInt(90), sizes(), chance(0.2), !chance(0.15));
            if (chance(0.4)) shop.rated(product, 1 + 4 * random.nextDouble(), 1 + random.nextInt(20));
        }
        int count = random.nextInt(80);
        for (int i = 0; i < count; i++) {
            List<String> order = new ArrayList<>(some(5));
            if (order.isEmpty()) order.add(pick(products));
            orders.add(order);
            shop.order(random.nextInt(700), order.toArray(String[]::new));
        }
    }

    public Situation situation() {
        List<Situation.Purchase> bought = some(5).stream()
                .map(id -> new Situation.Purchase(id, TestShop.NOW.minus(Duration.ofDays(random.nextInt(900)))))
                .toList();
        Map<String, String> sizes = new HashMap<>();
        if (chance(0.5)) sizes.put("wear/boots", pick(SIZES));
        if (chance(0.5)) sizes.put("wear", pick(SIZES));
        return new Situation(
                some(4), some(3), bought, new HashSet<>(some(2)), new HashSet<>(some(2)), sizes, TestShop.NOW);
    }

    public Map<String, Integer> stock() {
        Map<String, Integer> stock = shop.stocked(0);
        stock.replaceAll((sku, none) -> chance(0.35) ? 0 : 1 + random.nextInt(9));
        stock.keySet().removeIf(sku -> chance(0.05));
        return stock;
    }

    public RuleSet rules() {
        List<Rule> rules = new ArrayList<>();
        int count = random.nextInt(9);
        for (int i = 0; i < count; i++) rules.add(rule("r" + i));
        return new RuleSet(rules);
    }

    private Rule rule(String id) {
        Act act = pick(List.of(Act.values()));
        Integer place = act == Act.PIN ? 1 + random.nextInt(5) : null;
        Integer percent = act == Act.BOOST || act == Act.BURY ? 1 + random.nextInt(100) : null;
        Integer most = act == Act.QUOTA ? 1 + random.nextInt(2) : null;
        List<Condition> when = when();
        if (act == Act.ONLY_WITH && when.isEmpty()) when = List.of(Condition.of(Kind.CATEGORY, pick(LEAVES)));
        SuggestionList list = chance(0.2) ? null : pick(List.of(SuggestionList.values()));
        return new Rule(id, id, act, place, percent, most, when, target(act), list, null, null)
                .between(chance(0.2) ? TestShop.NOW.plusSeconds(random.nextInt(20) - 10) : null, null);
    }

    private Target target(Act act) {
        if (act == Act.BUNDLE || (act == Act.PIN && chance(0.3))) {
            List<String> several = products.subList(0, 2 + random.nextInt(products.size() - 2));
            return Target.products(several.toArray(String[]::new));
        }
        if (act != Act.PIN && chance(0.5)) {
            return Target.selection(
                    chance(0.5)
                            ? Condition.of(Kind.CATEGORY, chance(0.5) ? pick(LEAVES) : "wear")
                            : Condition.range(Kind.PRICE, 1000L + 100L * random.nextInt(50), null));
        }
        return Target.products(chance(0.9) ? pick(products) : "unheard-of");
    }

    private List<Condition> when() {
        List<Condition> when = new ArrayList<>();
        if (chance(0.3)) when.add(Condition.of(Kind.PRODUCT, pick(products)));
        else if (chance(0.4)) when.add(Condition.of(Kind.CATEGORY, chance(0.5) ? pick(LEAVES) : "wear"));
        if (chance(0.1)) when.add(Condition.range(Kind.STOCK, 3L, null));
        if (chance(0.1)) when.add(Condition.of(Kind.SEASON, chance(0.5) ? "winter" : "summer"));
        if (chance(0.1)) when.add(Condition.of(Kind.SEGMENT, "gold"));
        return when;
    }

    public Set<String> mayNeverBeSeen(Situation situation) {
        Set<String> never = new HashSet<>(situation.mentioned());
        never.addAll(situation.cart());
        never.addAll(situation.declined());
        never.addAll(situation.returnedForFault());
        var assortment = shop.assortment();
        situation.bought().stream()
                .map(Situation.Purchase::product)
                .filter(id ->
                        !assortment.product(assortment.number(id).orElseThrow()).repeatable())
                .forEach(never::add);
        products.stream()
                .filter(id ->
                        !assortment.product(assortment.number(id).orElseThrow()).active())
                .forEach(never::add);
        return never;
    }

    private List<String> sizes() {
        return chance(0.5) ? List.of() : SIZES.subList(0, 1 + random.nextInt(3));
    }

    private List<String> some(int most) {
        return random.ints(random.nextInt(most + 1), 0, products.size())
                .mapToObj(products::get)
                .distinct()
                .toList();
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private boolean chance(double share) {
        return random.nextDouble() < share;
    }
}
