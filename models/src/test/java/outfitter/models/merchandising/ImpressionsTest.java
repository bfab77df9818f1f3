package outfitter.models.merchandising;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import outfitter.models.conversation.ConversationId;
import outfitter.models.customer.CustomerId;
import outfitter.models.json.Json;
import outfitter.models.merchandising.Impression.State;
import outfitter.models.merchandising.Impressions.Shown;
import outfitter.models.testing.PostgresExtension;

@ExtendWith(PostgresExtension.class)
class ImpressionsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final AtomicLong NEXT = new AtomicLong(1000);

    private final Pool db;
    private final Impressions impressions;
    private final CustomerId customer = new CustomerId(NEXT.incrementAndGet());
    private final ConversationId conversation = new ConversationId(NEXT.incrementAndGet());

    ImpressionsTest(Pool db) throws Exception {
        this.db = db;
        impressions = new Impressions(db);
        run("INSERT INTO customer (id, created_at) OVERRIDING SYSTEM VALUE VALUES ($1, $2)", customer.value(), at(NOW));
        run(
                "INSERT INTO conversation (id, customer, created_at) OVERRIDING SYSTEM VALUE VALUES ($1, $2, $3)",
                conversation.value(),
                customer.value(),
                at(NOW));
    }

    @Test
    void aPanelDrawnAgainShowsTheSameImpressions() throws Exception {
        List<Shown> first = await(impressions.show(List.of(gaiter(1), socks(1))));
        List<Shown> second = await(impressions.show(List.of(gaiter(1), socks(1), boots(1))));

        assertThat(first).allMatch(Shown::fresh);
        assertThat(second)
                .extracting(shown -> shown.impression().product())
                .containsExactlyInAnyOrder("snow-gaiter", "wool-sock", "ridge-boot");
        assertThat(second)
                .filteredOn(Shown::fresh)
                .extracting(shown -> shown.impression().product())
                .containsExactly("ridge-boot");
        assertThat(second)
                .extracting(Shown::impression)
                .containsAll(first.stream().map(Shown::impression).toList());
    }

    @Test
    void anotherEpisodeIsAnotherImpression() throws Exception {
        await(impressions.show(List.of(gaiter(1))));

        assertThat(await(impressions.show(List.of(gaiter(2))))).allMatch(Shown::fresh);
    }

    @Test
    void twoPanelsDrawnAtOnceAgreeOnTheImpression() throws Exception {
        Future<List<Shown>> one = impressions.show(List.of(gaiter(1)));
        Future<List<Shown>> other = impressions.show(List.of(gaiter(1)));

        assertThat(await(one).get(0).impression().id())
                .isEqualTo(await(other).get(0).impression().id());
    }

    @Test
    void whatWasDeclinedIsNotAcceptedAfterwards() throws Exception {
        Impression shown = await(impressions.show(List.of(gaiter(1)))).get(0).impression();

        Impression declined =
                await(impressions.decline(shown.id(), "does-not-go", NOW)).orElseThrow();

        assertThat(declined.state()).isEqualTo(State.DECLINED);
        assertThat(declined.reason()).isEqualTo("does-not-go");
        assertThat(await(impressions.accept(shown.id(), NOW))).isEmpty();
        assertThat(await(impressions.find(shown.id()))).contains(declined);
    }

    @Test
    void anOrderSettlesWhatTheCustomerWasShown() throws Exception {
        Impression gaiter = await(impressions.show(List.of(gaiter(1)))).get(0).impression();
        await(impressions.accept(gaiter.id(), NOW));
        Impression sock = await(impressions.show(List.of(socks(1)))).get(0).impression();
        Impression boots = await(impressions.show(List.of(boots(1)))).get(0).impression();
        await(impressions.decline(boots.id(), "has-one", NOW));
        String order = order(customer, NOW.plusSeconds(60), "snow-gaiter", "wool-sock", "ridge-boot");

        List<Impression> settled = await(impressions.ordered(order));

        assertThat(settled).extracting(Impression::id).containsExactlyInAnyOrder(gaiter.id(), sock.id());
        assertThat(settled).allMatch(each -> each.state() == State.ORDERED);
        assertThat(await(impressions.ordered(order))).isEmpty();
    }

    @Test
    void anOrderFromBeforeOrLongAfterHasNothingToDoWithIt() throws Exception {
        await(impressions.show(List.of(gaiter(1))));

        assertThat(await(impressions.ordered(order(customer, NOW.minusSeconds(60), "snow-gaiter"))))
                .isEmpty();
        assertThat(await(impressions.ordered(order(customer, NOW.plus(Duration.ofDays(31)), "snow-gaiter"))))
                .isEmpty();
    }

    @Test
    void whatAVisitorWasShownCountsForTheCustomerTheyTurnOutToBe() throws Exception {
        Impression shown = await(impressions.show(List.of(gaiter(1)))).get(0).impression();
        CustomerId survivor = new CustomerId(NEXT.incrementAndGet());
        long survivors = NEXT.incrementAndGet();
        run("INSERT INTO customer (id, created_at) OVERRIDING SYSTEM VALUE VALUES ($1, $2)", survivor.value(), at(NOW));
        run(
                "INSERT INTO conversation (id, customer, created_at) OVERRIDING SYSTEM VALUE VALUES ($1, $2, $3)",
                survivors,
                survivor.value(),
                at(NOW));
        run("UPDATE conversation SET merged_into = $1 WHERE id = $2", survivors, conversation.value());
        String order = order(survivor, NOW.plusSeconds(60), "snow-gaiter");

        assertThat(await(impressions.missedOrders(NOW))).contains(order);
        assertThat(await(impressions.ordered(order))).extracting(Impression::id).containsExactly(shown.id());
        assertThat(await(impressions.missedOrders(NOW))).doesNotContain(order);
    }

    @Test
    void aHeldOutCustomersImpressionsAreKeptApart() throws Exception {
        Impression heldOut = impression("tarp", SuggestionList.GOES_WITH, 1, Arm.HELD_OUT);

        await(impressions.show(List.of(heldOut)));

        assertThat(await(impressions.find(heldOut.id())).orElseThrow().arm()).isEqualTo(Arm.HELD_OUT);
    }

    private Impression gaiter(int episode) {
        return impression("snow-gaiter", SuggestionList.GOES_WITH, episode, Arm.TREATED);
    }

    private Impression socks(int episode) {
        return impression("wool-sock", SuggestionList.GOES_WITH, episode, Arm.TREATED);
    }

    private Impression boots(int episode) {
        return impression("ridge-boot", SuggestionList.STEP_UP, episode, Arm.TREATED);
    }

    private Impression impression(String product, SuggestionList list, int episode, Arm arm) {
        return Impression.shown(
                conversation,
                episode,
                customer,
                NOW,
                7L,
                product,
                list,
                1,
                arm,
                null,
                Json.tree(List.of("132 orders")));
    }

    private String order(CustomerId who, Instant placed, String... products) throws Exception {
        String number = "OF-" + NEXT.incrementAndGet();
        run("""
                INSERT INTO "order" (number, customer, state, total, currency, placed_at)
                VALUES ($1, $2, 'placed', 0, 'GBP', $3)
                """, number, who.value(), at(placed));
        for (int line = 0; line < products.length; line++) {
            run("""
                    INSERT INTO order_line ("order", line, sku, product, quantity, price)
                    SELECT id, $2, $3, $3, 1, 100 FROM "order" WHERE number = $1
                    """, number, line + 1, products[line]);
        }
        return number;
    }

    private void run(String statement, Object... values) throws Exception {
        await(db.preparedQuery(statement).execute(Tuple.from(values)));
    }

    private static Object at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static <T> T await(Future<T> future) throws TimeoutException {
        return future.await(10, SECONDS);
    }
}
