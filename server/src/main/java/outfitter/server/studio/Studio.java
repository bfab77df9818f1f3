package outfitter.server.studio;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import outfitter.models.account.Account;
import outfitter.models.account.Accounts;
import outfitter.models.account.AuditLog;
import outfitter.models.merchandising.Condition;
import outfitter.models.merchandising.DraftRules;
import outfitter.models.merchandising.PublishedRules;
import outfitter.models.merchandising.Rule;
import outfitter.models.merchandising.RuleSet;
import outfitter.models.shop.Catalogue;
import outfitter.models.shop.Hit;
import outfitter.models.shop.Product;
import outfitter.models.shop.Stocks;
import outfitter.recommender.Recommender;
import outfitter.recommender.RuleBook;
import outfitter.recommender.merchandising.Circumstances;
import outfitter.recommender.merchandising.RuleCheck;
import outfitter.recommender.merchandising.Wares;
import outfitter.recommender.ranking.Situation;
import outfitter.server.http.Access;
import outfitter.server.http.Api;
import outfitter.server.http.Operation;
import outfitter.server.http.Requests;
import outfitter.server.recommend.AsIf;

/** Merchandisers at work: {@code /api/studio}. One draft is shared by all of them; what they publish is in force at once. */
public final class Studio {
    private static final int FOUND = 24;
    static final int MOST_RULES = 1_000;

    private final Supplier<Catalogue> catalogue;
    private final RuleBook rules;
    private final Recommender recommender;
    private final AuditLog audit;
    private final Clock clock;
    private final Function<RoutingContext, Account> signedIn;
    private final Looks looks;
    private final DraftReview review;

    private final List<Consumer<Api>> further;

    /** @param signedIn who sent a request that passed the guard */
    public Studio(
            Recommender recommender,
            Supplier<Catalogue> catalogue,
            Pool db,
            Clock clock,
            Function<RoutingContext, Account> signedIn) {
        this.catalogue = catalogue;
        this.recommender = recommender;
        this.clock = clock;
        this.signedIn = signedIn;
        rules = recommender.rules();
        audit = new AuditLog(db, clock);
        looks = new Looks(recommender, catalogue, new Stocks(db));
        review = new DraftReview(recommender, looks);
        People people = new People(new Accounts(db));
        further = List.of(
                new SetRoutes(recommender, people, audit, signedIn)::mount,
                new VersionRoutes(rules, people, audit, clock, signedIn)::mount,
                new EffectRoutes(recommender)::mount,
                new ChoiceRoutes(recommender)::mount,
                new RuleFiles(rules, recommender::wares, review, signedIn)::mount);
    }

    public void mount(Api api) {
        api.get(
                "/api/studio/products",
                Operation.of("Finds products by name, typos forgiven; without words, those sold most lately")
                        .by(Access.MERCHANDISER)
                        .query("q", String.class, "words of a title, brand or category")
                        .returns(Products.class),
                this::products);
        api.get(
                "/api/studio/products/:id",
                Operation.of("Shows what goes with a product, under the rules in force and under the draft")
                        .by(Access.MERCHANDISER)
                        .query("season", String.class, "as if it were winter, spring, summer or autumn")
                        .query("segment", String.class, "as if the customer were of this segment")
                        .query("intent", String.class, "as if the conversation were about this matter")
                        .query("channel", String.class, "as if the customer wrote from there")
                        .returns(Detail.class),
                this::detail);
        api.get(
                "/api/studio/draft",
                Operation.of("Shows the draft, what it warns of and what it would change")
                        .by(Access.MERCHANDISER)
                        .returns(Drafts.Draft.class),
                ctx -> rules.draft().compose(review::of));
        api.put(
                "/api/studio/draft",
                Operation.of("Saves the draft")
                        .by(Access.MERCHANDISER)
                        .takes(Drafts.Edit.class)
                        .limit(2 << 20)
                        .returns(Drafts.Draft.class)
                        .fails(409, "somebody else changed the draft"),
                this::save);
        api.post(
                "/api/studio/publish",
                Operation.of("Puts the draft in force, with a note that says why")
                        .by(Access.MERCHANDISER)
                        .takes(Drafts.Publish.class)
                        .returns(Drafts.Publication.class)
                        .fails(409, "there is no draft, or somebody else changed it"),
                this::publish);
        api.post(
                "/api/studio/undo",
                Operation.of("Takes the last publication back")
                        .by(Access.MERCHANDISER)
                        .returns(Drafts.Publication.class)
                        .fails(409, "there is nothing to undo"),
                this::undo);
        further.forEach(each -> each.accept(api));
    }

    record Products(List<StudioProduct> products) {}

    /** @param rules the draft's rules that speak when the product is at hand, or are about it */
    record Detail(StudioProduct product, StudioLists live, StudioLists draft, List<Rule> rules) {}

    private Future<Products> products(RoutingContext ctx) {
        Catalogue now = catalogue.get();
        List<Product> found = Requests.query(ctx, "q")
                .map(words ->
                        now.search(words, FOUND).stream().map(Hit::product).toList())
                .orElseGet(() -> recommender.bestLiked(FOUND));
        return looks.products(found).map(Products::new);
    }

    private Future<Detail> detail(RoutingContext ctx) {
        Product product = catalogue
                .get()
                .product(Requests.text(ctx, "id"))
                .orElseThrow(() -> new HttpException(404, "The shop has no such product"));
        Situation lookingAt = Situation.lookingAt(List.of(product.id()), clock.instant());
        Future<List<StudioProduct>> look = looks.products(List.of(product));
        Circumstances circumstances = AsIf.circumstances(ctx, clock.instant());
        Future<StudioLists> live = looks.lists(lookingAt, rules.live(), circumstances);
        Future<DraftRules> draft = rules.draft();
        Future<StudioLists> drafted = draft.compose(now -> looks.lists(lookingAt, now.rules(), circumstances));
        return Future.all(look, live, draft, drafted).map(all -> {
            if (look.result().isEmpty()) throw new HttpException(404, "This product has nothing to buy");
            return new Detail(
                    look.result().get(0),
                    live.result(),
                    drafted.result(),
                    about(product, draft.result().rules()));
        });
    }

    private Future<Drafts.Draft> save(RoutingContext ctx) {
        Drafts.Edit edit = Requests.body(ctx, Drafts.Edit.class);
        RuleSet edited = checked(edit.rules());
        Account account = signedIn.apply(ctx);
        return version(edit.version())
                .compose(version -> rules.save(edited, version, account.id()))
                .map(saved -> saved.orElseThrow(() -> changedMeanwhile()))
                .compose(review::of);
    }

    private Future<Drafts.Publication> publish(RoutingContext ctx) {
        Drafts.Publish order = Requests.body(ctx, Drafts.Publish.class);
        Account account = signedIn.apply(ctx);
        return rules.draft()
                .compose(draft -> {
                    if (draft.version() == 0)
                        throw new HttpException(409, "There is no draft: nothing was changed yet");
                    checked(draft.rules().rules());
                    long version = order.version() == null ? draft.version() : order.version();
                    return rules.publish(version, order.note().strip(), account.id(), order.at());
                })
                .map(published -> published.orElseThrow(() -> changedMeanwhile()))
                .compose(published -> told(
                        account,
                        published.isScheduled(clock.instant()) ? "rules-scheduled" : "rules-published",
                        published));
    }

    private Future<Drafts.Publication> undo(RoutingContext ctx) {
        Account account = signedIn.apply(ctx);
        return rules.undo(account.id())
                .map(undone -> undone.orElseThrow(() -> new HttpException(409, "There is nothing to undo")))
                .compose(undone -> told(account, "rules-undone", undone));
    }

    private Future<Long> version(@Nullable Long given) {
        return given == null ? rules.draft().map(DraftRules::version) : Future.succeededFuture(given);
    }

    /** These rules, if they make sense; else a 400. */
    private RuleSet checked(List<Rule> given) {
        if (given.size() > MOST_RULES) throw Requests.malformed("rules", "at most " + MOST_RULES);
        RuleSet set;
        try {
            set = new RuleSet(given);
        } catch (IllegalArgumentException e) {
            throw Requests.malformed("rules", String.valueOf(e.getMessage()));
        }
        RuleCheck.faults(set, recommender.wares()).stream().findFirst().ifPresent(fault -> {
            throw new HttpException(400, fault.text());
        });
        return set;
    }

    private List<Rule> about(Product product, RuleSet draft) {
        Wares wares = recommender.wares();
        return draft.rules().stream()
                .filter(rule -> wares.names(rule.target(), product.id()) || isForProduct(rule, product, wares))
                .toList();
    }

    private static boolean isForProduct(Rule rule, Product product, Wares wares) {
        return rule.when().stream()
                .filter(condition -> condition.is().isAboutProduct() && condition.is() != Condition.Kind.STOCK)
                .allMatch(condition -> wares.meets(product.id(), condition));
    }

    private Future<Drafts.Publication> told(Account account, String act, PublishedRules published) {
        return audit.record(
                        "account:" + account.id(),
                        act,
                        "rule-set:" + published.id(),
                        Map.of("rules", published.rules().rules().size()))
                .map(done -> Drafts.Publication.of(published, account.displayName(), clock.instant()));
    }

    static HttpException changedMeanwhile() {
        return new HttpException(409, "Somebody else changed the draft meanwhile; look at theirs first");
    }
}
