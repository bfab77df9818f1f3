package outfitter.recommender;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.models.json.Json;
import outfitter.models.merchandising.RankingLessons;
import outfitter.models.shop.Catalogue;
import outfitter.models.shop.Orders;
import outfitter.recommender.ranking.Assortment;
import outfitter.recommender.training.Lesson;
import outfitter.recommender.training.LessonReport;
import outfitter.recommender.training.Lessons;
import outfitter.recommender.training.OrderLog;
import outfitter.recommender.training.Stage;

/** Learns how to rank, off the event loop, one lesson at a time. Thread-safe. */
final class Learner {
    private static final Logger LOG = LoggerFactory.getLogger(Learner.class);

    private final Vertx vertx;
    private final Orders orders;
    private final Choices choices;
    private final Supplier<Catalogue> catalogue;
    private final IndexKeeper keeper;
    private final RankingLessons kept;
    private final Clock clock;
    private @Nullable Future<Lesson> learning;
    private volatile @Nullable Lesson last;
    private volatile Standing.@Nullable Learning underWay;

    /**
     * One for a server.
     *
     * @param keeper ranks by a lesson that passed
     * @param kept where people read what came of it
     */
    Learner(
            Vertx vertx,
            Orders orders,
            Choices choices,
            Supplier<Catalogue> catalogue,
            IndexKeeper keeper,
            RankingLessons kept,
            Clock clock) {
        this.vertx = vertx;
        this.orders = orders;
        this.choices = choices;
        this.catalogue = catalogue;
        this.keeper = keeper;
        this.kept = kept;
        this.clock = clock;
    }

    /** What was learned last, be it used or not. */
    Optional<Lesson> last() {
        return Optional.ofNullable(last);
    }

    /** How far the lesson under way is; null without one. */
    Standing.@Nullable Learning underWay() {
        return underWay;
    }

    /** Takes up what was learned before a restart. */
    void remember(Lesson saved) {
        last = saved;
    }

    /**
     * Learns anew from the order log and from what was chosen of what agents were shown; joins a lesson that is under way.
     * What does not pass changes nothing.
     *
     * @param by the account that asks for it; null at night
     */
    synchronized Future<Lesson> learn(@Nullable Long by) {
        if (learning != null) return learning;
        OrderLog log = new OrderLog(Assortment.of(catalogue.get()));
        Instant began = clock.instant();
        underWay = new Standing.Learning(Stage.READING, began);
        learning = orders.log(log::add)
                .compose(read -> choices.taught(keeper.blends(), source(), began))
                .compose(taught -> vertx.executeBlocking(
                        () -> onOneProcessor(() -> Lessons.learn(log, taught, began, stage -> reached(stage, began))),
                        false))
                .onSuccess(this::learned)
                .compose(lesson -> report(lesson, by, log.orders()))
                .onComplete(done -> forget());
        return learning;
    }

    private void reached(Stage stage, Instant began) {
        underWay = new Standing.Learning(stage, began);
    }

    /** Keeps what came of it for people to read; without that, it ranks all the same. */
    private Future<Lesson> report(Lesson lesson, @Nullable Long by, long orders) {
        double seconds = Duration.between(lesson.at(), clock.instant()).toMillis() / 1000.0;
        return kept.add(lesson.at(), by, seconds, orders, Json.tree(LessonReport.of(lesson)))
                .onFailure(failure -> LOG.warn("lesson of the ranking not kept", failure))
                .transform(done -> Future.succeededFuture(lesson));
    }

    private Lesson.Source source() {
        return keeper.lesson().map(Lesson::source).orElse(Lesson.Source.ORDERS);
    }

    // Parallel loops inside share the pool that they were begun in: a lesson must leave room for customers.
    static <T> T onOneProcessor(Callable<T> work) throws Exception {
        ForkJoinPool one = new ForkJoinPool(1);
        try {
            return one.submit(work).get();
        } finally {
            one.shutdown();
        }
    }

    private void learned(Lesson lesson) {
        last = lesson;
        LOG.info(
                "ranking learned source={} choices={} millis={} {}",
                lesson.source(),
                lesson.choices(),
                Duration.between(lesson.at(), clock.instant()).toMillis(),
                lesson.verdict());
        keeper.use(lesson);
    }

    private synchronized void forget() {
        learning = null;
        underWay = null;
    }
}
