package outfitter.models.demo;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import outfitter.models.shop.OrderState;
import outfitter.models.shop.ReturnState;
import outfitter.models.shop.ShipmentState;

class PastsTest {
    private static final Instant NOW = Instant.parse("2027-02-03T09:30:00Z");
    private static final Goods GOODS = Goods.read();
    private static final Past PAST = Pasts.make(GOODS, NOW, 1);

    @Test
    void theSameSeedMakesTheSamePastAndAnotherMakesAnother() {
        assertThat(Pasts.make(GOODS, NOW, 1)).isEqualTo(PAST);
        assertThat(Pasts.make(GOODS, NOW, 2).orders()).isNotEqualTo(PAST.orders());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-02-03T09:30:00Z", "2027-07-18T23:59:00Z", "2032-12-25T03:00:00Z"})
    void wheneverTheShopIsOpenedEveryStateIsThereAndNothingLiesInTheFuture(String opening) {
        Instant now = Instant.parse(opening);
        Past past = Pasts.make(GOODS, now, 1);

        assertThat(past.customers()).hasSize(3_000);
        assertThat(past.orders())
                .hasSize(15_000)
                .allSatisfy(order -> assertThat(order.placedAt()).isBeforeOrEqualTo(now));
        assertThat(states(past)).isEqualTo(EnumSet.allOf(OrderState.class));
        assertThat(parcels(past).map(Past.Parcel::state).collect(Collectors.toSet()))
                .isEqualTo(EnumSet.allOf(ShipmentState.class));
        assertThat(returns(past).map(Past.Back::state).collect(Collectors.toSet()))
                .isEqualTo(EnumSet.allOf(ReturnState.class));
        assertThat(past.carts().stream().map(Past.Cart::state).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("open", "left", "ordered");
        assertThat(past.reviews().stream().map(Past.Review::state).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("pending", "published", "rejected");
        assertThat(parcels(past).map(Past.Parcel::deliveredAt).filter(Objects::nonNull))
                .noneMatch(now::isBefore);
        assertThat(past.orders().get(14_999).placedAt()).isAfter(now.minus(Duration.ofDays(1)));
    }

    @Test
    void aParcelOnItsWayIsExpectedThisWeek() {
        long soon = parcels(PAST)
                .filter(parcel -> parcel.state() == ShipmentState.IN_TRANSIT)
                .filter(parcel ->
                        !parcel.expectedOn().isBefore(NOW.atZone(Parcels.HOME).toLocalDate()))
                .count();

        assertThat(soon).isGreaterThan(20);
    }

    @Test
    void numbersAreUniqueAndALineIsReturnedAtMostOnce() {
        Set<String> numbers = PAST.orders().stream().map(Past.Order::number).collect(Collectors.toSet());
        List<String> returned = returns(PAST).map(Past.Back::number).toList();
        Set<String> lines = new HashSet<>();
        PAST.orders().forEach(order -> order.returns().forEach(back -> lines.add(order.number() + "/" + back.line())));

        assertThat(numbers).hasSize(15_000);
        assertThat(returned).doesNotHaveDuplicates().hasSameSizeAs(lines);
    }

    @Test
    void whoBuysATentTakesItsFootprintFarMoreOftenThanOthersDo() {
        double with = shareOf("lapwing-footprint", containing("lapwing-2"));
        double all = shareOf("lapwing-footprint", PAST.orders());

        assertThat(with).isGreaterThan(10 * all);
    }

    @Test
    void thingsOfOneAdventureAreBoughtTogether() {
        double onTour = shareOfLeaf("snow/avalanche-safety", containingLeaf("snow/touring-skis"));
        double onCampsites = shareOfLeaf("snow/avalanche-safety", containingLeaf("camping/family-tents"));

        assertThat(onTour).isGreaterThan(8 * Math.max(onCampsites, 0.001));
    }

    @Test
    void skisAreBoughtInWinterAndFamilyTentsInSummer() {
        assertThat(shareIn(Set.of(Month.NOVEMBER, Month.DECEMBER, Month.JANUARY, Month.FEBRUARY), "snow/touring-skis"))
                .isGreaterThan(0.6);
        assertThat(shareIn(Set.of(Month.MAY, Month.JUNE, Month.JULY, Month.AUGUST), "camping/family-tents"))
                .isGreaterThan(0.55);
    }

    @Test
    void sizesStayWithThePerson() {
        Map<Integer, Set<String>> sizes = PAST.orders().stream()
                .flatMap(order -> order.lines().stream()
                        .filter(line -> GOODS.get(line.product()).category().equals("footwear/hiking-boots"))
                        .filter(line -> "shoes".equals(GOODS.get(line.product()).sizeRun()))
                        .map(line -> Map.entry(order.customer(), line.sku().replaceAll(".*-", ""))))
                .collect(groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
        List<Integer> twice = sizes.values().stream().map(Set::size).toList();

        assertThat(twice.stream().filter(count -> count == 1).count()).isGreaterThan(twice.size() * 8L / 10);
    }

    @Test
    void whoComesBackMuchLaterForTheSameLeafTakesTheDearerOneMoreOften() {
        List<Integer> steps = PAST.orders().stream().collect(groupingBy(Past.Order::customer)).values().stream()
                .flatMap(PastsTest::stepsOf)
                .toList();

        long dearer = steps.stream().filter(step -> step > 0).count();
        long cheaper = steps.stream().filter(step -> step < 0).count();

        assertThat(dearer).isGreaterThan(2 * cheaper);
    }

    /** How each durable product compares in price with the one of its leaf that was bought half a year or more before. */
    private static Stream<Integer> stepsOf(List<Past.Order> orders) {
        Map<String, Bought> last = new HashMap<>();
        List<Integer> steps = new ArrayList<>();
        for (Past.Order order : orders) {
            for (Past.Line line : order.lines()) {
                Good good = GOODS.get(line.product());
                Bought before = last.put(good.category(), new Bought(good, order.placedAt()));
                boolean comparable = before != null && !good.repeatable() && !good.forChildren();
                if (!comparable || before.at().plus(Duration.ofDays(180)).isAfter(order.placedAt())) continue;
                steps.add(Long.compare(good.price(), before.good().price()));
            }
        }
        return steps.stream();
    }

    private record Bought(Good good, Instant at) {}

    @Test
    void everyProductHasFoundABuyer() {
        Map<String, Long> sold = PAST.orders().stream()
                .flatMap(order -> order.lines().stream())
                .collect(groupingBy(Past.Line::product, counting()));

        assertThat(sold).hasSameSizeAs(GOODS.all());
    }

    private static Set<OrderState> states(Past past) {
        return past.orders().stream().map(Past.Order::state).collect(Collectors.toSet());
    }

    private static Stream<Past.Parcel> parcels(Past past) {
        return past.orders().stream().flatMap(order -> Stream.ofNullable(order.parcel()));
    }

    private static Stream<Past.Back> returns(Past past) {
        return past.orders().stream().flatMap(order -> order.returns().stream());
    }

    private static List<Past.Order> containing(String product) {
        return PAST.orders().stream().filter(order -> has(order, product)).toList();
    }

    private static List<Past.Order> containingLeaf(String leaf) {
        return PAST.orders().stream().filter(order -> hasLeaf(order, leaf)).toList();
    }

    private static double shareOf(String product, List<Past.Order> orders) {
        return (double) orders.stream().filter(order -> has(order, product)).count() / orders.size();
    }

    private static double shareOfLeaf(String leaf, List<Past.Order> orders) {
        return (double) orders.stream().filter(order -> hasLeaf(order, leaf)).count() / orders.size();
    }

    private static double shareIn(Set<Month> months, String leaf) {
        List<Past.Order> orders = containingLeaf(leaf);
        long inSeason = orders.stream()
                .filter(order ->
                        months.contains(order.placedAt().atZone(ZoneOffset.UTC).getMonth()))
                .count();
        return (double) inSeason / orders.size();
    }

    private static boolean has(Past.Order order, String product) {
        return order.lines().stream().anyMatch(line -> line.product().equals(product));
    }

    private static boolean hasLeaf(Past.Order order, String leaf) {
        return order.lines().stream()
                .anyMatch(line -> GOODS.get(line.product()).category().equals(leaf));
    }
}
