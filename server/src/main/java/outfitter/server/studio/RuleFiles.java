package outfitter.server.studio;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import outfitter.models.account.Account;
import outfitter.models.merchandising.DraftRules;
import outfitter.models.merchandising.Rule;
import outfitter.models.merchandising.RuleSet;
import outfitter.models.merchandising.RuleTable;
import outfitter.recommender.RuleBook;
import outfitter.recommender.merchandising.Conflicts;
import outfitter.recommender.merchandising.Remark;
import outfitter.recommender.merchandising.RuleCheck;
import outfitter.recommender.merchandising.Wares;
import outfitter.server.http.Access;
import outfitter.server.http.Api;
import outfitter.server.http.Operation;
import outfitter.server.http.Requests;

/** Rules out to a spreadsheet and in again: {@code /api/studio/rules.csv}. A file comes in whole or not at all. */
final class RuleFiles {
    private static final int LARGEST = 2 << 20;

    private final RuleBook rules;
    private final Supplier<Wares> wares;
    private final DraftReview review;
    private final Function<RoutingContext, Account> signedIn;

    RuleFiles(RuleBook rules, Supplier<Wares> wares, DraftReview review, Function<RoutingContext, Account> signedIn) {
        this.rules = rules;
        this.wares = wares;
        this.review = review;
        this.signedIn = signedIn;
    }

    void mount(Api api) {
        api.raw(
                HttpMethod.GET,
                "/api/studio/rules.csv",
                Operation.of("Gives the draft's rules as a table")
                        .by(Access.MERCHANDISER)
                        .returnsMedia("text/csv"),
                this::give);
        api.post(
                "/api/studio/rules.csv",
                Operation.of("Makes a table the draft, whole or not at all; tells what is wrong by line")
                        .by(Access.MERCHANDISER)
                        .takes(Table.class)
                        .limit(LARGEST)
                        .returns(Imported.class)
                        .fails(409, "somebody else changed the draft"),
                this::take);
    }

    /** @param version the draft that it replaces; without it, the newest */
    record Table(String csv, @Nullable Long version) {}

    /**
     * What became of a table.
     *
     * @param version of the draft that it is now; null when nothing was taken in
     * @param rules how many it has
     * @param faults what is wrong, by line from 1; empty when it was taken in
     * @param warnings what the rules do that nobody may have meant; without them, as below, when nothing was taken in
     * @param conflicts rules that are at odds, and which of them has its way
     * @param remarks what should be known of single rules
     */
    record Imported(
            @Nullable Long version,
            int rules,
            List<RuleTable.Fault> faults,
            List<String> warnings,
            List<Conflicts.Conflict> conflicts,
            List<Remark> remarks) {
        static Imported refused(int rules, List<RuleTable.Fault> faults) {
            return new Imported(null, rules, faults, List.of(), List.of(), List.of());
        }

        static Imported taken(Drafts.Draft draft) {
            return new Imported(
                    draft.version(),
                    draft.rules().size(),
                    List.of(),
                    draft.warnings(),
                    draft.conflicts(),
                    draft.remarks());
        }
    }

    private void give(RoutingContext ctx) {
        rules.draft()
                .onSuccess(draft -> ctx.response()
                        .putHeader("Content-Type", "text/csv; charset=utf-8")
                        .putHeader("Content-Disposition", "attachment; filename=\"rules.csv\"")
                        .end(RuleTable.write(draft.rules())))
                .onFailure(ctx::fail);
    }

    private Future<Imported> take(RoutingContext ctx) {
        Table table = Requests.body(ctx, Table.class);
        Account account = signedIn.apply(ctx);
        RuleTable.Read read = RuleTable.read(table.csv());
        List<RuleTable.Fault> faults = new ArrayList<>(read.faults());
        faults.addAll(faults(read)); // what cannot be read hides nothing that is wrong with the rest
        if (!faults.isEmpty()) {
            faults.sort(Comparator.comparingLong(RuleTable.Fault::line));
            return Future.succeededFuture(Imported.refused(read.rules().size(), faults));
        }
        RuleSet set = new RuleSet(read.rules());
        Future<Long> version = table.version() == null
                ? rules.draft().map(DraftRules::version)
                : Future.succeededFuture(table.version());
        return version.compose(current -> rules.save(set, current, account.id()))
                .map(saved -> saved.orElseThrow(Studio::changedMeanwhile))
                .compose(review::of)
                .map(Imported::taken);
    }

    /** What is wrong with rules that can be read: two of one id, names that the shop does not know. */
    private List<RuleTable.Fault> faults(RuleTable.Read read) {
        List<RuleTable.Fault> faults = new ArrayList<>();
        Map<String, Long> lines = new HashMap<>();
        List<Rule> unique = new ArrayList<>();
        for (int i = 0; i < read.rules().size(); i++) {
            Rule rule = read.rules().get(i);
            Long line = read.lines().get(i);
            Long before = lines.putIfAbsent(rule.id(), line);
            if (before == null) unique.add(rule);
            else
                faults.add(
                        new RuleTable.Fault(line, "the id '" + rule.id() + "' stands in line " + before + " already"));
        }
        if (unique.size() > Studio.MOST_RULES) {
            faults.add(new RuleTable.Fault(1, "at most " + Studio.MOST_RULES + " rules"));
        }
        RuleCheck.faults(new RuleSet(unique), wares.get())
                .forEach(fault -> faults.add(new RuleTable.Fault(lines.getOrDefault(fault.rule(), 1L), fault.text())));
        return faults;
    }
}
