package outfitter.models.intake;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** One transaction's work: the facts by kind, what came of each, and what changed. For one thread. */
final class Batch {
    private final SqlConnection tx;
    private final Instant now;
    private final Unmatched unmatched;
    private final List<? extends Fact> facts;
    private final List<Fact> released = new ArrayList<>();
    private final Verdict[] verdicts;
    private final Changes changes = new Changes();

    Batch(SqlConnection tx, Instant now, Unmatched unmatched, List<? extends Fact> facts) {
        this.tx = tx;
        this.now = now;
        this.unmatched = unmatched;
        this.facts = facts;
        verdicts = new Verdict[facts.size()];
        Arrays.fill(verdicts, Verdict.UNCHANGED);
    }

    Instant now() {
        return now;
    }

    Unmatched unmatched() {
        return unmatched;
    }

    Changes changes() {
        return changes;
    }

    /** Adds facts that had waited until now. */
    void add(List<Fact> waited) {
        released.addAll(waited);
    }

    /** The facts of one kind, each thing once: of several about the same, the newest, else the last. */
    <F extends Fact> List<Numbered<F>> of(Class<F> kind, Function<F, String> key) {
        Map<String, Numbered<F>> newest = new LinkedHashMap<>();
        for (Fact waited : released) {
            if (!kind.isInstance(waited)) continue;
            F fact = kind.cast(waited);
            newest.merge(key.apply(fact), new Numbered<>(Numbered.LONG_AGO, fact), Batch::newer);
        }
        for (int at = 0; at < facts.size(); at++) {
            if (!kind.isInstance(facts.get(at))) continue;
            Numbered<F> told = new Numbered<>(at, kind.cast(facts.get(at)));
            newest.merge(key.apply(told.fact()), told, Batch::newer);
        }
        return new ArrayList<>(newest.values());
    }

    void judge(Numbered<?> fact, Verdict verdict) {
        if (fact.at() != Numbered.LONG_AGO) verdicts[fact.at()] = verdict;
    }

    Taken taken() {
        return new Taken(Arrays.asList(verdicts));
    }

    Future<RowSet<Row>> run(String statement, Tuple parameters) {
        return tx.preparedQuery(statement).execute(parameters);
    }

    /** The one that tells of a later state; the second when nobody can say. */
    static <F extends Fact> Numbered<F> newer(Numbered<F> first, Numbered<F> second) {
        Instant before = first.fact().changedAt();
        Instant after = second.fact().changedAt();
        boolean isOlder = before != null && after != null && after.isBefore(before);
        return isOlder ? first : Objects.requireNonNull(second);
    }
}
