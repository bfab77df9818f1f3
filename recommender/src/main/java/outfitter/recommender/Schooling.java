package outfitter.recommender;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.recommender.training.Lesson;
import outfitter.recommender.visit.VisitKeeper;

/** All learning, in its order: orders and choices, then visits; a while after the start, every night and on demand. */
final class Schooling {
    private static final Logger LOG = LoggerFactory.getLogger(Schooling.class);
    /** What was learned longer ago than this is learned anew after the start. */
    private static final Duration STALE = Duration.ofHours(36);

    private final IndexKeeper keeper;
    private final Learner learner;
    private final VisitKeeper visits;
    private final Clock clock;
    private final LearningTimes times;

    Schooling(Vertx vertx, IndexKeeper keeper, Learner learner, VisitKeeper visits, Clock clock) {
        this.keeper = keeper;
        this.learner = learner;
        this.visits = visits;
        this.clock = clock;
        times = new LearningTimes(
                vertx, clock, () -> refresh().onFailure(failure -> LOG.error("ranking not learned", failure)));
    }

    /** Takes up what was learned before, and learns when that is due. */
    void begin() {
        keeper.lesson().ifPresent(learner::remember);
        times.begin(isFresh());
    }

    void close() {
        times.close();
    }

    /**
     * Learns, and saves what was learned.
     *
     * @param by the account that asks for it; null for nobody
     */
    Future<Lesson> learn(@Nullable Long by) {
        return learner.learn(by).compose(lesson -> keeper.save().map(lesson)).compose(this::fromVisits);
    }

    /** Counts all orders anew before. */
    Future<Lesson> refresh() {
        return keeper.rebuildAnew().compose(counted -> learn(null));
    }

    /** What ranks now, what was learned last, and when it learns again. */
    Standing standing() {
        return new Standing(
                keeper.orders(),
                keeper.lesson().orElse(null),
                learner.last().orElse(null),
                learner.underWay(),
                times.next());
    }

    private Future<Lesson> fromVisits(Lesson lesson) {
        return visits.learn()
                .onFailure(failure -> LOG.error("nothing learned from visits", failure))
                .transform(done -> Future.succeededFuture(lesson));
    }

    private boolean isFresh() {
        Instant old = clock.instant().minus(STALE);
        return keeper.lesson().filter(lesson -> lesson.at().isAfter(old)).isPresent();
    }
}
