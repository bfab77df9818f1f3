package outfitter.recommender;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.NullNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import outfitter.models.conversation.Conversation;
import outfitter.models.conversation.ConversationId;
import outfitter.models.conversation.ConversationState;
import outfitter.models.conversation.Entry;
import outfitter.models.conversation.EntryBody;
import outfitter.models.conversation.Fold;
import outfitter.models.customer.CustomerId;
import outfitter.models.json.Json;
import outfitter.models.merchandising.Arm;
import outfitter.models.merchandising.Impression;
import outfitter.models.merchandising.SuggestionList;
import outfitter.models.shop.Carts;
import outfitter.models.shop.Catalogues;
import outfitter.models.shop.CurrentCatalogue;
import outfitter.models.shop.Orders;
import outfitter.models.testing.PostgresExtension;
import outfitter.recommender.ranking.HiddenPin.Why;
import outfitter.recommender.ranking.Suggestion;
import outfitter.recommender.ranking.Suggestions;

@ExtendWith(PostgresExtension.class)
class RecommenderTest {
    private static final Instant NOW = Instant.parse("2026-01-20T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final String EMPTY = """
            TRUNCATE category, product, variant, stock, customer, conversation, "order", order_line, shipment, return,
                     cart, cart_line, review, impression, rule_set RESTART IDENTITY CASCADE
            """;
    private static final String SHOP = """
            INSERT INTO category (id, parent, name, position) VALUES
              ('wear', NULL, 'Wear', 1), ('wear/boots', 'wear', 'Boots', 2), ('wear/socks', 'wear', 'Socks', 3),
              ('wear/gaiters', 'wear', 'Gaiters', 4), ('care', NULL, 'Care', 5), ('care/wax', 'care', 'Wax', 6);
            INSERT INTO product (id, title, category, repeatable, created_at)
              SELECT id, title, category, id = 'leather-wax', '2025-01-01Z' FROM (VALUES
                ('granite-boot', 'Granite Boot', 'wear/boots'), ('wool-sock', 'Wool Sock', 'wear/socks'),
                ('snow-gaiter', 'Snow Gaiter', 'wear/gaiters'), ('leather-wax', 'Leather Wax', 'care/wax'))
              AS p (id, title, category);
            INSERT INTO variant (sku, product, size, price, currency, position) VALUES
              ('granite-boot', 'granite-boot', NULL, 15000, 'GBP', 1), ('wool-sock-42', 'wool-sock', '42', 1800, 'GBP', 1),
              ('wool-sock-43', 'wool-sock', '43', 1900, 'GBP', 2), ('snow-gaiter', 'snow-gaiter', NULL, 4000, 'GBP', 1),
              ('leather-wax', 'leather-wax', NULL, 900, 'GBP', 1);
            INSERT INTO stock (sku, quantity, updated_at) SELECT sku, 5, '2026-01-01Z' FROM variant;
            INSERT INTO customer (id, created_at) OVERRIDING SYSTEM VALUE VALUES (7, '2025-01-01Z'), (8, '2025-01-01Z');
            INSERT INTO "order" (number, customer, state, total, currency, placed_at)
              SELECT 'OF-' || n, 8, 'delivered', 0, 'GBP', '2026-01-01Z' FROM generate_series(1, 30) n;
            INSERT INTO order_line ("order", line, sku, product, quantity, price)
              SELECT id, 1, 'granite-boot', 'granite-boot', 1, 15000 FROM "order";
            INSERT INTO order_line ("order", line, sku, product, quantity, price)
              SELECT o.id, 2, v.sku, v.product, 1, v.price FROM "order" o JOIN variant v
                ON v.sku = CASE WHEN o.id <= 14 THEN 'wool-sock-42' WHEN o.id <= 23 THEN 'snow-gaiter' ELSE 'leather-wax' END
            """;
    private static final CustomerId ADA = new CustomerId(7);

    private final Vertx vertx = Vertx.vertx();
    private final Pool db;
    private final CurrentCatalogue catalogue;
    private final Recommender recommender;

    RecommenderTest(Pool db) {
        this.db = db;
        catalogue = new CurrentCatalogue(new Catalogues(db));
        recommender = new Recommender(vertx, db, catalogue, CLOCK);
    }

    @BeforeEach
    void open() throws Exception {
        await(db.query(EMPTY).execute());
        await(db.query(SHOP).execute());
        await(catalogue.reload());
        await(recommender.start());
    }

    @AfterEach
    void close() throws Exception {
        await(recommender.close());
        await(vertx.close());
    }

    @Test
    void beforeTheStartNothingIsSuggested() throws Exception {
        Recommender early = new Recommender(vertx, db, new CurrentCatalogue(new Catalogues(db)), CLOCK);

        assertThat(products(await(early.goesWith(ADA, List.of("granite-boot")))))
                .isEmpty();
    }

    @Test
    void theConversationTellsWhatToStartFrom() throws Exception {
        Suggestions suggestions = await(recommender.suggest(speakingOf("granite-boot")));

        assertThat(products(suggestions)).containsExactly("wool-sock", "snow-gaiter", "leather-wax");
        assertThat(suggestions.anchors()).containsExactly("granite-boot");
        assertThat(said(suggestions.goesWith().get(0)))
                .first()
                .isEqualTo("bought together with the Granite Boot in 14 orders");
    }

    @Test
    void whatTheCustomerHasOrSentBackOrWasDeclinedIsLeftOut() throws Exception {
        await(new Carts(db).add(ADA, "leather-wax", 1, null, NOW));
        order("OF-900", "snow-gaiter");
        Conversation declined = speakingOf(
                "granite-boot", new EntryBody.SuggestionDeclined(UUID.randomUUID(), "wool-sock", "does-not-go", 1));

        assertThat(products(await(recommender.suggest(declined)))).isEmpty();
        assertThat(await(recommender.objection(declined, "leather-wax"))).contains(Why.IN_CART);
        assertThat(await(recommender.objection(declined, "snow-gaiter"))).contains(Why.OWNED);

        run("""
                INSERT INTO return (number, "order", line, quantity, reason, faulty, state, started_at)
                SELECT 'RT-1', id, 1, 1, 'faulty', true, 'refunded', now() FROM "order" WHERE number = 'OF-900'
                """);
        assertThat(await(recommender.objection(declined, "snow-gaiter"))).contains(Why.RETURNED_FOR_FAULT);
    }

    @Test
    void whatIsUsedUpMayBeSuggestedAgain() throws Exception {
        order("OF-901", "leather-wax");

        assertThat(products(await(recommender.suggest(speakingOf("granite-boot")))))
                .contains("leather-wax");
    }

    @Test
    void whatSellsOutIsGoneAtTheNextQuestion() throws Exception {
        run("UPDATE stock SET quantity = 0 WHERE sku = 'snow-gaiter'");

        assertThat(products(await(recommender.goesWith(ADA, List.of("granite-boot")))))
                .containsExactly("wool-sock", "leather-wax");
    }

    @Test
    void theCustomersSizeIsOfferedAndCounted() throws Exception {
        order("OF-902", "wool-sock-43");
        run("UPDATE stock SET quantity = 2 WHERE sku = 'wool-sock-43'");
        await(db.query("UPDATE product SET repeatable = true WHERE id = 'wool-sock'")
                .execute());
        await(catalogue.reload());
        await(recommender.recount());

        Suggestion socks = await(recommender.goesWith(ADA, List.of("granite-boot")))
                .goesWith()
                .get(0);

        assertThat(socks.sku()).isEqualTo("wool-sock-43");
        assertThat(said(socks)).endsWith("2 in size 43");
    }

    @Test
    void anOrderCountsAtOnceAndSettlesWhatLedToIt() throws Exception {
        Impression shown = Impression.shown(
                new ConversationId(1),
                1,
                ADA,
                NOW.minus(Duration.ofHours(1)),
                null,
                "wool-sock",
                SuggestionList.GOES_WITH,
                1,
                Arm.TREATED,
                null,
                Json.tree(List.of()));
        await(recommender.impressions().show(List.of(shown)));
        order("OF-903", "granite-boot", "wool-sock-42");

        recommender.orderFeed().placed(await(new Orders(db).byNumber("OF-903")).orElseThrow());

        Suggestion wax = await(recommender.goesWith(new CustomerId(99), List.of("wool-sock")))
                .goesWith()
                .get(0);
        assertThat(wax.product()).isEqualTo("granite-boot");
        assertThat(said(wax)).first().isEqualTo("bought together with the Wool Sock in 15 orders");
        Awaitility.await()
                .until(() -> await(recommender.impressions().find(shown.id()))
                                .orElseThrow()
                                .state()
                        == Impression.State.ORDERED);
    }

    @Test
    void anOrderWhoseNewsWasLostIsSettledAtTheNextStart() throws Exception {
        Impression shown = Impression.shown(
                new ConversationId(1),
                1,
                ADA,
                NOW.minus(Duration.ofHours(1)),
                null,
                "wool-sock",
                SuggestionList.GOES_WITH,
                1,
                Arm.TREATED,
                null,
                Json.tree(List.of()));
        await(recommender.impressions().show(List.of(shown)));
        order("OF-904", "wool-sock-42");

        await(recommender.start());

        assertThat(await(recommender.impressions().find(shown.id()))
                        .orElseThrow()
                        .state())
                .isEqualTo(Impression.State.ORDERED);
    }

    @Test
    void aNewProductIsKnownSoonAfterTheCatalogueIs() throws Exception {
        run(
                "INSERT INTO product (id, title, category, created_at) VALUES ('granite-boot-ii', 'Granite Boot II', 'wear/boots', now())");
        run(
                "INSERT INTO variant (sku, product, price, currency, position) VALUES ('gb2', 'granite-boot-ii', 15500, 'GBP', 1)");
        await(catalogue.reload());

        Awaitility.await()
                .until(() -> products(await(recommender.goesWith(ADA, List.of("granite-boot-ii"))))
                        .contains("wool-sock"));
    }

    @Test
    void whatWasSavedIsTakenUpWithTheOrdersSince(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("orders.index");
        await(new Recommender(vertx, db, catalogue, file, CLOCK).refresh());
        order("OF-905", "granite-boot", "wool-sock-42");
        Recommender restarted = new Recommender(vertx, db, catalogue, file, CLOCK);

        await(restarted.start());

        Suggestion first = await(restarted.goesWith(new CustomerId(99), List.of("granite-boot")))
                .goesWith()
                .get(0);
        assertThat(said(first)).first().isEqualTo("bought together with the Granite Boot in 15 orders");
        await(restarted.close());
    }

    @Test
    void aDamagedIndexIsBuiltAnew(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("orders.index"), "this is not an index of anything at all");
        Recommender started = new Recommender(vertx, db, catalogue, file, CLOCK);

        await(started.start());

        assertThat(products(await(started.goesWith(ADA, List.of("granite-boot")))))
                .contains("wool-sock");
        await(started.close());
    }

    @Test
    void aWishIsNarrowedToWhatFitsAndIsLeft() throws Exception {
        run("UPDATE stock SET quantity = 0 WHERE sku = 'wool-sock-42'");

        List<Found> any = await(recommender.find(wish("wool soks", null, null)));
        List<Found> fortyThree = await(recommender.find(wish("wool sock", "43", null)));

        assertThat(any).extracting(Found::product).containsExactly("wool-sock");
        assertThat(any.get(0).sku()).isNull();
        assertThat(fortyThree).extracting(Found::sku).containsExactly("wool-sock-43");
        assertThat(fortyThree.get(0).quantity()).isEqualTo(5);
        assertThat(await(recommender.find(wish("wool sock", "42", null)))).isEmpty();
        assertThat(await(recommender.find(wish("wool sock", null, 1_000L)))).isEmpty();
    }

    private static Wish wish(String words, @Nullable String size, @Nullable Long maxPrice) {
        return new Wish(ADA, words, null, size, null, maxPrice, 3);
    }

    private static Conversation speakingOf(String product, EntryBody... more) {
        EntryBody trace = new EntryBody.BotTrace(
                List.of(), List.of(), Map.of(), "", "reply", null, List.of(product), 1, NullNode.getInstance());
        ConversationState state = Fold.after(ConversationState.EMPTY, List.of(entry(1, trace)));
        for (int i = 0; i < more.length; i++) state = Fold.after(state, List.of(entry(i + 2, more[i])));
        return new Conversation(new ConversationId(1), ADA, 1 + more.length, state, null, List.of());
    }

    private static Entry entry(long seq, EntryBody body) {
        return new Entry(new ConversationId(1), seq, NOW.minusSeconds(60), body);
    }

    private void order(String number, String... skus) throws Exception {
        await(db.preparedQuery("""
                        INSERT INTO "order" (number, customer, state, total, currency, placed_at)
                        VALUES ($1, $2, 'placed', 0, 'GBP', $3)
                        """).execute(Tuple.of(number, ADA.value(), NOW.atOffset(ZoneOffset.UTC))));
        for (int line = 0; line < skus.length; line++) {
            await(db.preparedQuery("""
                            INSERT INTO order_line ("order", line, sku, product, quantity, price)
                            SELECT o.id, $2, v.sku, v.product, 1, v.price FROM "order" o, variant v
                            WHERE o.number = $1 AND v.sku = $3
                            """).execute(Tuple.of(number, line + 1, skus[line])));
        }
    }

    private void run(String statement) throws Exception {
        await(db.query(statement).execute());
    }

    private List<String> said(Suggestion suggestion) {
        return suggestion.evidence().stream()
                .map(evidence -> recommender.say(evidence, "en"))
                .toList();
    }

    private static List<String> products(Suggestions suggestions) {
        return suggestions.goesWith().stream().map(Suggestion::product).toList();
    }

    private static <T> T await(Future<T> future) throws TimeoutException {
        return future.await(20, SECONDS);
    }
}
