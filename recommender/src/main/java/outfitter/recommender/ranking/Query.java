package outfitter.recommender.ranking;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import outfitter.models.shop.Product;
import outfitter.recommender.basket.Conditions;
import outfitter.recommender.basket.Past;
import outfitter.recommender.ranking.HiddenPin.Why;

/** A {@link Situation} in the assortment's numbers: what to start from, and what never to show. */
final class Query implements Conditions {
    /** A pair that was ordered together only once says nothing. */
    static final int FEWEST = 2;

    private static final double NEWER_TO_OLDER_MENTION = 0.7;
    private static final double VIEWED_WEIGHT = 0.5;
    private static final int MOST_VIEWED = 5;
    private static final double CART_WEIGHT = 0.6;
    private static final double BOUGHT_WEIGHT = 0.4;
    private static final Duration BOUGHT_HALF_LIFE = Duration.ofDays(180);
    private static final int MOST_BOUGHT = 8;

    private final Index index;
    private final Assortment assortment;
    private final List<Anchor> anchors;
    private final List<Step> steps;
    private final Map<Integer, Situation.Purchase> bought = new HashMap<>();
    private final Past past;
    private final Disliked disliked;
    private final Predicate<Product> wanted;
    private final Map<Integer, Map<String, Integer>> declinedWith = new HashMap<>();
    private final Map<Integer, boolean[]> complements = new HashMap<>();
    private final Map<Integer, Double> heaviest = new HashMap<>();
    private final PurchasePrices prices;
    private final Map<String, String> sizes;
    private final Map<Integer, GoesOn> goesOn = new HashMap<>();
    private final double mostGoneOnTo;
    private final Set<String> segments;
    private final Instant now;
    private final BitSet mentioned;
    private final BitSet cart;
    private final BitSet owned;
    private final BitSet faulty;
    private final BitSet declined;

    Query(Situation situation, Index index, Disliked disliked) {
        this(situation, index, disliked, any -> true);
    }

    /** @param wanted which products are asked for; no other becomes a candidate */
    Query(Situation situation, Index index, Disliked disliked, Predicate<Product> wanted) {
        this.index = index;
        this.disliked = disliked;
        this.wanted = wanted;
        assortment = index.assortment();
        now = situation.now();
        sizes = situation.sizes();
        situation
                .goesOn()
                .forEach((product, next) -> assortment.number(product).ifPresent(number -> goesOn.put(number, next)));
        mostGoneOnTo =
                goesOn.values().stream().mapToDouble(GoesOn::chance).max().orElse(0);
        segments = situation.segments();
        mentioned = numbers(situation.mentioned());
        situation.viewed().stream()
                .limit(MOST_VIEWED)
                .forEach(product -> assortment.number(product).ifPresent(mentioned::set));
        cart = numbers(situation.cart());
        faulty = numbers(situation.returnedForFault());
        declined = numbers(situation.declined());
        owned = numbers(
                situation.bought().stream().map(Situation.Purchase::product).toList());
        owned.stream()
                .filter(product -> assortment.product(product).repeatable())
                .forEach(owned::clear);
        situation
                .bought()
                .forEach(purchase -> assortment
                        .number(purchase.product())
                        .ifPresent(product -> bought.putIfAbsent(product, purchase)));
        past = past(bought);
        prices = new PurchasePrices(bought.keySet(), assortment);
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

    /** The anchors' products, weightiest first. */
    int[] products() {
        return anchors.stream().mapToInt(Anchor::product).toArray();
    }

    /** The anchors' weights. */
    float[] shares() {
        float[] shares = new float[anchors.size()];
        for (int i = 0; i < shares.length; i++)
            shares[i] = (float) anchors.get(i).weight();
        return shares;
    }

    /** What the customer bought before. */
    Past past() {
        return past;
    }

    /** Of a product, when and how often the customer bought it. */
    Optional<Situation.Purchase> bought(int product) {
        return Optional.ofNullable(bought.get(product));
    }

    /** What the customer usually pays. */
    PurchasePrices prices() {
        return prices;
    }

    @Override
    public float fit(int product) {
        return (float) prices.fit(product);
    }

    /** The weight of what is ordered most in a leaf category. */
    double heaviestIn(int leaf) {
        return heaviest.computeIfAbsent(leaf, this::heaviest);
    }

    private double heaviest(int leaf) {
        double most = 0;
        for (int product : assortment.productsIn(leaf))
            most = Math.max(most, index.products().weight(product));
        return most;
    }

    /** That others who looked at the like looked at {@code product} next. */
    Optional<GoesOn> goesOn(int product) {
        return Optional.ofNullable(goesOn.get(product));
    }

    /** How likely that is; 0 when nobody did. */
    double goesOnTo(int product) {
        return goesOn(product).map(GoesOn::chance).orElse(0.0);
    }

    /** How likely the likeliest is. */
    double mostGoneOnTo() {
        return mostGoneOnTo;
    }

    /** What others who looked at the like looked at next. */
    Set<Integer> lookedAtNext() {
        return goesOn.keySet();
    }

    double day() {
        return Index.day(now);
    }

    static LocalDate dayOf(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }

    @Override
    public int fewest() {
        return FEWEST;
    }

    /** How often agents said that the product does not go with that one. */
    int declined(int with, int product) {
        Map<String, Integer> known = declinedWith.computeIfAbsent(with, any -> disliked.with(assortment.id(with)));
        return known.isEmpty() ? 0 : known.getOrDefault(assortment.id(product), 0);
    }

    @Override
    public float left(int with, int product) {
        int times = declined(with, product);
        if (times == 0) return 1;
        return (float) Disliked.left(times, index.products().together(with, product));
    }

    /** {@link Index#leavesComplement}, looked up once a leaf. */
    @Override
    public boolean suits(int with, int product) {
        int leaf = assortment.leaf(with);
        int other = assortment.leaf(product);
        if (leaf == Assortment.NO_LEAF || other == Assortment.NO_LEAF) return true;
        return complements.computeIfAbsent(leaf, this::complementsOf)[other];
    }

    /** Whether it suits whatever is being chosen. */
    boolean suitsAtHand(int product) {
        for (Anchor anchor : anchors) if (anchor.isAtHand() && !suits(anchor.product(), product)) return false;
        return true;
    }

    /** Whether it suits every anchor. */
    boolean suitsAll(int product) {
        for (Anchor anchor : anchors) if (!suits(anchor.product(), product)) return false;
        return true;
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

    /** The sorts of customer that this one is of. */
    Set<String> segments() {
        return segments;
    }

    Season season() {
        return Season.at(now);
    }

    /** Whether the product is asked for and may be shown to this customer, whatever is in stock. */
    @Override
    public boolean maySee(int product) {
        return whyNot(product).isEmpty() && wanted.test(assortment.product(product));
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

    private static Past past(Map<Integer, Situation.Purchase> bought) {
        if (bought.isEmpty()) return Past.NONE;
        int[] products = bought.keySet().stream().mapToInt(Integer::intValue).toArray();
        int[] times = new int[products.length];
        double[] days = new double[products.length];
        int at = 0;
        for (int product : products) {
            Situation.Purchase purchase = Objects.requireNonNull(bought.get(product));
            times[at] = purchase.times();
            days[at++] = Index.day(purchase.at());
        }
        return Past.of(products, times, days);
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
        weight = VIEWED_WEIGHT;
        for (String product : situation.viewed().stream().limit(MOST_VIEWED).toList()) {
            add(all, product, Anchor.Kind.VIEWED, weight, now);
            weight *= NEWER_TO_OLDER_MENTION;
        }
        for (String product : situation.cart()) add(all, product, Anchor.Kind.CART, CART_WEIGHT, now);
        situation.bought().stream()
                .limit(MOST_BOUGHT)
                .forEach(purchase ->
                        add(all, purchase.product(), Anchor.Kind.BOUGHT, weightOf(purchase), purchase.at()));
        all.sort(Comparator.comparingDouble(Anchor::weight).reversed());
        all.removeIf(anchor -> situation.troubled().contains(assortment.id(anchor.product())));
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
