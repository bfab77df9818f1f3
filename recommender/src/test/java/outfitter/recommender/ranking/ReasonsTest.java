package outfitter.recommender.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import outfitter.models.demo.DemoData;
import outfitter.models.merchandising.SuggestionList;
import outfitter.models.shop.Catalogue;
import outfitter.models.shop.Money;
import outfitter.models.shop.OrderedLine;
import outfitter.models.shop.Product;
import outfitter.models.shop.Rating;
import outfitter.models.shop.SegmentSales.Sold;
import outfitter.recommender.training.IndexBuilder;
import outfitter.recommender.training.OrderLog;

/** On the demo shop's own orders: whatever is shown has a reason, and whatever a reason counts is counted here once more. */
class ReasonsTest {
    private static final Instant NOW = Instant.parse("2026-03-14T10:00:00Z");
    private static final Set<String> STOCK = Set.of("in-stock", "in-size", "available", "available-in-size");
    private static final int FEW = 5;

    private final EvidenceTexts english = EvidenceTexts.in("en").orElseThrow();
    private final Random random = new Random(5);
    private final Assortment assortment = rated(DemoData.catalogue(NOW));
    private final Set<String> hardlyOrdered = every(9);
    private final List<OrderedLine> lines = DemoData.orderLog(NOW).stream()
            .filter(line -> !hardlyOrdered.contains(line.product()) || line.order() % 400 == 0)
            .toList();
    private final Map<String, BitSet> ordersOf = new HashMap<>();
    private final Map<Long, List<String>> productsOf = new LinkedHashMap<>();
    private final Map<Long, Instant> timeOf = new HashMap<>();
    private final List<Sold> sales = new ArrayList<>();
    private final Ranker ranker;
    private final Map<String, Integer> stock = new HashMap<>();
    private final Set<String> said = new TreeSet<>();

    ReasonsTest() {
        OrderLog log = new OrderLog(assortment);
        lines.forEach(log::add);
        for (OrderedLine line : lines) {
            ordersOf.computeIfAbsent(line.product(), any -> new BitSet()).set((int) line.order());
            productsOf.computeIfAbsent(line.order(), any -> new ArrayList<>()).add(line.product());
            timeOf.put(line.order(), line.at());
        }
        Segments segments = new Segments();
        sales.addAll(sales());
        segments.learn(sales);
        ranker = new Ranker(IndexBuilder.build(log, NOW), Blends.untrained(), new Disliked(), segments);
        for (String product : all()) {
            assortment.variants(number(product)).forEach(variant -> stock.put(variant.sku(), random.nextInt(3)));
        }
    }

    @Test
    void whateverIsShownInAnyListHasAReasonAndEveryReasonIsTrue() {
        List<Situation> situations = new ArrayList<>();
        all().forEach(product -> situations.add(Situation.lookingAt(List.of(product), NOW)));
        for (int i = 0; i < 120; i++) situations.add(cart());
        for (int i = 0; i < 120; i++) situations.add(customer());
        for (int i = 0; i < 120; i++) situations.add(visit());
        Stream.of(Set.<String>of(), Set.of("gold"), Set.of("new"), Set.of("returning"), Set.of("country:GB"))
                .map(segments -> Situation.lookingAt(List.of(), NOW).of(segments))
                .forEach(situations::add);

        situations.forEach(this::allIsTrue);

        assertThat(said)
                .contains(
                        "bought-together",
                        "goes-with-bought",
                        "like-with-few-orders",
                        "new-like",
                        "bought-before",
                        "looked-at-next",
                        "season",
                        "segment-tier",
                        "segment-new",
                        "segment-returning",
                        "segment-country",
                        "price-sense",
                        "same-purpose",
                        "stars",
                        "ordered",
                        "ordered-more",
                        "dearer",
                        "dearest");
    }

    @Test
    void ofEveryStepUpItIsToldWhatEachSignalAddsToIt() {
        for (String product : all()) {
            Shortlist found = ranker.shortlist(Situation.lookingAt(List.of(product), NOW));
            List<String> steps = found.ranked(SuggestionList.STEP_UP);
            for (int place = 0; place < steps.size(); place++) {
                Explanation why = found.explain(steps.get(place), SuggestionList.STEP_UP, stock);

                double sum = why.terms().stream()
                        .mapToDouble(Explanation.Term::weight)
                        .sum();
                assertThat(sum).isCloseTo(found.scores(SuggestionList.STEP_UP).get(place), within(1e-6));
                assertThat(why.terms()).allMatch(term -> term.share() >= 0 && term.share() <= 1);
                assertThat(why.rankedAt()).isEqualTo(place + 1);
            }
        }
    }

    private void allIsTrue(Situation situation) {
        Shortlist found = ranker.shortlist(situation);
        for (SuggestionList list : SuggestionList.values()) {
            found.ranked(list).forEach(product -> isTrue(situation, found, product, list));
        }
        situation.bought().stream()
                .map(Situation.Purchase::product)
                .filter(found::maySee)
                .forEach(again -> isTrue(situation, found, again, SuggestionList.GOES_WITH));
    }

    private void isTrue(Situation situation, Shortlist found, String product, SuggestionList list) {
        List<Evidence> reasons = found.suggestion(product, list, 1, 1, null, stock).evidence().stream()
                .filter(evidence -> !STOCK.contains(evidence.kind()))
                .toList();

        assertThat(reasons).as("%s for %s in %s", product, situation, list).isNotEmpty();
        for (Evidence reason : reasons) {
            said.add(reason.kind());
            assertThat(isTrue(situation, product, reason))
                    .as("%s of %s in %s", reason, product, situation)
                    .isTrue();
            assertThat(english.say(reason, id -> id, NOW)).isNotBlank().doesNotContain("{");
        }
    }

    /** What a reason says, found in the orders and the catalogue by looking at all of them. */
    private boolean isTrue(Situation situation, String product, Evidence reason) {
        int count = reason.facts().get("count") instanceof Integer number ? number : -1;
        return switch (reason.kind()) {
            case "bought-together" -> count >= 2 && count == together(product, text(reason, "with"));
            case "goes-with-bought" ->
                count >= 2
                        && count == together(product, text(reason, "with"))
                        && day(bought(situation, text(reason, "with"))).equals(text(reason, "at"));
            case "like-without-orders" ->
                orders(text(reason, "with")) == 0 && count == together(product, text(reason, "like"));
            case "like-with-few-orders" ->
                orders(text(reason, "with")) > 0
                        && orders(text(reason, "with")) < FEW
                        && count == together(product, text(reason, "like"));
            case "new-like" -> orders(product) < FEW && count == together(text(reason, "like"), text(reason, "with"));
            case "bought-before" ->
                count == bought(situation, product).times()
                        && day(bought(situation, product)).equals(text(reason, "at"));
            case "looked-at-next" -> wentOn(situation, product, text(reason, "with"), count, number(reason, "of"));
            case "season" -> count >= FEW && count == inSeason(product, Season.at(NOW));
            case "segment-new", "segment-returning" ->
                isSold(reason.kind().substring("segment-".length()), product, count);
            case "segment-tier" -> isSold(text(reason, "tier"), product, count);
            case "segment-country" -> isSold("country:" + text(reason, "country"), product, count);
            case "dearer", "dearest" -> isDearer(product, reason, count);
            case "same-purpose" ->
                ((List<?>) fact(reason, "tags"))
                        .stream()
                                .allMatch(tag -> product(product).tags().contains(tag)
                                        && product(text(reason, "than")).tags().contains(tag));
            case "stars" ->
                new Rating((Double) fact(reason, "stars"), count).equals(assortment.rating(number(product)));
            case "ordered" -> count == orders(product);
            case "ordered-more" ->
                count == orders(product)
                        && number(reason, "of") == orders(text(reason, "than"))
                        && count > number(reason, "of");
            case "price-sense" -> count > 0 && count <= boughtOfItsKind(situation, product);
            default -> false;
        };
    }

    // ---- situations -------------------------------------------------------------------------------------------

    private Situation cart() {
        return new Situation(List.of(), some(3), List.of(), Set.of(), Set.of(), Map.of(), NOW);
    }

    private Situation customer() {
        return new Situation(
                some(random.nextInt(2)), some(random.nextInt(3)), purchases(), Set.of(), Set.of(), Map.of(), NOW);
    }

    private Situation visit() {
        List<String> looked = some(1 + random.nextInt(3));
        Map<String, GoesOn> next = some(6).stream().collect(Collectors.toMap(product -> product, any -> {
            int of = 2 + random.nextInt(100);
            return new GoesOn(random.nextDouble() / 6, looked.get(0), 1 + random.nextInt(of), of);
        }));
        return Situation.lookingAt(looked, NOW).with(next);
    }

    private List<Situation.Purchase> purchases() {
        List<Long> known = List.copyOf(productsOf.keySet());
        Map<String, Situation.Purchase> purchases = new LinkedHashMap<>();
        for (int i = 0; i < 6; i++) {
            long order = known.get(random.nextInt(known.size()));
            for (String product : productsOf.getOrDefault(order, List.of())) {
                purchases.putIfAbsent(
                        product,
                        new Situation.Purchase(product, NOW.minus(Duration.ofDays(40L * i)), 1 + random.nextInt(2)));
            }
        }
        return List.copyOf(purchases.values());
    }

    private List<String> some(int most) {
        List<String> all = all();
        return random.ints(most, 0, all.size()).mapToObj(all::get).distinct().toList();
    }

    // ---- counting ---------------------------------------------------------------------------------------------

    private int orders(String product) {
        return ordersOf.getOrDefault(product, new BitSet()).cardinality();
    }

    private int together(String one, String other) {
        BitSet both = (BitSet) ordersOf.getOrDefault(one, new BitSet()).clone();
        both.and(ordersOf.getOrDefault(other, new BitSet()));
        return both.cardinality();
    }

    private int inSeason(String product, Season season) {
        return (int) ordersOf.getOrDefault(product, new BitSet()).stream()
                .filter(order -> Season.at(Objects.requireNonNull(timeOf.get((long) order))) == season)
                .count();
    }

    private static boolean wentOn(Situation situation, String product, String after, int visitors, int of) {
        GoesOn next = Objects.requireNonNull(situation.goesOn().get(product));
        return next.after().equals(after) && next.visitors() == visitors && next.of() == of && visitors > 1;
    }

    private boolean isSold(String segment, String product, int count) {
        return sales.contains(new Sold(segment, product, count));
    }

    private boolean isDearer(String product, Evidence reason, int count) {
        Money price = price(product);
        List<String> kind = all().stream()
                .filter(other -> Objects.equals(
                        product(other).category(), product(product).category()))
                .toList();
        long dearer = kind.stream()
                .filter(other -> price(other).minor() > price.minor())
                .count();
        return kind.contains(text(reason, "than"))
                && (Long) fact(reason, "minor")
                        == price.minor() - price(text(reason, "than")).minor()
                && count == dearer
                && number(reason, "of") == kind.size();
    }

    private int boughtOfItsKind(Situation situation, String product) {
        return (int) situation.bought().stream()
                .filter(purchase -> Objects.equals(
                        product(purchase.product()).category(), product(product).category()))
                .count();
    }

    // Of each segment every product's orders, as if its customers ordered another half of them.
    private List<Sold> sales() {
        List<Sold> all = new ArrayList<>();
        for (String segment : List.of("", "gold", "new", "returning", "country:GB")) {
            int orders = 0;
            for (String product : all()) {
                int sold = segment.isEmpty() ? orders(product) : random.nextInt(1 + orders(product));
                all.add(new Sold(segment, product, sold));
                orders += sold;
            }
            all.add(new Sold(segment, "", orders));
        }
        return all;
    }

    private Assortment rated(Catalogue catalogue) {
        Map<String, Rating> ratings = new HashMap<>();
        catalogue
                .everything()
                .forEach(product ->
                        ratings.put(product.id(), new Rating((30 + random.nextInt(21)) / 10.0, random.nextInt(40))));
        return new Assortment(catalogue.everything(), catalogue.categories(), ratings);
    }

    private Set<String> every(int nth) {
        Set<String> some = new HashSet<>();
        for (int i = 0; i < assortment.size(); i += nth) some.add(assortment.id(i));
        return some;
    }

    private List<String> all() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < assortment.size(); i++) all.add(assortment.id(i));
        return all;
    }

    private Situation.Purchase bought(Situation situation, String product) {
        return situation.bought().stream()
                .filter(purchase -> purchase.product().equals(product))
                .findFirst()
                .orElseThrow();
    }

    private static String day(Situation.Purchase purchase) {
        return LocalDate.ofInstant(purchase.at(), ZoneOffset.UTC).toString();
    }

    private int number(String product) {
        return assortment.number(product).orElseThrow();
    }

    private Product product(String id) {
        return assortment.product(number(id));
    }

    private Money price(String product) {
        return product(product).price().orElseThrow();
    }

    private static String text(Evidence reason, String name) {
        return fact(reason, name).toString();
    }

    private static int number(Evidence reason, String name) {
        return (Integer) fact(reason, name);
    }

    private static Object fact(Evidence reason, String name) {
        return Objects.requireNonNull(reason.facts().get(name), name);
    }
}
