package outfitter.bot.training;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import outfitter.bot.understanding.Means;
import outfitter.bot.understanding.Utterance;
import outfitter.bot.understanding.Utterances;
import outfitter.models.conversation.ConversationId;
import outfitter.models.conversation.EntryBody.Reading;
import outfitter.models.language.HeardUtterance;
import outfitter.models.language.HeardUtterance.Did;
import outfitter.models.language.HeardUtterances;
import outfitter.models.language.LanguageVersion;
import outfitter.models.language.LanguageVersions;
import outfitter.models.language.TrainingJob;
import outfitter.models.language.TrainingJobs;
import outfitter.models.testing.PostgresExtension;

@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrainingRoomTest {
    private static final List<String> INTENTS = List.of("order-status", "stock", "greeting", "none");
    private static final long MIRA = 7;

    private final Vertx vertx = Vertx.vertx();
    private final Pool db;
    private final HeardUtterances heard;
    private final LanguageVersions versions;
    private final TrainingRoom room;

    TrainingRoomTest(Pool db) {
        this.db = db;
        heard = new HeardUtterances(db);
        versions = new LanguageVersions(db);
        room = room();
    }

    @BeforeEach
    void nothingTrained() throws Exception {
        await(db.query("TRUNCATE heard_utterance, language_version, language_training")
                .execute());
        await(room.follow());
    }

    @AfterAll
    void close() throws Exception {
        await(room.close());
        await(vertx.close());
    }

    @Test
    void whatPeopleCorrectIsUnderstoodOnceItIsTrainedOnEveryServerAndAfterARestart() throws Exception {
        TrainingRoom other = room();
        String strange = "is the drawbridge down";
        assertThat(best(room, strange)).isNotEqualTo("order-status");
        correct(variants(strange), "order-status");

        TrainingJob job = train();

        LanguageVersion version = await(versions.live("en")).orElseThrow();
        assertThat(job.version()).isEqualTo(version.id());
        assertThat(version.lessons()).isPositive().isLessThan(variants(strange).size());
        assertThat(best(room, strange)).isEqualTo("order-status");
        await(other.follow());
        assertThat(other.version()).isEqualTo(version.id());
        assertThat(best(other, strange)).isEqualTo("order-status");
        TrainingRoom restarted = room();
        await(restarted.follow());
        assertThat(best(restarted, strange)).isEqualTo("order-status");

        long ofBuild = judgedOfBuild();
        assertThat(await(room.goLive(ofBuild))).isTrue();
        assertThat(room.version()).isNull();
        assertThat(best(room, strange)).isNotEqualTo("order-status");
        assertThat(await(room.goLive(version.id()))).isTrue();
        assertThat(room.version()).isEqualTo(version.id());
    }

    @Test
    void correctionsThatWouldMakeTheLiveModelWorseNeverReplaceIt() throws Exception {
        List<Utterance> usual = Utterances.read("en", INTENTS);
        List<HeardUtterance> poisoned = new ArrayList<>();
        for (int i = 0; i < usual.size(); i++) {
            String wrong = INTENTS.get((INTENTS.indexOf(usual.get(i).intent()) + 1 + i % 3) % INTENTS.size());
            poisoned.add(utterance(i + 1, usual.get(i).text(), wrong));
        }
        correct(poisoned);

        TrainingJob job = train();

        LanguageVersion refused = await(versions.list("en", 5)).stream()
                .filter(version -> Long.valueOf(version.id()).equals(job.version()))
                .findFirst()
                .orElseThrow();
        assertThat(refused.refused()).isTrue();
        assertThat(refused.isKept()).isFalse();
        assertThat(String.valueOf(refused.verdict())).contains("The live model stays");
        assertThat(room.version()).isNull();
        assertThat(await(versions.live("en"))).isEmpty();
        assertThat(await(room.goLive(refused.id()))).isFalse();
        assertThat(best(room, "where is my parcel")).isEqualTo("order-status");
    }

    @Test
    void aVersionOfAnotherBuildIsNotReadWithAndThePageIsTold() throws Exception {
        await(db.query("""
                INSERT INTO language_version (language, build, origin, trained_at, lessons, seconds, figures, refused, weights, live)
                VALUES ('en', 'older', 'trained', now(), 3, 1, '{}', false, '\\x00', true)
                """).execute());

        await(room.follow());

        assertThat(room.version()).isNull();
        assertThat(await(room.overview()).fromAnotherBuild()).isTrue();
        assertThat(best(room, "where is my parcel")).isEqualTo("order-status");
    }

    @Test
    void oneTrainingAtATimeUntilItEndsOrFallsSilent() throws Exception {
        TrainingJobs jobs = new TrainingJobs(db);
        UUID first = UUID.randomUUID();
        Instant now = Instant.now();

        assertThat(await(jobs.begin("en", first, "training", MIRA, now))).isTrue();
        assertThat(await(room.train(MIRA))).isEmpty();
        assertThat(await(jobs.beat(first, "judging", 0.5, now))).isTrue();
        assertThat(room.isUnderWay(await(room.job()).orElseThrow())).isTrue();

        UUID second = UUID.randomUUID();
        assertThat(await(jobs.begin("en", second, "training", MIRA, now.plusSeconds(60))))
                .isTrue();
        assertThat(await(jobs.beat(first, "judging", 0.6, now))).isFalse();
        assertThat(await(jobs.end(second, null, "broke off", now))).isTrue();
        assertThat(room.isUnderWay(await(room.job()).orElseThrow())).isFalse();
    }

    private TrainingJob train() throws Exception {
        assertThat(await(room.train(MIRA))).isPresent();
        Awaitility.await()
                .atMost(90, SECONDS)
                .until(() -> !room.isUnderWay(await(room.job()).orElseThrow()));
        TrainingJob job = await(room.job()).orElseThrow();
        assertThat(job.problem()).isNull();
        return job;
    }

    private long judgedOfBuild() {
        return Awaitility.await()
                .atMost(60, SECONDS)
                .until(
                        () -> await(room.overview()).versions(),
                        all -> all.stream().anyMatch(LanguageVersion::ofBuild))
                .stream()
                .filter(LanguageVersion::ofBuild)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static List<String> variants(String text) {
        return Stream.of(
                        "",
                        "please ",
                        "hello ",
                        "hey ",
                        "so ",
                        "and ",
                        "well ",
                        "ok ",
                        "say ",
                        "now ",
                        "but ",
                        "oh ",
                        "tell me ",
                        "excuse me ",
                        "just asking ",
                        "quickly ")
                .map(before -> before + text)
                .toList();
    }

    private void correct(List<String> texts, String intent) throws Exception {
        correct(IntStream.range(0, texts.size())
                .mapToObj(i -> utterance(i + 1, texts.get(i), intent))
                .toList());
    }

    private void correct(List<HeardUtterance> said) throws Exception {
        await(heard.add(said));
        await(db.query("UPDATE heard_utterance SET intent = best, corrected_by = 7, corrected_at = now()")
                .execute());
    }

    private static HeardUtterance utterance(long seq, String text, String intent) {
        return new HeardUtterance(
                new ConversationId(4),
                seq,
                Instant.now(),
                "en",
                text,
                List.of(new Reading(intent, 0.4)),
                Did.ASKED_BACK,
                null,
                null,
                true,
                null);
    }

    private static String best(TrainingRoom room, String text) {
        return room.language().read(List.of(text)).get(0).stream()
                .max(Comparator.comparingDouble(Reading::probability))
                .orElseThrow()
                .intent();
    }

    private TrainingRoom room() {
        return new TrainingRoom(vertx, db, Clock.systemUTC(), "en", INTENTS, Means.WORDS);
    }

    private static <T> T await(Future<T> future) throws TimeoutException {
        return future.await(30, SECONDS);
    }
}
