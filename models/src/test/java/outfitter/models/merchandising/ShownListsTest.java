package outfitter.models.merchandising;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import outfitter.models.conversation.ConversationId;
import outfitter.models.customer.CustomerId;
import outfitter.models.json.Json;
import outfitter.models.merchandising.ShownList.Outcome;
import outfitter.models.testing.PostgresExtension;

@ExtendWith(PostgresExtension.class)
class ShownListsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final ConversationId TALK = new ConversationId(4);

    private final Pool db;
    private final ShownLists lists;
    private final Impressions impressions;

    ShownListsTest(Pool db) {
        this.db = db;
        lists = new ShownLists(db);
        impressions = new Impressions(db);
    }

    @BeforeEach
    void nothingWasShown() throws Exception {
        await(db.query("TRUNCATE shown_list, impression").execute());
    }

    @Test
    void whatWasInsertedBelongsToTheLastListBeforeItThatHadIt() throws Exception {
        ShownList first = shown(0, "socks", "wax", "gaiter");
        ShownList second = shown(10, "gaiter", "socks");
        shown(30, "socks", "pole");
        Impression gaiter = impression("gaiter", 0);
        Impression socks = impression("socks", 0);
        Impression wax = impression("wax", 0);
        await(impressions.show(List.of(gaiter, socks, wax)));
        await(impressions.accept(socks.id(), NOW.plusSeconds(20)));
        await(impressions.decline(wax.id(), "too-dear", NOW.plusSeconds(5)));
        await(impressions.decline(gaiter.id(), "not-now", NOW.plusSeconds(21)));

        List<ShownList.Settled> settled = settled(100);

        assertThat(settled)
                .containsExactly(
                        new ShownList.Settled(first, List.of(Outcome.NONE, Outcome.DECLINED, Outcome.NONE)),
                        new ShownList.Settled(second, List.of(Outcome.NONE, Outcome.INSERTED)));
    }

    @Test
    void listsOfAnotherFormOrOfWhichNothingBecameTeachNothing() throws Exception {
        shown(0, "socks", "wax");
        Impression held = impression("wax", 0);
        await(impressions.show(List.of(held)));

        assertThat(settled(100)).isEmpty();
        await(impressions.accept(held.id(), NOW.plusSeconds(9)));
        assertThat(settled(100)).hasSize(1);
        assertThat(await(lists.settled(SuggestionList.GOES_WITH, "other", NOW, 9)))
                .isEmpty();
        await(lists.forget(NOW.plus(Duration.ofDays(1))));
        assertThat(settled(100)).isEmpty();
    }

    private List<ShownList.Settled> settled(int most) throws Exception {
        return await(lists.settled(SuggestionList.GOES_WITH, "form", NOW, most));
    }

    private ShownList shown(int after, String... products) throws Exception {
        List<ShownList.Entry> entries = List.of(products).stream()
                .map(product -> new ShownList.Entry(
                        product, List.of(products).indexOf(product) + 1, List.of(0.5f, (float) product.length())))
                .toList();
        ShownList list =
                new ShownList(TALK, 1, SuggestionList.GOES_WITH, NOW.plusSeconds(after), "form", entries, List.of(1f));
        await(lists.add(list));
        return list;
    }

    private static Impression impression(String product, int after) {
        return Impression.shown(
                TALK,
                1,
                new CustomerId(7),
                NOW.plusSeconds(after),
                null,
                product,
                SuggestionList.GOES_WITH,
                1,
                Arm.TREATED,
                null,
                Json.tree(List.of()));
    }

    private static <T> T await(Future<T> future) throws TimeoutException {
        return future.await(5, SECONDS);
    }
}
