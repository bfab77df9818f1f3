package outfitter.models.demo;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import outfitter.models.customer.CustomerId;
import outfitter.models.shop.Article;
import outfitter.models.shop.Articles;
import outfitter.models.shop.Catalogue;
import outfitter.models.shop.Catalogues;
import outfitter.models.shop.Category;
import outfitter.models.shop.Order;
import outfitter.models.shop.OrderedLine;
import outfitter.models.shop.Orders;
import outfitter.models.shop.Policies;
import outfitter.models.shop.Product;
import outfitter.models.shop.ReturnState;
import outfitter.models.shop.ShipmentState;
import outfitter.models.shop.Stock;
import outfitter.models.shop.Stocks;
import outfitter.models.testing.PostgresExtension;

@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoShopTest {
    private static final Instant NOW = Instant.parse("2031-05-06T14:00:00Z");

    private final Pool db;
    private final Vertx vertx = Vertx.vertx();
    private final Orders orders;
    private List<Boolean> openings = List.of();

    DemoShopTest(Pool db) {
        this.db = db;
        orders = new Orders(db);
    }

    @BeforeAll
    void twoServersOpenItAtOnceAndOneComesLater() {
        DemoShop shop = new DemoShop(vertx, db, Clock.fixed(NOW, ZoneOffset.UTC));
        List<Boolean> atOnce = new ArrayList<>(
                await(Future.all(shop.openIfEmpty(), shop.openIfEmpty())).<Boolean>list());
        atOnce.add(await(shop.openIfEmpty()));
        openings = atOnce;
    }

    @AfterAll
    void close() {
        await(vertx.close());
    }

    @Test
    void itIsOpenedExactlyOnce() {
        assertThat(openings).containsOnlyOnce(true).last().isEqualTo(false);
        assertThat(count("\"order\"")).isEqualTo(15_000);
        assertThat(count("customer")).isEqualTo(3_000);
        assertThat(count("article")).isEqualTo(12);
    }

    @Test
    void theShelvesAreFull() {
        Catalogue catalogue = await(new Catalogues(db).load());

        assertThat(catalogue.products()).hasSizeGreaterThanOrEqualTo(240).allSatisfy(product -> {
            assertThat(product.variants()).isNotEmpty();
            assertThat(product.description()).hasSizeGreaterThan(30);
            assertThat(product.care()).hasSizeGreaterThan(20);
        });
        assertThat(catalogue.categories().stream().filter(each -> each.drawing() != null))
                .hasSizeGreaterThanOrEqualTo(30)
                .allSatisfy(leaf -> assertThat(catalogue.in(leaf.id())).hasSizeGreaterThanOrEqualTo(3));
        assertThat(catalogue.category("footwear/hiking-boots").map(Category::sizeTable))
                .isPresent();
    }

    @Test
    void theCatalogueWithoutADatabaseIsTheSame() {
        Catalogue stored = await(new Catalogues(db).load());
        Catalogue made = DemoData.catalogue(NOW);

        assertThat(byId(made)).isEqualTo(byId(stored));
        assertThat(made.categories()).isEqualTo(stored.categories());
    }

    @Test
    void theOrderLogWithoutADatabaseIsTheSame() {
        List<OrderedLine> stored = new ArrayList<>();
        await(orders.log(stored::add));

        List<OrderedLine> made = DemoData.orderLog(NOW);

        assertThat(stored).hasSameSizeAs(made);
        assertThat(stored.stream().map(OrderedLine::sku).sorted())
                .containsExactlyElementsOf(
                        made.stream().map(OrderedLine::sku).sorted().toList());
    }

    @Test
    void mayasParcelArrivesThisWeekAndHerBootsCameLastWeek() {
        Order pack = order(DemoPeople.MAYAS_PACK);
        Order boots = order(DemoPeople.MAYAS_BOOTS);

        assertThat(pack.shipment().orElseThrow().state()).isEqualTo(ShipmentState.IN_TRANSIT);
        assertThat(pack.shipment().orElseThrow().expectedOn()).isEqualTo(LocalDate.of(2031, 5, 8));
        assertThat(pack.goesTo(DemoPeople.MAYAS_POSTCODE)).isTrue();
        assertThat(boots.deliveredAt().orElseThrow())
                .isBetween(NOW.minus(Duration.ofDays(8)), NOW.minus(Duration.ofDays(6)));
        assertThat(boots.line(1).orElseThrow().product()).isEqualTo("granite-peak-mid");
        assertThat(await(orders.ofCustomer(customer(DemoPeople.MAYA), 20))).hasSize(5);
    }

    @Test
    void everyOtherStoryIsThere() {
        assertThat(parcel(DemoPeople.TOMS_STOVE)).isEqualTo(ShipmentState.LATE);
        assertThat(parcel(DemoPeople.INESS_TENT)).isEqualTo(ShipmentState.DELIVERED);
        assertThat(parcel(DemoPeople.EWANS_SKIS)).isEqualTo(ShipmentState.OUT_FOR_DELIVERY);
        assertThat(parcel(DemoPeople.KOFIS_LOST)).isEqualTo(ShipmentState.LOST);
        assertThat(order(DemoPeople.NOAHS_SEAT_PACK).returnOf(1).orElseThrow().state())
                .isEqualTo(ReturnState.IN_TRANSIT);
        assertThat(order(DemoPeople.LENAS_JACKET).deliveredAt().orElseThrow())
                .isBefore(NOW.minus(
                        Duration.ofDays(await(new Policies(db).returns()).windowDays())));
        assertThat(DemoPeople.all()).allSatisfy(person -> {
            assertThat(customer(person.externalId()).value()).isPositive();
            assertThat(person.orders())
                    .allSatisfy(number ->
                            assertThat(order(number).goesTo(person.postcode())).isTrue());
        });
    }

    @Test
    void stockHasPlentyFewAndNone() {
        Map<String, Stock> soldOut = await(new Stocks(db).ofProducts(List.of(DemoPeople.SOLD_OUT)));

        assertThat(soldOut.values()).isNotEmpty().allSatisfy(stock -> {
            assertThat(stock.quantity()).isZero();
            assertThat(stock.restockOn()).isEqualTo(LocalDate.of(2031, 5, 15));
        });
        assertThat(await(new Stocks(db).of(List.of(DemoPeople.LAST_PIECE))).get(DemoPeople.LAST_PIECE))
                .extracting(Stock::quantity)
                .isEqualTo(1);
    }

    @Test
    void helpPagesHaveTitlesParagraphsAndTags() {
        assertThat(await(new Articles(db).all("en"))).hasSize(12).allSatisfy(page -> {
            assertThat(page.title()).isNotBlank();
            assertThat(page.body()).hasSizeGreaterThan(150);
            assertThat(page.tags()).isNotEmpty();
        });
        assertThat(await(new Articles(db).find("returns", "en")).map(Article::title))
                .hasValue("Returning something");
    }

    private Order order(String number) {
        return await(orders.byNumber(number)).orElseThrow();
    }

    private ShipmentState parcel(String number) {
        return order(number).shipment().orElseThrow().state();
    }

    private CustomerId customer(String externalId) {
        return new CustomerId(number("SELECT id FROM customer WHERE external_id = '" + externalId + "'"));
    }

    private long count(String table) {
        return number("SELECT count(*) FROM " + table);
    }

    private long number(String query) {
        return await(db.query(query).execute()).iterator().next().getLong(0);
    }

    private static Map<String, Product> byId(Catalogue catalogue) {
        return catalogue.products().stream().collect(Collectors.toMap(Product::id, product -> product));
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.await(60, SECONDS);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
