package outfitter.server.recommend;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import outfitter.models.account.Account;
import outfitter.models.account.AuditLog;
import outfitter.models.json.Json;
import outfitter.models.merchandising.RankingLessons;
import outfitter.recommender.Recommender;
import outfitter.recommender.Standing;
import outfitter.recommender.training.Lesson;
import outfitter.recommender.training.LessonReport;
import outfitter.recommender.visit.VisitLesson;
import outfitter.recommender.visit.Visits;
import outfitter.server.http.Access;
import outfitter.server.http.Api;
import outfitter.server.http.Operation;

/** What ranks, what it learned from and how well it did, and to learn anew. */
final class RankingRoutes {
    /** A quarter of nights. */
    private static final int LESSONS = 90;

    private final Recommender recommender;
    private final AuditLog audit;
    private final Function<RoutingContext, Account> signedIn;

    RankingRoutes(Recommender recommender, Pool db, Clock clock, Function<RoutingContext, Account> signedIn) {
        this.recommender = recommender;
        this.signedIn = signedIn;
        audit = new AuditLog(db, clock);
    }

    void mount(Api api) {
        api.get(
                "/api/studio/ranking",
                Operation.of("Tells what ranks, what the ranking learned from, and whether that is used")
                        .by(Access.MERCHANDISER)
                        .returns(Ranking.class),
                ctx -> ranking());
        api.post(
                "/api/studio/ranking/learn",
                Operation.of("Learns anew from orders and choices, and answers when it has; joins a lesson under way."
                                + " Better than the best signal or nothing changes")
                        .by(Access.MERCHANDISER)
                        .returns(Ranking.class),
                this::learn);
    }

    /**
     * How the ranking stands.
     *
     * @param orders in the index
     * @param live what ranks now; null while that is the order of the plain counts
     * @param last what was learned last; null while nothing was
     * @param learning null while nothing is being learned
     * @param next when it learns by itself; null before the server is ready
     * @param lessons what came of each time that it learned, newest first
     */
    record Ranking(
            long orders,
            @Nullable LessonReport live,
            @Nullable LessonReport last,
            Standing.@Nullable Learning learning,
            @Nullable Instant next,
            List<Learned> lessons,
            Looks looks) {}

    /**
     * One time that it learned.
     *
     * @param by the colleague's name; null at night, or when the account is gone
     * @param seconds that it took
     * @param orders in the index then
     */
    record Learned(@Nullable String by, double seconds, long orders, LessonReport report) {
        static Learned of(RankingLessons.Kept kept) {
            return new Learned(
                    kept.by(), kept.seconds(), kept.orders(), Json.fromTree(kept.report(), LessonReport.class));
        }
    }

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

    private Future<Ranking> learn(RoutingContext ctx) {
        Account account = signedIn.apply(ctx);
        return recommender
                .learnFor(account.id())
                .compose(lesson -> audit.record(
                        "account:" + account.id(), "ranking-learn", "ranking", Map.of("used", lesson.accepted())))
                .compose(done -> ranking());
    }

    private Future<Ranking> ranking() {
        return recommender.lessons(LESSONS).map(kept -> {
            Standing now = recommender.standing();
            return new Ranking(
                    now.orders(),
                    report(now.live()),
                    report(now.last()),
                    now.learning(),
                    now.next(),
                    kept.stream().map(Learned::of).toList(),
                    looks(recommender.visits()));
        });
    }

    private static @Nullable LessonReport report(@Nullable Lesson lesson) {
        return lesson == null ? null : LessonReport.of(lesson);
    }

    private static Looks looks(Visits visits) {
        VisitLesson lesson = visits.lesson().orElse(null);
        return lesson == null
                ? new Looks(visits.ended(), null, false, null)
                : new Looks(visits.ended(), lesson.at(), lesson.accepted(), lesson.verdict());
    }
}
