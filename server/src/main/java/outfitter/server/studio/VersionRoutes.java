package outfitter.server.studio;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import outfitter.models.account.Account;
import outfitter.models.account.AuditLog;
import outfitter.models.merchandising.PublishedRules;
import outfitter.recommender.RuleBook;
import outfitter.server.http.Access;
import outfitter.server.http.Api;
import outfitter.server.http.Operation;
import outfitter.server.http.Requests;

/** What was published and what will be: {@code /api/studio/history} and {@code /api/studio/versions}. */
final class VersionRoutes {
    private static final int HISTORY = 50;

    private final RuleBook rules;
    private final People people;
    private final AuditLog audit;
    private final Clock clock;
    private final Function<RoutingContext, Account> signedIn;

    VersionRoutes(
            RuleBook rules, People people, AuditLog audit, Clock clock, Function<RoutingContext, Account> signedIn) {
        this.rules = rules;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
        this.signedIn = signedIn;
    }

    void mount(Api api) {
        api.get(
                "/api/studio/history",
                Operation.of("Lists what was published, newest first")
                        .by(Access.MERCHANDISER)
                        .returns(Drafts.History.class),
                ctx -> history());
        api.get(
                "/api/studio/versions/:id",
                Operation.of("Shows the rules of one publication")
                        .by(Access.MERCHANDISER)
                        .returns(Drafts.Version.class),
                this::version);
        api.post(
                "/api/studio/versions/:id/restore",
                Operation.of("Puts the rules of an earlier publication in force again, with a note that says why")
                        .by(Access.MERCHANDISER)
                        .takes(Drafts.Restore.class)
                        .returns(Drafts.Publication.class),
                this::restore);
        api.post(
                "/api/studio/versions/:id/cancel",
                Operation.of("Calls a publication off that waits for its time")
                        .by(Access.MERCHANDISER)
                        .returns(Drafts.Publication.class)
                        .fails(409, "it does not wait (any more)"),
                this::cancel);
    }

    private Future<Drafts.History> history() {
        return Future.all(rules.history(HISTORY), people.names())
                .map(both -> new Drafts.History(both.<List<PublishedRules>>resultAt(0).stream()
                        .map(each -> named(each, both.resultAt(1)))
                        .toList()));
    }

    private Future<Drafts.Version> version(RoutingContext ctx) {
        Future<Optional<PublishedRules>> found = rules.publication(Requests.id(ctx, "id"));
        Future<Map<Long, String>> names = people.names();
        return Future.all(found, names)
                .map(both -> found.result()
                        .map(each -> new Drafts.Version(
                                named(each, names.result()), each.rules().rules()))
                        .orElseThrow(VersionRoutes::unknown));
    }

    private Future<Drafts.Publication> restore(RoutingContext ctx) {
        Drafts.Restore order = Requests.body(ctx, Drafts.Restore.class);
        Account account = signedIn.apply(ctx);
        return rules.restore(Requests.id(ctx, "id"), order.note().strip(), account.id())
                .map(restored -> restored.orElseThrow(VersionRoutes::unknown))
                .compose(restored -> told(account, "rules-restored", restored));
    }

    private Future<Drafts.Publication> cancel(RoutingContext ctx) {
        Account account = signedIn.apply(ctx);
        return rules.cancel(Requests.id(ctx, "id"))
                .map(cancelled -> cancelled.orElseThrow(
                        () -> new HttpException(409, "This publication does not wait for its time")))
                .compose(cancelled -> told(account, "rules-cancelled", cancelled));
    }

    private Future<Drafts.Publication> told(Account account, String act, PublishedRules published) {
        return audit.record(
                        "account:" + account.id(),
                        act,
                        "rule-set:" + published.id(),
                        Map.of("rules", published.rules().rules().size()))
                .map(done -> Drafts.Publication.of(published, account.displayName(), clock.instant()));
    }

    private Drafts.Publication named(PublishedRules published, Map<Long, String> names) {
        return Drafts.Publication.of(published, names.get(published.account()), clock.instant());
    }

    private static HttpException unknown() {
        return new HttpException(404, "There is no such publication");
    }
}
