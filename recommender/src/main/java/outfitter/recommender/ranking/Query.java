package outfitter.recommender.ranking;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import outfitter.recommender.ranking.HiddenPin.Why;

/** A {@link Situation} in the assortment's numbers: what to start from, and what never to show. */
final class Query {
    private static final double NEWER_TO_OLDER_MENTION = 0.7;
    private static final double CART_WEIGHT = 0.6;
    private static final double BOUGHT_WEIGHT = 0.4;
    private static final Duration BOUGHT_HALF_LIFE = Duration.ofDays(180);
    private static final int MOST_BOUGHT = 8;

    private final Index index;
    private final Assortment assortment;
    private final List<Anchor> anchors;
    private final List<Step> steps;
    private final Map<Integer, boolean[]> complements = new HashMap<>();
    private final Map<String, String> sizes;
    private final Instant now;
    private final BitSet mentioned;
    private final BitSet cart;
    private final BitSet owned;
    private final BitSet faulty;
    private final BitSet declined;

    Query(Situation situation, Index index) {
        this.index = index;
        assortment = index.assortment();
        now = situation.now();
        sizes = situation.sizes();
        mentioned = numbers(situation.mentioned());
        cart = numbers(situation.cart());
        faulty = numbers(situation.returnedForFault());
        declined = numbers(situation.declined());
        owned = numbers(
                situation.bought().stream().map(Situation.Purchase::product).toList());
        owned.stream()
                .filter(product -> assortment.product(product).repeatable())
                .forEach(owned::clear);
        anchors = anchors(situation);
        steps = Step.from(atHand(), assortment);
    }

    List<Anchor> anchors() {
        return anchors;
    }

    /** What the customer is choosing now. */
    List<Anchor> atHand() {
        return anchors.stream().filter(Anchor::isAtHand).toList();
    }

    /** Better ones of the kind that is being chosen. */
    List<Step> steps() {
        return steps;
    }

    /** {@link Index#complements}, looked up once a leaf. */
    boolean complements(Anchor anchor, int product) {
        int leaf = assortment.leaf(anchor.product());
        int other = assortment.leaf(product);
        if (leaf == Assortment.NO_LEAF || other == Assortment.NO_LEAF) return true;
        return complements.computeIfAbsent(leaf, this::complementsOf)[other];
    }

    /** The customer's usual size in the product's own category; empty when they never bought there. */
    Optional<String> ownSize(int product) {
        return assortment.path(product).stream().findFirst().map(sizes::get);
    }

    /** The customer's usual size in the product's category or the nearest one above it. */
    Optional<String> usualSize(int product) {
        return assortment.path(product).stream()
                .filter(sizes::containsKey)
                .findFirst()
                .map(sizes::get);
    }

    Season season() {
        return Season.at(now);
    }

    /** Why the product must not be shown to this customer, whatever is in stock; empty when it may. */
    Optional<Why> whyNot(int product) {
        if (!assortment.product(product).active()) return Optional.of(Why.INACTIVE);
        if (faulty.get(product)) return Optional.of(Why.RETURNED_FOR_FAULT);
        if (owned.get(product)) return Optional.of(Why.OWNED);
        if (cart.get(product)) return Optional.of(Why.IN_CART);
        if (mentioned.get(product)) return Optional.of(Why.AT_HAND);
        if (declined.get(product)) return Optional.of(Why.DECLINED);
        return Optional.empty();
    }

    private boolean[] complementsOf(int leaf) {
        boolean[] row = new boolean[assortment.leafCount()];
        for (int other = 0; other < row.length; other++) row[other] = index.leavesComplement(leaf, other);
        return row;
    }

    private BitSet numbers(Collection<String> products) {
        BitSet numbers = new BitSet(assortment.size());
        for (String product : products) assortment.number(product).ifPresent(numbers::set);
        return numbers;
    }

    private List<Anchor> anchors(Situation situation) {
        List<Anchor> all = new ArrayList<>();
        double weight = 1;
        for (String product : situation.mentioned()) {
            add(all, product, Anchor.Kind.MENTIONED, weight, now);
            weight *= NEWER_TO_OLDER_MENTION;
        }
        for (String product : situation.cart()) add(all, product, Anchor.Kind.CART, CART_WEIGHT, now);
        situation.bought().stream()
                .limit(MOST_BOUGHT)
                .forEach(purchase ->
                        add(all, purchase.product(), Anchor.Kind.BOUGHT, weightOf(purchase), purchase.at()));
        all.sort(Comparator.comparingDouble(Anchor::weight).reversed());
        Set<Integer> seen = new HashSet<>();
        return all.stream().filter(anchor -> seen.add(anchor.product())).toList();
    }

    private double weightOf(Situation.Purchase purchase) {
        double age = Math.max(0, Duration.between(purchase.at(), now).toMillis());
        return BOUGHT_WEIGHT * Math.pow(2, -age / BOUGHT_HALF_LIFE.toMillis());
    }

    private void add(List<Anchor> all, String product, Anchor.Kind kind, double weight, Instant at) {
        OptionalInt number = assortment.number(product);
        if (number.isPresent()) all.add(new Anchor(number.getAsInt(), kind, weight, at));
    }
}
