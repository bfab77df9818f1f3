package outfitter.recommender.visit;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import outfitter.models.customer.CustomerId;
import outfitter.models.testing.MovableClock;
import outfitter.models.testing.PostgresExtension;
import outfitter.recommender.blend.Blend;
import outfitter.recommender.blend.Judged;
import outfitter.recommender.session.SessionQuestion;
import outfitter.recommender.session.SessionSettings;

@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VisitKeeperTest {
    private static final CustomerId ADA = new CustomerId(7);

    private final Vertx vertx = Vertx.vertx();
    private final MovableClock clock = new MovableClock(Instant.parse("2026-01-20T12:00:00Z"));
    private final Pool db;

    VisitKeeperTest(Pool db) {
        this.db = db;
    }

    @AfterAll
    void close() throws Exception {
        await(vertx.close());
    }

    @Test
    void visitsOutliveAServerAndGoWithTheirCustomer(@TempDir Path folder) throws Exception {
        await(db.query("TRUNCATE visit, browsing, customer RESTART IDENTITY CASCADE")
                .execute());
        await(db.query("INSERT INTO customer (id, created_at) OVERRIDING SYSTEM VALUE VALUES (7, '2025-01-01Z')")
                .execute());
        Path file = folder.resolve("visits.lesson");
        VisitKeeper before = new VisitKeeper(vertx, db, file, clock);
        await(before.open());
        for (int visitor = 0; visitor < 3; visitor++) {
            look(before, "v" + visitor, "boot");
            look(before, "v" + visitor, "sock");
        }
        clock.pass(Visits.QUIET.plusSeconds(1));
        before.visits().viewed(new Visits.Who("tab", ADA), "boot", clock.instant());
        before.visits().putIntoCart(new Visits.Who("tab", ADA), "wax", clock.instant());
        before.visits().viewed(new Visits.Who("gone", new CustomerId(404)), "boot", clock.instant());
        await(before.close());
        Files.writeString(file, "cut short");

        VisitKeeper after = new VisitKeeper(vertx, db, file, clock);
        await(after.open());

        assertThat(after.visits().of(ADA)).containsExactly("boot");
        assertThat(after.visits().cartOf("tab")).containsExactly("wax");
        assertThat(after.visits().of("gone")).isEmpty();
        Awaitility.await().until(() -> after.visits().ended() == 3);
        await(after.close());

        await(db.query("DELETE FROM customer WHERE id = 7").execute());
        VisitKeeper later = new VisitKeeper(vertx, db, file, clock);
        await(later.open());
        assertThat(later.visits().of(ADA)).isEmpty();
        assertThat(later.visits().of("tab")).isEmpty();
        await(later.close());
    }

    @Test
    void whatWasLearnedIsTheSameAfterARestart(@TempDir Path folder) throws Exception {
        double[] weights = new double[SessionQuestion.FEATURES * SessionQuestion.CONTEXTS];
        weights[3] = 0.25;
        VisitLesson lesson = new VisitLesson(
                SessionSettings.USUAL,
                new Blend(SessionQuestion.FEATURES, SessionQuestion.CONTEXTS, weights),
                true,
                new Judged(0.5, 0.2),
                new Judged(0.4, 0.1),
                2_100,
                Instant.parse("2026-01-20T03:40:00Z"));
        Path file = folder.resolve("visits.lesson");

        LessonFile.write(file, lesson);

        VisitLesson read = LessonFile.readIfThere(file).orElseThrow();
        assertThat(read.blend().weights()).containsExactly(weights);
        assertThat(List.of(read.settings(), read.learned(), read.alone(), read.visits(), read.at()))
                .isEqualTo(List.of(lesson.settings(), lesson.learned(), lesson.alone(), lesson.visits(), lesson.at()));
    }

    private void look(VisitKeeper keeper, String visitor, String product) {
        keeper.visits().viewed(new Visits.Who(visitor, null), product, clock.instant());
    }

    private static <T> T await(Future<T> future) throws TimeoutException {
        return future.await(20, SECONDS);
    }
}
