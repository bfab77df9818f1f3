package outfitter.recommender;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import outfitter.models.merchandising.OrderSample;
import outfitter.models.merchandising.OrderSample.Drawn;
import outfitter.models.merchandising.RuleSet;
import outfitter.recommender.merchandising.Circumstances;
import outfitter.recommender.merchandising.Effect;
import outfitter.recommender.merchandising.EffectTally;
import outfitter.recommender.merchandising.Merchandising;
import outfitter.recommender.merchandising.Wares;
import outfitter.recommender.ranking.Ranker;
import outfitter.recommender.ranking.Shortlist;
import outfitter.recommender.ranking.Situation;
import outfitter.recommender.training.Rehearsal;

/**
 * Tries a draft on a sample of the orders of the thirty days before today (UTC), a few at a time, so that the threads it
 * borrows are soon given back. What ranks an order has not seen it; the same rules, orders, stock and lesson give the same
 * figures the whole day.
 */
public final class Replay {
    private static final Duration MONTH = Duration.ofDays(30);
    private static final int MOST_ORDERS = 500;
    private static final int AT_HAND_OF_AN_ORDER = 4;
    private static final int AT_ONCE = 25;

    private final Vertx vertx;
    private final OrderSample orders;
    private final Function<Instant, Future<Rehearsal>> rehearsals;
    private final Function<Collection<String>, Future<Map<String, Integer>>> stock;

    /** @param rehearsals gives rankings that have not seen some orders, decay beginning at an instant */
    Replay(
            Vertx vertx,
            OrderSample orders,
            Function<Instant, Future<Rehearsal>> rehearsals,
            Function<Collection<String>, Future<Map<String, Integer>>> stock) {
        this.vertx = vertx;
        this.orders = orders;
        this.rehearsals = rehearsals;
        this.stock = stock;
    }

    /** Hears how far a replay is, on any thread. */
    @FunctionalInterface
    public interface Progress {
        void at(int done, int of);
    }

    /** One replay: what is tried on what. */
    private record Run(
            List<Drawn> drawn,
            Rehearsal rehearsal,
            RuleSet live,
            RuleSet draft,
            Wares wares,
            Circumstances now,
            EffectTally tally,
            Progress progress) {}

    private record Try(String atHand, List<String> order, Shortlist shortlist, boolean last) {}

    Future<Effect> run(RuleSet live, RuleSet draft, Wares wares, Instant now, Progress progress) {
        Instant today = now.truncatedTo(ChronoUnit.DAYS);
        Future<Rehearsal> rehearsal = rehearsals.apply(today);
        Future<List<Drawn>> drawn = orders.draw(today.minus(MONTH), today, MOST_ORDERS);
        return Future.all(rehearsal, drawn).compose(both -> {
            Run run = new Run(
                    drawn.result(),
                    rehearsal.result(),
                    live,
                    draft,
                    wares,
                    Circumstances.at(now),
                    new EffectTally(wares),
                    progress);
            progress.at(0, run.drawn().size());
            return unseen(0, run);
        });
    }

    /** As many orders as can be left out at once, with a ranking that has not seen them; then the next. */
    private Future<Effect> unseen(int done, Run run) {
        int all = run.drawn().size();
        if (done >= all) {
            return Future.succeededFuture(run.tally().effect(run.rehearsal().learnedAt()));
        }
        int end = Math.min(all, done + run.rehearsal().most());
        Set<Long> these =
                run.drawn().subList(done, end).stream().map(Drawn::order).collect(Collectors.toSet());
        return vertx.executeBlocking(
                        () -> Learner.onOneProcessor(() -> run.rehearsal().without(these)), false)
                .compose(ranker -> some(done, end, ranker, run))
                .compose(asked -> unseen(end, run));
    }

    private Future<Boolean> some(int done, int end, Ranker ranker, Run run) {
        if (done >= end) return Future.succeededFuture(true);
        int next = Math.min(end, done + AT_ONCE);
        List<Drawn> few = run.drawn().subList(done, next);
        return vertx.executeBlocking(() -> tries(few, ranker, run), false)
                .compose(tries -> stock.apply(skus(tries, run))
                        .compose(inStock -> vertx.executeBlocking(() -> ask(tries, run, inStock), false)))
                .compose(asked -> {
                    run.progress().at(next, run.drawn().size());
                    return some(next, end, ranker, run);
                });
    }

    private static List<Try> tries(List<Drawn> orders, Ranker ranker, Run run) {
        List<Try> tries = new ArrayList<>();
        for (Drawn order : orders) {
            List<String> products = order.products();
            int most = Math.min(products.size(), AT_HAND_OF_AN_ORDER);
            for (int i = 0; i < most; i++) {
                Situation looking =
                        Situation.lookingAt(List.of(products.get(i)), run.now().now());
                tries.add(new Try(products.get(i), products, ranker.shortlist(looking), i == most - 1));
            }
        }
        return tries;
    }

    private static Set<String> skus(List<Try> tries, Run run) {
        Set<String> skus = new HashSet<>();
        for (Try each : tries) {
            Set<String> named = Merchandising.named(run.live(), run.wares(), each.shortlist());
            named.addAll(Merchandising.named(run.draft(), run.wares(), each.shortlist()));
            skus.addAll(each.shortlist().skus(named));
        }
        return skus;
    }

    private static boolean ask(List<Try> tries, Run run, Map<String, Integer> inStock) {
        Wares wares = run.wares().with(inStock);
        for (Try each : tries) {
            run.tally()
                    .ask(
                            each.atHand(),
                            each.order(),
                            Merchandising.arrange(
                                    each.shortlist(), run.live(), wares, run.now(), Merchandising.FOR_THE_DESK),
                            Merchandising.arrange(
                                    each.shortlist(), run.draft(), wares, run.now(), Merchandising.FOR_THE_DESK));
            if (each.last()) run.tally().endOrder();
        }
        return true;
    }
}
