package outfitter.bot.training;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import outfitter.models.conversation.ConversationId;
import outfitter.models.conversation.EntryBody.Reading;
import outfitter.models.language.HeardUtterance.Did;
import outfitter.models.language.HeardUtterances;
import outfitter.models.language.Review;
import outfitter.models.language.Sought;
import outfitter.models.testing.PostgresExtension;

@ExtendWith(PostgresExtension.class)
class UtteranceLogTest {
    private static final int FLOOD = 5_000;

    private final Vertx vertx = Vertx.vertx();
    private final Pool db;
    private final HeardUtterances heard;
    private final UtteranceLog log;

    UtteranceLogTest(Pool db) {
        this.db = db;
        heard = new HeardUtterances(db);
        log = new UtteranceLog(vertx, Clock.systemUTC(), "en", heard, () -> 3L);
    }

    @AfterEach
    void close() throws Exception {
        await(log.close());
        await(vertx.close());
        await(db.query("TRUNCATE heard_utterance").execute());
    }

    @Test
    void whatIsKeptDoesNotTellWhoWroteItEvenWhereOnlyTheShopKnowsTheName() throws Exception {
        await(db.query("""
                WITH person AS (INSERT INTO customer (name, created_at) VALUES ('Ines Okafor', now()) RETURNING id)
                INSERT INTO conversation (customer, created_at) SELECT id, now() FROM person
                """).execute());
        long conversation = await(
                        db.query("SELECT max(id) AS id FROM conversation").execute())
                .iterator()
                .next()
                .getLong("id");

        log.heard(hearing(conversation, 1, "Okafor here (ines@example.com), it broke"));
        log.heard(hearing(conversation, 2, "OF-104233"));
        await(log.settled());

        assertThat(kept())
                .extracting(review -> review.heard().text())
                .containsExactly("_name_ here ( _mail_ ), it broke");
        assertThat(kept().get(0).heard().model()).isEqualTo(3);
    }

    @Test
    void aFloodIsDroppedAndCountedAndNobodyWaits() throws Exception {
        for (int i = 1; i <= FLOOD; i++) log.heard(hearing(1, i, "where is it"));
        await(log.settled());

        long stored = await(
                        db.query("SELECT count(*) AS n FROM heard_utterance").execute())
                .iterator()
                .next()
                .getLong("n");
        assertThat(log.dropped()).isPositive();
        assertThat(stored + log.dropped()).isEqualTo(FLOOD);
    }

    private List<Review> kept() throws Exception {
        return await(heard.list("en", new Sought(Sought.Which.ALL, null, null), Long.MAX_VALUE, 10));
    }

    private static Hearing hearing(long conversation, long seq, String text) {
        return new Hearing(
                new ConversationId(conversation),
                seq,
                Instant.now(),
                text,
                List.of(new Reading("damaged-item", 0.5)),
                Did.ASKED_BACK,
                null,
                true,
                "several-readings");
    }

    private static <T> T await(Future<T> future) throws TimeoutException {
        return future.await(20, SECONDS);
    }
}
