package outfitter.recommender;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import outfitter.models.merchandising.OrderSample;
import outfitter.models.merchandising.RuleSet;
import outfitter.recommender.merchandising.Circumstances;
import outfitter.recommender.merchandising.Effect;
import outfitter.recommender.merchandising.EffectTally;
import outfitter.recommender.merchandising.Merchandising;
import outfitter.recommender.merchandising.Wares;
import outfitter.recommender.ranking.Ranker;
import outfitter.recommender.ranking.Shortlist;
import outfitter.recommender.ranking.Situation;

/**
 * Tries a draft on a sample of last month's orders, a few at a time, so that the threads it borrows are soon given back.
 * The ranking has counted these orders already: that flatters both sides alike, and their difference stands.
 */
public final class Replay {
    private static final Duration MONTH = Duration.ofDays(30);
    private static final int MOST_ORDERS = 500;
    private static final int AT_HAND_OF_AN_ORDER = 4;
    private static final int AT_ONCE = 25;

    private final Vertx vertx;
    private final OrderSample orders;
    private final Function<Collection<String>, Future<Map<String, Integer>>> stock;

    Replay(Vertx vertx, OrderSample orders, Function<Collection<String>, Future<Map<String, Integer>>> stock) {
        this.vertx = vertx;
        this.orders = orders;
        this.stock = stock;
    }

    /** Hears how far a replay is, on any thread. */
    @FunctionalInterface
    public interface Progress {
        void at(int done, int of);
    }

    private record Sides(RuleSet live, RuleSet draft, Ranker ranker, Wares wares, Circumstances now) {}

    private record Try(String atHand, List<String> order, Shortlist shortlist, boolean last) {}

    Future<Effect> run(RuleSet live, RuleSet draft, Ranker ranker, Wares wares, Instant now, Progress progress) {
        Sides sides = new Sides(live, draft, ranker, wares, Circumstances.at(now));
        EffectTally tally = new EffectTally(wares);
        return orders.draw(now.minus(MONTH), now, MOST_ORDERS).compose(drawn -> {
            progress.at(0, drawn.size());
            return from(0, drawn, sides, tally, progress);
        });
    }

    private Future<Effect> from(int done, List<List<String>> drawn, Sides sides, EffectTally tally, Progress progress) {
        if (done >= drawn.size()) return Future.succeededFuture(tally.effect());
        int next = Math.min(drawn.size(), done + AT_ONCE);
        List<List<String>> some = drawn.subList(done, next);
        return vertx.executeBlocking(() -> tries(some, sides), false)
                .compose(tries -> stock.apply(skus(tries, sides))
                        .compose(inStock -> vertx.executeBlocking(() -> ask(tries, sides, inStock, tally), false)))
                .compose(asked -> {
                    progress.at(next, drawn.size());
                    return from(next, drawn, sides, tally, progress);
                });
    }

    private static List<Try> tries(List<List<String>> orders, Sides sides) {
        List<Try> tries = new ArrayList<>();
        for (List<String> order : orders) {
            int most = Math.min(order.size(), AT_HAND_OF_AN_ORDER);
            for (int i = 0; i < most; i++) {
                Situation looking =
                        Situation.lookingAt(List.of(order.get(i)), sides.now().now());
                tries.add(new Try(order.get(i), order, sides.ranker().shortlist(looking), i == most - 1));
            }
        }
        return tries;
    }

    private static Set<String> skus(List<Try> tries, Sides sides) {
        Set<String> skus = new HashSet<>();
        for (Try each : tries) {
            Set<String> named = Merchandising.named(sides.live(), sides.wares(), each.shortlist());
            named.addAll(Merchandising.named(sides.draft(), sides.wares(), each.shortlist()));
            skus.addAll(each.shortlist().skus(named));
        }
        return skus;
    }

    private static boolean ask(List<Try> tries, Sides sides, Map<String, Integer> inStock, EffectTally tally) {
        Wares wares = sides.wares().with(inStock);
        for (Try each : tries) {
            tally.ask(
                    each.atHand(),
                    each.order(),
                    Merchandising.arrange(
                            each.shortlist(), sides.live(), wares, sides.now(), Merchandising.FOR_THE_DESK),
                    Merchandising.arrange(
                            each.shortlist(), sides.draft(), wares, sides.now(), Merchandising.FOR_THE_DESK));
            if (each.last()) tally.endOrder();
        }
        return true;
    }
}
