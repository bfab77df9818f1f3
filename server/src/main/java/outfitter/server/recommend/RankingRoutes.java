package outfitter.server.recommend;

import io.vertx.core.Future;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import outfitter.recommender.Recommender;
import outfitter.recommender.training.Lesson;
import outfitter.server.http.Access;
import outfitter.server.http.Api;
import outfitter.server.http.Operation;

/** How well the ranking has learned, and to learn anew. */
final class RankingRoutes {
    private final Recommender recommender;

    RankingRoutes(Recommender recommender) {
        this.recommender = recommender;
    }

    void mount(Api api) {
        api.get(
                "/api/studio/ranking",
                Operation.of("Tells what the ranking learned last, and whether that is used")
                        .by(Access.MERCHANDISER)
                        .returns(Ranking.class),
                ctx -> Future.succeededFuture(ranking()));
        api.post(
                "/api/studio/ranking/learn",
                Operation.of("Learns anew from what was ordered; better than the best signal or nothing changes")
                        .by(Access.MERCHANDISER)
                        .returns(Ranking.class),
                ctx -> recommender.learn().map(lesson -> ranking()));
    }

    /** @param last null while nothing was learned: then the order is that of the plain counts */
    record Ranking(long orders, @Nullable Learned last) {}

    /**
     * What came of learning.
     *
     * @param used whether it was better than every signal alone
     * @param hits share of the choices held out that it had among the first ten
     * @param bestSignalHits the same of the best signal alone
     * @param verdict all that in one line
     */
    record Learned(
            Instant at,
            boolean used,
            int choices,
            double hits,
            double bestSignalHits,
            String bestSignal,
            String verdict) {}

    private Ranking ranking() {
        return new Ranking(
                recommender.orders(),
                recommender.lastLesson().map(RankingRoutes::learned).orElse(null));
    }

    private static Learned learned(Lesson lesson) {
        return new Learned(
                lesson.at(),
                lesson.accepted(),
                lesson.choices(),
                lesson.learned().hits(),
                lesson.alone().hits(),
                lesson.signal(),
                lesson.verdict());
    }
}
