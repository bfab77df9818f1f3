package outfitter.models.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import outfitter.models.shop.Catalogue;
import outfitter.models.shop.Catalogues;
import outfitter.models.shop.Money;
import outfitter.models.shop.Order;
import outfitter.models.shop.OrderLine;
import outfitter.models.shop.OrderState;
import outfitter.models.shop.Orders;
import outfitter.models.shop.Product;
import outfitter.models.shop.Return;
import outfitter.models.shop.ReturnReason;
import outfitter.models.shop.ReturnState;
import outfitter.models.shop.Returns;
import outfitter.models.shop.ShipmentState;
import outfitter.models.testing.PostgresExtension;

@ExtendWith(PostgresExtension.class)
class IntakeTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Instant MONDAY = Instant.parse("2026-11-16T09:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-17T09:00:00Z");

    private final Pool db;
    private final Intake intake;
    private final Orders orders;

    IntakeTest(Pool db) {
        this.db = db;
        intake = new Intake(db, Clock.fixed(NOW, ZoneOffset.UTC));
        orders = new Orders(db);
    }

    @BeforeEach
    void anEmptyShop() {
        await(db.query("""
                TRUNCATE product, variant, stock, customer, "order", order_line, shipment, return, category, fact_waiting,
                  shop_news, conversation, cart, cart_line, review CASCADE
                """).execute());
    }

    @Test
    void whatIsToldAgainChangesNothing() {
        List<Fact> facts = List.of(boot("Peak Boot", null), customer("7", "Ada", null), order("#1001", null, "GB-7"));

        assertThat(effects(facts)).containsOnly(Effect.STORED);
        assertThat(effects(facts)).containsOnly(Effect.UNCHANGED);
    }

    @Test
    void anOlderFactNeverReplacesANewerOne() {
        take(boot("Peak Boot II", TUESDAY));

        assertThat(effects(List.of(boot("Peak Boot", MONDAY)))).containsExactly(Effect.UNCHANGED);
        assertThat(product("peak-boot").title()).isEqualTo("Peak Boot II");
    }

    @Test
    void whatIsSaidAgainLaterIsNewerThanWhatLayBetween() {
        take(boot("Peak Boot", MONDAY));
        take(boot("Peak Boot", TUESDAY.plusSeconds(60)));

        take(boot("Misprint", TUESDAY));

        assertThat(product("peak-boot").title()).isEqualTo("Peak Boot");
    }

    @Test
    void aSkuThatNobodyKnowsBecomesAProductWithoutACategory() {
        take(order("#1001", null, "NEW-1"));

        Product product = await(new Catalogues(db).load()).productOf("NEW-1").orElseThrow();
        assertThat(product.category()).isNull();
        assertThat(product.title()).isEqualTo("Title of NEW-1");
        assertThat(product.id()).startsWith("title-of-new-1-");
        assertThat(number("SELECT count(*) FROM stock WHERE sku = 'NEW-1' AND NOT counted"))
                .isEqualTo(1);
    }

    @Test
    void aProductThatIsToldLaterTakesItsOldOrderLinesOver() {
        take(order("#1001", null, "GB-7"));

        take(boot("Peak Boot", null));

        Catalogue catalogue = await(new Catalogues(db).load());
        assertThat(catalogue.products()).extracting(Product::id).containsExactly("peak-boot");
        assertThat(find("#1001").lines()).extracting(OrderLine::product).containsExactly("peak-boot");
    }

    @Test
    void categoriesAreMadeAsTheyAreNamed() {
        take(boot("Peak Boot", null));

        Catalogue catalogue = await(new Catalogues(db).load());
        assertThat(catalogue.path("footwear/hiking-boots"))
                .extracting(category -> category.name())
                .containsExactly("Footwear", "Hiking boots");
    }

    @Test
    void aVariantThatIsNoLongerToldCannotBeBought() {
        take(boot("Peak Boot", null));

        take(new ProductFact(
                "peak-boot", "Peak Boot", null, null, null, null, true, List.of(variant("GB-8", 4)), null));

        assertThat(number("SELECT quantity FROM stock WHERE sku = 'GB-7'")).isZero();
        assertThat(number("SELECT quantity FROM stock WHERE sku = 'GB-8'")).isEqualTo(4);
    }

    @Test
    void stockMayBeToldBeforeItsProduct() {
        assertThat(effects(List.of(new StockFact("GB-7", 3, TUESDAY)))).containsExactly(Effect.WAITING);

        take(boot("Peak Boot", MONDAY));

        assertThat(number("SELECT quantity FROM stock WHERE sku = 'GB-7'")).isEqualTo(3);
        take(new StockFact("GB-7", 9, MONDAY));
        assertThat(number("SELECT quantity FROM stock WHERE sku = 'GB-7'")).isEqualTo(3);
    }

    @Test
    void whatLiesInSeveralStoreRoomsIsTheirSum() {
        take(boot("Peak Boot", MONDAY));

        take(new StockFact("GB-7", "Leeds", 3, TUESDAY), new StockFact("GB-7", "York", 2, TUESDAY));
        assertThat(number("SELECT quantity FROM stock WHERE sku = 'GB-7'")).isEqualTo(5);

        take(new StockFact("GB-7", "Leeds", 9, MONDAY));
        assertThat(number("SELECT quantity FROM stock WHERE sku = 'GB-7'")).isEqualTo(5);

        take(new StockFact("GB-7", "York", null, TUESDAY));
        assertThat(number("SELECT count(*) FROM stock WHERE sku = 'GB-7' AND NOT counted"))
                .isEqualTo(1);
    }

    @Test
    void whatHasWaitedTooLongIsForgotten() {
        take(new StockFact("nobody's", 3, TUESDAY));
        UnmatchedFacts now = new UnmatchedFacts(db, Clock.fixed(NOW, ZoneOffset.UTC));
        UnmatchedFacts later = new UnmatchedFacts(db, Clock.fixed(NOW.plus(Duration.ofDays(31)), ZoneOffset.UTC));

        assertThat(await(now.forgetOld())).isZero();
        assertThat(await(later.forgetOld())).isEqualTo(1);
        assertThat(number("SELECT count(*) FROM fact_waiting")).isZero();
    }

    @Test
    void parcelsAndReturnsMayBeToldBeforeTheirOrder() {
        assertThat(effects(List.of(parcel(ShipmentState.DELIVERED, TUESDAY), back("r1", "GB-7", 1))))
                .containsExactly(Effect.WAITING, Effect.WAITING);

        take(order("#1001", null, "GB-7"));

        Order order = find("#1001");
        assertThat(order.state()).isEqualTo(OrderState.DELIVERED);
        assertThat(order.returns()).extracting(Return::state).containsExactly(ReturnState.REFUNDED);
        assertThat(number("SELECT count(*) FROM fact_waiting")).isZero();
    }

    @Test
    void aTellerWithNothingMoreToSayIsToldWhatIsMissing() {
        Taken taken = await(intake.take(List.of(back("r1", "GB-7", 1)), Unmatched.REFUSE));

        assertThat(taken.verdicts()).containsExactly(Verdict.refused("there is no order #1001"));
        assertThat(number("SELECT count(*) FROM fact_waiting")).isZero();
    }

    @Test
    void aParcelThatArrivedIsNotOnItsWayAgain() {
        take(order("#1001", null, "GB-7"));
        take(parcel(ShipmentState.DELIVERED, TUESDAY));

        take(parcel(ShipmentState.IN_TRANSIT, MONDAY));
        take(order("#1001", OrderState.PAID, "GB-7"));

        assertThat(find("#1001").state()).isEqualTo(OrderState.DELIVERED);
        assertThat(find("#1001").shipment().orElseThrow().state()).isEqualTo(ShipmentState.DELIVERED);
    }

    @Test
    void noMoreComesBackThanWasBought() {
        take(order("#1001", null, "GB-7"));

        assertThat(effects(List.of(back("r1", "GB-7", 1), back("r2", "GB-7", 5), back("r3", "GB-7", 1))))
                .containsExactly(Effect.STORED, Effect.STORED, Effect.REFUSED);

        assertThat(find("#1001").returns()).extracting(Return::quantity).containsExactly(2);
        assertThat(effects(List.of(back("r2", "GB-7", 5)))).containsExactly(Effect.UNCHANGED);
    }

    @Test
    void aRefundSettlesTheReturnThatWasStartedHere() {
        take(order("#1001", null, "GB-7"));
        await(new Returns(db).start("#1001", 1, 2, ReturnReason.TOO_SMALL, NOW));

        take(back("r1", "GB-7", 2));

        Return back = find("#1001").returns().get(0);
        assertThat(back.state()).isEqualTo(ReturnState.REFUNDED);
        assertThat(back.reason()).isEqualTo(ReturnReason.TOO_SMALL);
    }

    @Test
    void aLineKeepsItsNumberWhenAnotherComesBeforeIt() {
        take(order("#1001", null, "GB-7"));
        take(back("r1", "GB-7", 2));

        take(order("#1001", null, "ES", "GB-7"));
        take(order("#1001", null, "ES"));

        assertThat(find("#1001").lines()).extracting(OrderLine::sku).containsExactly("GB-7", "ES");
    }

    @Test
    void whoOrdersTwiceIsOnePerson() {
        take(ordered("#1", new CustomerFact(null, "Ada", "Ada@Example.org", null, null, null, null)));
        take(ordered("#2", new CustomerFact(null, null, "ada@example.org", null, "BS1 4DJ", null, null)));
        take(customer("7", "Ada L.", "ADA@example.org"));
        take(ordered("#3", new CustomerFact("7", "Somebody", null, null, null, null, null)));

        assertThat(number("SELECT count(*) FROM customer")).isEqualTo(1);
        assertThat(number("SELECT count(DISTINCT customer) FROM \"order\"")).isEqualTo(1);
        assertThat(number("""
                SELECT count(*) FROM customer WHERE name = 'Ada L.' AND external_id = '7' AND postcode = 'BS1 4DJ'
                """)).isEqualTo(1);
    }

    @Test
    void whatAVisitorMerelyClaimsLeadsNobodyToTheirOrders() {
        await(db.query("INSERT INTO customer (email, created_at) VALUES ('ada@example.org', now())")
                .execute());

        take(ordered("#1", new CustomerFact(null, "Ada", "ada@example.org", null, null, null, null)));

        assertThat(number("SELECT count(*) FROM customer")).isEqualTo(2);
    }

    @Test
    void anOrderWithoutACustomerBelongsToNobody() {
        take(ordered("#1", null));

        assertThat(find("#1").customer()).isNull();
        assertThat(number("SELECT count(*) FROM customer")).isZero();
    }

    @Test
    void onlyWhoHasAConversationIsToldOfTheirOrder() {
        take(customer("7", "Ada", null), customer("8", "Bo", null));
        await(db.query("""
                INSERT INTO conversation (customer, created_at) SELECT id, now() FROM customer WHERE external_id = '7'
                """).execute());

        take(ordered("#1", id("7")), ordered("#2", id("8")));
        take(ordered("#1", id("7")));

        assertThat(await(db.query("SELECT \"order\" || ' ' || happened AS news FROM shop_news")
                                .execute())
                        .stream()
                        .map(row -> row.getString("news")))
                .containsExactly("#1 placed");
    }

    @Test
    void sendersInAnyOrderAtOnceLeadToOneState() {
        List<Fact> all = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            all.add(ordered(
                    "#" + i,
                    new CustomerFact("" + i % 5, "N" + i % 5, "n" + i % 5 + "@x.org", null, null, null, null)));
            all.add(new ShipmentFact(
                    "#" + i, "p", "Heron", "T" + i, ShipmentState.IN_TRANSIT, MONDAY, null, null, MONDAY));
            all.add(new ShipmentFact(
                    "#" + i, "p", "Heron", "T" + i, ShipmentState.DELIVERED, MONDAY, null, TUESDAY, TUESDAY));
            all.add(new ReturnFact("r", "#" + i, "GB-7", 1, null, ReturnState.RECEIVED, TUESDAY, null, null));
        }
        List<Fact> thrice = new ArrayList<>();
        for (int i = 0; i < 3; i++) thrice.addAll(all);
        Collections.shuffle(thrice, new Random(7));

        List<Future<Taken>> sent =
                thrice.stream().map(fact -> intake.take(List.of(fact))).toList();
        await(Future.all(sent));

        assertThat(number("SELECT count(*) FROM \"order\" WHERE state = 'delivered'"))
                .isEqualTo(30);
        assertThat(number("SELECT count(*) FROM shipment WHERE state = 'delivered'"))
                .isEqualTo(30);
        assertThat(number("SELECT count(*) FROM return WHERE state = 'received' AND quantity = 1"))
                .isEqualTo(30);
        assertThat(number("SELECT count(*) FROM customer")).isEqualTo(5);
        assertThat(number("SELECT count(*) FROM fact_waiting")).isZero();
        assertThat(sent.stream()
                        .filter(each -> each.result().count(Effect.STORED) == 1)
                        .count())
                .isLessThanOrEqualTo(120);
    }

    @Test
    void aPictureStaysUntilAnotherIsTold() {
        VariantFact pictured = new VariantFact("GB-9", null, null, pounds(1), null, null, "//cdn.example/9.jpg");
        take(new ProductFact("pictured", "Boot", null, null, null, null, true, List.of(pictured), null));
        VariantFact silent = new VariantFact("GB-9", null, null, pounds(2), null, null);
        take(new ProductFact("pictured", "Boot", null, null, null, null, true, List.of(silent), null));

        assertThat(number("SELECT count(*) FROM variant WHERE sku = 'GB-9' AND picture = 'https://cdn.example/9.jpg'"))
                .isEqualTo(1);
    }

    @Test
    void nonsenseIsRefusedInWords() {
        assertThatThrownBy(() -> new LineFact("GB-7", "Boot", -1, pounds(1))).hasMessage("the quantity is below 1");
        assertThatThrownBy(() -> new VariantFact("GB-7", null, null, pounds(1), null, null, "javascript:alert(1)"))
                .hasMessageContaining("'javascript:alert(1)' is no address");
        assertThatThrownBy(() -> new CustomerFact(" ", null, null, null, null, null, null))
                .hasMessage("the customer has neither id nor e-mail address nor phone number");
    }

    private static ProductFact boot(String title, @Nullable Instant changedAt) {
        return new ProductFact(
                "peak-boot",
                title,
                "Heron",
                "Footwear > Hiking boots",
                "Dry feet.",
                List.of("winter", "wet"),
                true,
                List.of(variant("GB-7", 5), variant("GB-8", 2)),
                changedAt);
    }

    private static VariantFact variant(String sku, int quantity) {
        return new VariantFact(sku, sku.substring(3), null, pounds(12_900), pounds(6_000), quantity);
    }

    private static CustomerFact customer(String id, String name, @Nullable String email) {
        return new CustomerFact(id, name, email, null, null, null, null);
    }

    private static CustomerFact id(String id) {
        return new CustomerFact(id, null, null, null, null, null, null);
    }

    private static OrderFact ordered(String number, @Nullable CustomerFact customer) {
        return new OrderFact(
                number,
                customer,
                null,
                null,
                null,
                null,
                pounds(0),
                pounds(10),
                MONDAY,
                List.of(new LineFact("GB-7", "Boot", 2, pounds(5))),
                null);
    }

    @Test
    void whoCountsOrdersHearsOfThoseThatCountOtherwiseAndOfNoOthers() throws Exception {
        BlockingQueue<List<String>> heard = new LinkedBlockingQueue<>();
        PgConnection listening = PgConnection.cast(await(db.getConnection()));
        listening.notificationHandler(
                news -> heard.add(FactNews.read(news.getPayload()).orders()));
        await(listening.query("LISTEN " + FactNews.CHANNEL).execute());
        take(boot("Peak Boot", null), order("#1001", null, "GB-7"));
        assertThat(heard.poll(30, TimeUnit.SECONDS)).containsExactly("#1001");

        take(order("#1001", null, "GB-7"));
        take(order("#1001", OrderState.SHIPPED, "GB-7"));
        take(back("one of two", "GB-7", 1));
        take(order("#1001", OrderState.SHIPPED, "GB-7", "GB-8"));
        assertThat(heard.poll(30, TimeUnit.SECONDS)).as("other lines").containsExactly("#1001");
        take(back("the other one", "GB-7", 1));
        assertThat(heard.poll(30, TimeUnit.SECONDS))
                .as("all of a line came back")
                .containsExactly("#1001");
        await(new OrderNews(db).changed("#1002"));

        assertThat(heard.poll(30, TimeUnit.SECONDS)).containsExactly("#1002");
        assertThat(heard).isEmpty();
        await(listening.query("UNLISTEN *").execute());
        await(listening.close());
    }

    private static OrderFact order(String number, @Nullable OrderState state, String... skus) {
        return new OrderFact(
                number,
                null,
                "ada@example.org",
                "BS1 4DJ",
                "GB",
                state,
                pounds(395),
                pounds(9_000),
                MONDAY,
                Arrays.stream(skus)
                        .map(sku -> new LineFact(sku, "Title of " + sku, 2, pounds(4_000)))
                        .toList(),
                null);
    }

    private static ShipmentFact parcel(ShipmentState state, Instant at) {
        return new ShipmentFact("#1001", "f1", "Heron", "HN1", state, MONDAY, null, null, at);
    }

    private static ReturnFact back(String reference, String sku, int quantity) {
        return new ReturnFact(reference, "#1001", sku, quantity, null, ReturnState.REFUNDED, TUESDAY, TUESDAY, null);
    }

    private static Money pounds(long pence) {
        return new Money(pence, "GBP");
    }

    private void take(Fact... facts) {
        await(intake.take(List.of(facts)));
    }

    private List<Effect> effects(List<? extends Fact> facts) {
        return await(intake.take(facts)).verdicts().stream()
                .map(Verdict::effect)
                .toList();
    }

    private Product product(String id) {
        return await(new Catalogues(db).load()).product(id).orElseThrow();
    }

    private Order find(String number) {
        return await(orders.byNumber(number)).orElseThrow();
    }

    private long number(String query) {
        Row row =
                await(db.preparedQuery(query).execute(Tuple.tuple())).iterator().next();
        return ((Number) row.getValue(0)).longValue();
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.await(20, TimeUnit.SECONDS);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new AssertionError(e);
        }
    }
}
