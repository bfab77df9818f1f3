package outfitter.recommender.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import outfitter.models.demo.DemoData;
import outfitter.models.merchandising.SuggestionList;
import outfitter.models.shop.Catalogue;
import outfitter.models.shop.OrderedLine;
import outfitter.models.shop.Rating;
import outfitter.models.shop.SegmentSales.Sold;
import outfitter.recommender.training.IndexBuilder;
import outfitter.recommender.training.OrderLog;

/** On the demo shop's own orders: whatever is shown has a reason, and whatever a reason counts is counted here once more. */
class ReasonsTest {
    private static final Instant NOW = Instant.parse("2026-03-14T10:00:00Z");
    private static final Set<String> STOCK = Set.of("in-stock", "in-size", "available", "available-in-size");

    private final EvidenceTexts english = EvidenceTexts.in("en").orElseThrow();
    private final Random random = new Random(5);
    private final Assortment assortment = rated(DemoData.catalogue(NOW));
    private final Set<String> hardlyOrdered = every(9);
    private final List<OrderedLine> lines = DemoData.orderLog(NOW).stream()
            .filter(line -> !hardlyOrdered.contains(line.product()) || line.order() % 400 == 0)
            .toList();
    private final Recount recount = new Recount(assortment, lines, NOW);
    private final Map<Long, List<String>> productsOf = new LinkedHashMap<>();
    private final Ranker ranker;
    private final Map<String, Integer> stock = new HashMap<>();
    private final Set<String> said = new TreeSet<>();

    ReasonsTest() {
        OrderLog log = new OrderLog(assortment);
        lines.forEach(log::add);
        for (OrderedLine line : lines) {
            productsOf.computeIfAbsent(line.order(), any -> new ArrayList<>()).add(line.product());
        }
        Segments segments = new Segments();
        List<Sold> sales = sales();
        segments.learn(sales);
        recount.sold(sales);
        ranker = new Ranker(IndexBuilder.build(log, NOW), Blends.untrained(), new Disliked(), segments);
        for (int product = 0; product < assortment.size(); product++) {
            assortment.variants(product).forEach(variant -> stock.put(variant.sku(), random.nextInt(3)));
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
            assertThat(recount.isTrue(situation, product, reason))
                    .as("%s of %s in %s", reason, product, situation)
                    .isTrue();
            assertThat(english.say(reason, id -> id, NOW)).isNotBlank().doesNotContain("{");
        }
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

    // Of each segment every product's orders, as if its customers ordered another half of them.
    private List<Sold> sales() {
        List<Sold> all = new ArrayList<>();
        for (String segment : List.of("", "gold", "new", "returning", "country:GB")) {
            int whole = 0;
            for (String product : all()) {
                int orders = recount.orders(product);
                int sold = segment.isEmpty() ? orders : random.nextInt(1 + orders);
                all.add(new Sold(segment, product, sold));
                whole += sold;
            }
            all.add(new Sold(segment, "", whole));
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
}
