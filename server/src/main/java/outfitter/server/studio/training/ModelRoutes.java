package outfitter.server.studio.training;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import outfitter.bot.training.Gate;
import outfitter.bot.training.TrainingRoom;
import outfitter.models.account.Account;
import outfitter.models.account.AuditLog;
import outfitter.models.language.TrainingJob;
import outfitter.server.http.Access;
import outfitter.server.http.Answer;
import outfitter.server.http.Api;
import outfitter.server.http.Operation;
import outfitter.server.http.Requests;

/** Training the shop's language, and what came of it: {@code /api/studio/training/model}. */
final class ModelRoutes {
    private static final String PATH = "/api/studio/training";

    private final TrainingRoom room;
    private final AuditLog audit;
    private final Function<RoutingContext, Account> signedIn;

    ModelRoutes(TrainingRoom room, Pool db, Clock clock, Function<RoutingContext, Account> signedIn) {
        this.room = room;
        this.signedIn = signedIn;
        audit = new AuditLog(db, clock);
    }

    void mount(Api api) {
        api.get(
                PATH + "/model",
                Operation.of("Shows which model is live, what it reaches, what was trained and what it confuses")
                        .by(Access.MERCHANDISER)
                        .returns(Models.Overview.class),
                ctx -> overview());
        api.get(
                PATH + "/job",
                Operation.of("Tells how far the training is, or what came of the last one")
                        .by(Access.MERCHANDISER)
                        .returns(Models.Latest.class),
                ctx -> room.job()
                        .map(job -> new Models.Latest(job.map(this::job).orElse(null))));
        api.post(
                PATH + "/train",
                Operation.of("Trains with all corrections; what comes of it goes live if nothing got worse")
                        .by(Access.MERCHANDISER)
                        .returns(202, Models.Job.class)
                        .fails(409, "a training is under way, or nothing was corrected yet"),
                this::train);
        api.post(
                PATH + "/versions/:id/live",
                Operation.of("Makes another version live again")
                        .by(Access.MERCHANDISER)
                        .returns(Models.Overview.class)
                        .fails(409, "the version was refused, is not kept, or was made for another build"),
                this::goLive);
    }

    private Future<Models.Overview> overview() {
        return room.overview().map(now -> {
            List<Models.Version> versions = now.versions().stream()
                    .map(version -> Models.Version.of(version, now.reading(), now.build()))
                    .toList();
            return new Models.Overview(
                    versions.stream()
                            .filter(version -> version.state() == Models.State.LIVE)
                            .findFirst()
                            .orElse(null),
                    now.counts().fresh(),
                    now.fromAnotherBuild(),
                    now.job().map(this::job).orElse(null),
                    versions,
                    Gate.bounds(),
                    now.misread());
        });
    }

    private Future<Answer> train(RoutingContext ctx) {
        Account account = signedIn.apply(ctx);
        return room.hasLessons()
                .compose(some -> {
                    if (!some)
                        throw new HttpException(409, "Correct some messages first: there is nothing to learn yet");
                    return room.train(account.id());
                })
                .map(begun -> begun.orElseThrow(() -> new HttpException(409, "A training is under way already")))
                .compose(job -> audit.record(actor(account), "language-training", "training:" + job.id(), Map.of())
                        .map(done -> new Answer(202, job(job))));
    }

    private Future<Models.Overview> goLive(RoutingContext ctx) {
        Account account = signedIn.apply(ctx);
        long version = Requests.id(ctx, "id");
        return room.goLive(version)
                .map(done -> {
                    if (!done) throw new HttpException(409, "This version cannot go live any more");
                    return done;
                })
                .compose(done -> audit.record(actor(account), "language-live", "language-version:" + version, Map.of()))
                .compose(done -> overview());
    }

    private Models.Job job(TrainingJob job) {
        return Models.Job.of(job, room.isUnderWay(job));
    }

    private static String actor(Account account) {
        return "account:" + account.id();
    }
}
