package outfitter.server.studio;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import outfitter.models.account.Account;
import outfitter.models.account.AuditLog;
import outfitter.models.merchandising.Condition;
import outfitter.models.merchandising.CuratedSet;
import outfitter.models.merchandising.DraftRules;
import outfitter.models.merchandising.PublishedRules;
import outfitter.models.merchandising.Rule;
import outfitter.models.shop.Catalogue;
import outfitter.recommender.Recommender;
import outfitter.recommender.RuleBook;
import outfitter.server.http.Access;
import outfitter.server.http.Answer;
import outfitter.server.http.Api;
import outfitter.server.http.Operation;
import outfitter.server.http.Requests;

/** Sets curated by hand: {@code /api/studio/sets}. A change takes effect at once, in every rule that names the set. */
final class SetRoutes {
    private final Recommender recommender;
    private final RuleBook rules;
    private final People people;
    private final AuditLog audit;
    private final Function<RoutingContext, Account> signedIn;

    SetRoutes(Recommender recommender, People people, AuditLog audit, Function<RoutingContext, Account> signedIn) {
        this.recommender = recommender;
        rules = recommender.rules();
        this.people = people;
        this.audit = audit;
        this.signedIn = signedIn;
    }

    void mount(Api api) {
        api.get(
                "/api/studio/sets",
                Operation.of("Lists the sets curated by hand, with the rules that name them")
                        .by(Access.MERCHANDISER)
                        .returns(Sets.class),
                ctx -> all());
        api.post(
                "/api/studio/sets",
                Operation.of("Begins a set")
                        .by(Access.MERCHANDISER)
                        .takes(Edit.class)
                        .returns(201, Shown.class)
                        .fails(409, "there is a set of this name"),
                this::begin);
        api.put(
                "/api/studio/sets/:id",
                Operation.of("Changes a set; every rule that names it follows at once")
                        .by(Access.MERCHANDISER)
                        .takes(Edit.class)
                        .returns(Shown.class)
                        .fails(409, "somebody else changed it"),
                this::change);
        api.delete(
                "/api/studio/sets/:id",
                Operation.of("Drops a set that no rule names")
                        .by(Access.MERCHANDISER)
                        .fails(409, "a rule names it"),
                this::drop);
    }

    /** By name. */
    record Sets(List<Shown> sets) {}

    /**
     * One set.
     *
     * @param by who changed it last; null when the account is gone
     * @param usedBy names of rules in force, scheduled or drafted that name it
     */
    record Shown(
            String id,
            String name,
            List<Drafts.Named> products,
            long version,
            String changedAt,
            @Nullable String by,
            List<String> usedBy) {}

    /** @param version as it was read; not needed to begin one */
    record Edit(
            String name, List<String> products, @Nullable Long version) {
        Edit {
            products = List.copyOf(products);
            name = name.strip();
            CuratedSet.check(name, products);
        }
    }

    private Future<Sets> all() {
        Future<List<CuratedSet>> sets = rules.curated();
        Future<Map<Long, String>> names = people.names();
        Future<List<Rule>> written = written();
        return Future.all(sets, names, written)
                .map(all -> new Sets(sets.result().stream()
                        .map(set -> shown(set, names.result().get(set.account()), written.result()))
                        .toList()));
    }

    private Future<Answer> begin(RoutingContext ctx) {
        Edit edit = checked(Requests.body(ctx, Edit.class));
        Account account = signedIn.apply(ctx);
        return rules.begin(idOf(edit.name()), edit.name(), edit.products(), account.id())
                .map(begun -> begun.orElseThrow(() -> new HttpException(409, "There is a set of this name already")))
                .compose(begun -> told(account, "set-begun", begun))
                .map(shown -> new Answer(201, shown));
    }

    private Future<Shown> change(RoutingContext ctx) {
        Edit edit = checked(Requests.body(ctx, Edit.class));
        Account account = signedIn.apply(ctx);
        if (edit.version() == null) throw Requests.malformed("version", "is missing");
        return rules.change(Requests.text(ctx, "id"), edit.name(), edit.products(), edit.version(), account.id())
                .map(changed -> changed.orElseThrow(
                        () -> new HttpException(409, "Somebody else changed this set meanwhile; look at theirs first")))
                .compose(changed -> told(account, "set-changed", changed));
    }

    private Future<Void> drop(RoutingContext ctx) {
        String id = Requests.text(ctx, "id");
        Account account = signedIn.apply(ctx);
        return written().compose(written -> {
            List<String> users = users(id, written);
            if (!users.isEmpty()) throw new HttpException(409, "Rules name this set: " + String.join(", ", users));
            return rules.drop(id)
                    .map(dropped -> dropped.orElseThrow(() -> new HttpException(404, "There is no such set")))
                    .compose(dropped -> told(account, "set-dropped", dropped))
                    .mapEmpty();
        });
    }

    /** The rules in force, those that wait for their time, and the drafted ones. */
    private Future<List<Rule>> written() {
        return Future.all(rules.draft(), rules.scheduled())
                .map(both -> Stream.of(
                                rules.live().rules().stream(),
                                both.<DraftRules>resultAt(0).rules().rules().stream(),
                                both.<List<PublishedRules>>resultAt(1).stream()
                                        .flatMap(each -> each.rules().rules().stream()))
                        .flatMap(each -> each)
                        .toList());
    }

    private Future<Shown> told(Account account, String act, CuratedSet set) {
        return audit.record(
                        "account:" + account.id(),
                        act,
                        "set:" + set.id(),
                        Map.of("name", set.name(), "products", set.products().size()))
                .compose(done -> written())
                .map(written -> shown(set, account.displayName(), written));
    }

    private Shown shown(CuratedSet set, @Nullable String by, List<Rule> written) {
        Catalogue now = recommender.wares().catalogue();
        List<Drafts.Named> products = set.products().stream()
                .map(id -> now.product(id)
                        .map(product -> new Drafts.Named(id, product.title(), product.picture()))
                        .orElseGet(() -> new Drafts.Named(id, id, "/pictures/" + id + ".svg")))
                .toList();
        return new Shown(
                set.id(),
                set.name(),
                products,
                set.version(),
                set.changedAt().toString(),
                by,
                users(set.id(), written));
    }

    private Edit checked(Edit edit) {
        Catalogue now = recommender.wares().catalogue();
        for (String product : edit.products()) {
            if (now.product(product).isEmpty()) {
                throw Requests.malformed("products", "the shop does not have '" + product + "'");
            }
        }
        return edit;
    }

    private static List<String> users(String set, List<Rule> written) {
        return written.stream()
                .filter(rule -> names(rule, set))
                .map(Rule::name)
                .distinct()
                .sorted()
                .toList();
    }

    private static boolean names(Rule rule, String set) {
        List<Condition> selection = rule.target().selection();
        return set.equals(rule.target().set())
                || Stream.concat(rule.when().stream(), selection == null ? Stream.of() : selection.stream())
                        .anyMatch(condition -> condition.is() == Condition.Kind.SET
                                && condition.any().contains(set));
    }

    /** 'Winter hits' as 'winter-hits'. */
    private static String idOf(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        String id = plain.replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-+|-+$", "");
        if (id.isEmpty()) throw Requests.malformed("name", "needs a letter or a digit");
        return id;
    }
}
