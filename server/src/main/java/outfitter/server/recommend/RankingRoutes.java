package outfitter.server.recommend;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import outfitter.models.merchandising.SuggestionList;
import outfitter.recommender.Recommender;
import outfitter.recommender.training.FromChoices;
import outfitter.recommender.training.Lesson;
import outfitter.recommender.visit.VisitLesson;
import outfitter.recommender.visit.Visits;
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
    record Ranking(long orders, @Nullable Learned last, Looks looks) {}

    /**
     * What is known of what visitors look at.
     *
     * @param visits that ended and are counted
     * @param at when it was learned from them last; null while there are too few
     * @param used whether what was learned was better than every signal alone
     * @param verdict how well it did, in one line; null while nothing was learned
     */
    record Looks(
            int visits,
            @Nullable Instant at,
            boolean used,
            @Nullable String verdict) {}

    /**
     * What came of learning.
     *
     * @param used whether it was better than every signal alone
     * @param hits share of the choices held out that it had among the first ten
     * @param bestSignalHits the same of the best signal alone
     * @param source 'orders', or 'impressions' when what agents were shown taught it as well
     * @param chosen what was learned about each list from what was chosen of it
     * @param verdict all that in one line
     */
    record Learned(
            Instant at,
            boolean used,
            int choices,
            double hits,
            double bestSignalHits,
            String bestSignal,
            String source,
            List<Chosen> chosen,
            String verdict) {}

    /**
     * What came of learning from what was chosen of one list.
     *
     * @param choices lists of which something was inserted or ordered
     * @param enough whether these were enough
     * @param gain by how much the mean of 1 / place of what was chosen rose on those held out
     * @param error its standard error
     */
    record Chosen(
            SuggestionList list,
            int choices,
            boolean enough,
            boolean used,
            double gain,
            double error,
            String verdict) {}

    private Ranking ranking() {
        return new Ranking(
                recommender.orders(),
                recommender.lastLesson().map(RankingRoutes::learned).orElse(null),
                looks(recommender.visits()));
    }

    private static Looks looks(Visits visits) {
        VisitLesson lesson = visits.lesson().orElse(null);
        return lesson == null
                ? new Looks(visits.ended(), null, false, null)
                : new Looks(visits.ended(), lesson.at(), lesson.accepted(), lesson.verdict());
    }

    private static Chosen chosen(FromChoices from) {
        return new Chosen(
                from.list(), from.choices(), from.enough(), from.accepted(), from.gain(), from.error(), from.verdict());
    }

    private static Learned learned(Lesson lesson) {
        return new Learned(
                lesson.at(),
                lesson.accepted(),
                lesson.choices(),
                lesson.learned().hits(),
                lesson.alone().hits(),
                lesson.signal(),
                lesson.source().name().toLowerCase(Locale.ROOT),
                lesson.chosen().stream().map(RankingRoutes::chosen).toList(),
                lesson.verdict());
    }
}
