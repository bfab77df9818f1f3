package outfitter.models.language;

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
import outfitter.models.conversation.EntryBody.Reading;
import outfitter.models.language.HeardUtterance.Did;
import outfitter.models.testing.PostgresExtension;

@ExtendWith(PostgresExtension.class)
class HeardUtterancesTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final long MIRA = 7;
    private static final Sought TO_LOOK_AT = new Sought(Sought.Which.TO_LOOK_AT, null, null);
    private static final Sought CORRECTED = new Sought(Sought.Which.CORRECTED, null, null);

    private final Pool db;
    private final HeardUtterances heard;

    HeardUtterancesTest(Pool db) {
        this.db = db;
        heard = new HeardUtterances(db);
    }

    @BeforeEach
    void nothingHeard() throws Exception {
        await(db.query("TRUNCATE heard_utterance, entry").execute());
    }

    @Test
    void whatIsDoubtfulIsToBeLookedAtNewestFirst() throws Exception {
        await(heard.add(List.of(
                utterance(1, "my parcel", true), utterance(2, "hello", false), utterance(3, "it broke", true))));

        assertThat(texts(TO_LOOK_AT)).containsExactly("it broke", "my parcel");
        assertThat(texts(new Sought(Sought.Which.ALL, null, null))).hasSize(3);
        assertThat(await(heard.counts("en", NOW))).isEqualTo(new HeardUtterances.Counts(2, 0, 0));
    }

    @Test
    void oneTraceIsKeptOnce() throws Exception {
        await(heard.add(List.of(utterance(1, "my parcel", true))));
        await(heard.add(List.of(utterance(1, "my parcel", true), utterance(2, "it broke", true))));

        assertThat(texts(TO_LOOK_AT)).containsExactly("it broke", "my parcel");
    }

    @Test
    void itIsFoundByWordsTheLastOfThemUnfinishedAndByIntent() throws Exception {
        await(heard.add(List.of(utterance(1, "Where is my parcel?", true), utterance(2, "it broke", true))));

        assertThat(texts(new Sought(Sought.Which.ALL, "where parc", null))).containsExactly("Where is my parcel?");
        assertThat(texts(new Sought(Sought.Which.ALL, "'; & | :*", null))).hasSize(2);
        assertThat(texts(new Sought(Sought.Which.ALL, null, "order-status"))).hasSize(2);
        assertThat(texts(new Sought(Sought.Which.ALL, null, "stock"))).isEmpty();
    }

    @Test
    void whatIsCorrectedLeavesTheListAndComesBackWhenThatIsUndone() throws Exception {
        await(heard.add(List.of(utterance(1, "it broke", true))));
        long id = await(heard.list("en", TO_LOOK_AT, Long.MAX_VALUE, 10)).get(0).id();

        Review corrected = await(heard.correct(id, "damaged-item", MIRA, NOW)).orElseThrow();

        assertThat(corrected.correction()).isEqualTo(new Review.Correction("damaged-item", null, NOW));
        assertThat(texts(TO_LOOK_AT)).isEmpty();
        assertThat(texts(CORRECTED)).containsExactly("it broke");
        assertThat(await(heard.lessons("en"))).containsExactly(new Lesson("it broke", "damaged-item", NOW));
        assertThat(await(heard.counts("en", NOW.minusSeconds(1))).fresh()).isEqualTo(1);

        assertThat(await(heard.undo(id)).orElseThrow().correction()).isNull();

        assertThat(texts(TO_LOOK_AT)).containsExactly("it broke");
        assertThat(await(heard.lessons("en"))).isEmpty();
        assertThat(await(heard.undo(999_999))).isEmpty();
    }

    @Test
    void whatIsSkippedTeachesNothingAndOfTwoCorrectionsTheLastOneCounts() throws Exception {
        await(heard.add(
                List.of(utterance(1, "it broke", true), utterance(2, "It broke", true), utterance(3, "lol", true))));
        List<Review> all = await(heard.list("en", TO_LOOK_AT, Long.MAX_VALUE, 10));

        await(heard.correct(all.get(0).id(), null, MIRA, NOW));
        await(heard.correct(all.get(1).id(), "warranty", MIRA, NOW.plusSeconds(5)));
        await(heard.correct(all.get(2).id(), "damaged-item", MIRA, NOW));

        assertThat(await(heard.lessons("en"))).extracting(Lesson::intent).containsExactly("warranty");
        assertThat(await(heard.counts("en", NOW)).corrected()).isEqualTo(3);
    }

    @Test
    void oldOnesGoUnlessTheyWereCorrected() throws Exception {
        await(heard.add(List.of(utterance(1, "it broke", true), utterance(2, "my parcel", true))));
        await(heard.correct(
                await(heard.list("en", TO_LOOK_AT, Long.MAX_VALUE, 1)).get(0).id(), "order-status", MIRA, NOW));

        await(heard.clean(NOW.plus(Duration.ofDays(1))));

        assertThat(texts(new Sought(Sought.Which.ALL, null, null))).containsExactly("my parcel");
    }

    @Test
    void whoeverErasesAPersonErasesWhatWasLearnedFromThem() throws Exception {
        await(heard.add(List.of(utterance(1, "it broke", true))));
        await(db.query("INSERT INTO entry (conversation, seq, at, kind, version, body) VALUES (4, 9, now(), 'x', 1,"
                        + " '{}')")
                .execute());

        await(db.query("UPDATE entry SET body = '{}' WHERE conversation = 4").execute());

        assertThat(texts(TO_LOOK_AT)).isEmpty();
    }

    private List<String> texts(Sought sought) throws Exception {
        return await(heard.list("en", sought, Long.MAX_VALUE, 10)).stream()
                .map(review -> review.heard().text())
                .toList();
    }

    private static HeardUtterance utterance(long seq, String text, boolean doubtful) {
        return new HeardUtterance(
                new ConversationId(4),
                seq,
                NOW,
                "en",
                text,
                List.of(new Reading("order-status", 0.4), new Reading("none", 0.3)),
                Did.ASKED_BACK,
                null,
                null,
                doubtful,
                doubtful ? "several-readings" : null);
    }

    private static <T> T await(Future<T> future) throws TimeoutException {
        return future.await(20, SECONDS);
    }
}
