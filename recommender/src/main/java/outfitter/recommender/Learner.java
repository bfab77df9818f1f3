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
import outfitter.models.shop.Catalogue;
import outfitter.models.shop.Orders;
import outfitter.recommender.ranking.Assortment;
import outfitter.recommender.training.Lesson;
import outfitter.recommender.training.Lessons;
import outfitter.recommender.training.OrderLog;

/** Learns how to rank, off the event loop, one lesson at a time. Thread-safe. */
final class Learner {
    private static final Logger LOG = LoggerFactory.getLogger(Learner.class);

    private final Vertx vertx;
    private final Orders orders;
    private final Choices choices;
    private final Supplier<Catalogue> catalogue;
    private final IndexKeeper keeper;
    private final Clock clock;
    private @Nullable Future<Lesson> learning;
    private volatile @Nullable Lesson last;

    /** @param keeper ranks by a lesson that passed */
    Learner(
            Vertx vertx,
            Orders orders,
            Choices choices,
            Supplier<Catalogue> catalogue,
            IndexKeeper keeper,
            Clock clock) {
        this.vertx = vertx;
        this.orders = orders;
        this.choices = choices;
        this.catalogue = catalogue;
        this.keeper = keeper;
        this.clock = clock;
    }

    /** What was learned last, be it used or not. */
    Optional<Lesson> last() {
        return Optional.ofNullable(last);
    }

    /** Takes up what was learned before a restart. */
    void remember(Lesson saved) {
        last = saved;
    }

    /**
     * Learns anew from the order log and from what was chosen of what agents were shown; joins a lesson that is under way.
     * What does not pass changes nothing.
     */
    synchronized Future<Lesson> learn() {
        if (learning != null) return learning;
        OrderLog log = new OrderLog(Assortment.of(catalogue.get()));
        Instant began = clock.instant();
        learning = orders.log(log::add)
                .compose(read -> choices.taught(keeper.blends(), source(), began))
                .compose(taught ->
                        vertx.executeBlocking(() -> onOneProcessor(() -> Lessons.learn(log, taught, began)), false))
                .onSuccess(this::learned)
                .onComplete(done -> forget());
        return learning;
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
    }
}
