package outfitter.server.recommend;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import outfitter.models.account.Account;
import outfitter.models.merchandising.Act;
import outfitter.models.merchandising.Condition;
import outfitter.models.merchandising.DeclinedPair;
import outfitter.models.merchandising.DeclinedPairs;
import outfitter.models.merchandising.DeclinedPairs.Outcome;
import outfitter.models.merchandising.DraftRules;
import outfitter.models.merchandising.Rule;
import outfitter.models.merchandising.RuleSet;
import outfitter.models.merchandising.Target;
import outfitter.models.shop.Catalogue;
import outfitter.models.shop.Product;
import outfitter.recommender.Recommender;
import outfitter.recommender.RuleBook;
import outfitter.server.http.Access;
import outfitter.server.http.Api;
import outfitter.server.http.Operation;
import outfitter.server.http.Requests;

/** What agents said does not go together, for merchandisers: keep the two apart by a rule in the draft, or let them be. */
final class TodoRoutes {
    private static final int MOST = 200;
    private static final int TRIES = 3;

    private final Supplier<Catalogue> catalogue;
    private final DeclinedPairs pairs;
    private final RuleBook rules;
    private final Clock clock;
    private final Function<RoutingContext, Account> signedIn;

    TodoRoutes(
            Recommender recommender,
            Supplier<Catalogue> catalogue,
            Clock clock,
            Function<RoutingContext, Account> signedIn) {
        this.catalogue = catalogue;
        pairs = recommender.declinedPairs();
        rules = recommender.rules();
        this.clock = clock;
        this.signedIn = signedIn;
    }

    void mount(Api api) {
        api.get(
                "/api/studio/todos",
                Operation.of("Lists what agents said does not go together, the most often said first")
                        .by(Access.MERCHANDISER)
                        .returns(Todos.class),
                ctx -> pairs.open(MOST)
                        .map(all -> new Todos(all.stream().map(this::todo).toList())));
        api.post(
                "/api/studio/todos/:id/exclude",
                Operation.of("Adds a rule to the draft that keeps the two apart, and settles it")
                        .by(Access.MERCHANDISER)
                        .returns(Excluded.class)
                        .fails(404, "there is no such thing to do")
                        .fails(409, "the draft is being changed by others"),
                this::exclude);
        api.post(
                "/api/studio/todos/:id/keep",
                Operation.of("Settles it without a rule: they do go together")
                        .by(Access.MERCHANDISER)
                        .returns(204)
                        .fails(404, "there is no such thing to do"),
                ctx -> settle(ctx, Outcome.KEPT).mapEmpty());
    }

    record Todos(List<Todo> todos) {}

    /**
     * One pair.
     *
     * @param declines how often agents said so
     */
    record Todo(long id, Named anchor, Named product, String list, int declines, Instant firstAt, Instant lastAt) {}

    record Named(String id, String title) {}

    /**
     * The rule that was added.
     *
     * @param version of the draft that has it
     */
    record Excluded(Rule rule, long version) {}

    private Todo todo(DeclinedPair pair) {
        return new Todo(
                pair.id(),
                named(pair.anchor()),
                named(pair.product()),
                pair.list().code(),
                pair.declines(),
                pair.firstAt(),
                pair.lastAt());
    }

    private Named named(String product) {
        return new Named(
                product, catalogue.get().product(product).map(Product::title).orElse(product));
    }

    private Future<Excluded> exclude(RoutingContext ctx) {
        Account account = signedIn.apply(ctx);
        return pairs.find(Requests.id(ctx, "id"))
                .map(found -> found.orElseThrow(TodoRoutes::unknown))
                .compose(pair -> add(rule(pair), account, TRIES))
                .compose(added -> settle(ctx, Outcome.EXCLUDED).map(added));
    }

    private Future<Excluded> add(Rule rule, Account account, int tries) {
        if (tries == 0) throw new HttpException(409, "Somebody else changes the draft all the time; try again");
        return rules.draft().compose(draft -> {
            List<Rule> all = new ArrayList<>(draft.rules().rules());
            all.removeIf(each -> each.id().equals(rule.id()));
            all.add(rule);
            return rules.save(new RuleSet(all), draft.version(), account.id())
                    .compose(saved -> saved.isPresent() ? added(rule, saved.get()) : add(rule, account, tries - 1));
        });
    }

    private static Future<Excluded> added(Rule rule, DraftRules draft) {
        return Future.succeededFuture(new Excluded(rule, draft.version()));
    }

    private Rule rule(DeclinedPair pair) {
        return Rule.plain(
                        "apart-" + pair.id(),
                        Act.EXCLUDE,
                        List.of(Condition.of(Condition.Kind.PRODUCT, pair.anchor())),
                        Target.products(pair.product()),
                        pair.list())
                .named(named(pair.product()).title() + " not with "
                        + named(pair.anchor()).title());
    }

    private Future<DeclinedPair> settle(RoutingContext ctx, Outcome outcome) {
        return pairs.settle(Requests.id(ctx, "id"), outcome, signedIn.apply(ctx).id(), clock.instant())
                .map(settled -> settled.orElseThrow(TodoRoutes::unknown));
    }

    private static HttpException unknown() {
        return new HttpException(404, "There is no such thing to do, or it is done");
    }
}
