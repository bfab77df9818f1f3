package outfitter.recommender.training;

import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import outfitter.recommender.basket.SparseRows;
import outfitter.recommender.ranking.Blends;
import outfitter.recommender.ranking.Disliked;
import outfitter.recommender.ranking.Index;
import outfitter.recommender.ranking.Ranker;

/**
 * Rankings that have not seen some orders, to be tried on just these: whoever has counted an order says of it what it
 * remembers. Counts and ridge table are made without them; how signals are joined is as it was last learned. For one
 * thread at a time, off the event loop.
 */
public final class Rehearsal {
    /** So many of the log at most are left out at once, lest too little is left to rank by. */
    private static final double MOST = 0.1;

    private final OrderLog log;
    private final int[] orders;
    private final SparseRows titles;
    private final Blends blends;
    private final @Nullable Instant learnedAt;
    private final Disliked disliked;
    private final Instant now;

    /**
     * Over all orders so far.
     *
     * @param blends how signals are joined
     * @param learnedAt when that was learned; null while nothing was, and there is no ridge table
     * @param now where decay begins; the same one gives the same rankings
     */
    public Rehearsal(OrderLog log, Blends blends, @Nullable Instant learnedAt, Disliked disliked, Instant now) {
        this.log = log;
        this.blends = blends;
        this.learnedAt = learnedAt;
        this.disliked = disliked;
        this.now = now;
        orders = log.inTime();
        titles = IndexBuilder.titles(log.assortment());
    }

    /** How many orders can be left out at once. */
    public int most() {
        return Math.max(1, (int) (MOST * orders.length));
    }

    /** When that was learned which the rankings go by; null while nothing was. */
    public @Nullable Instant learnedAt() {
        return learnedAt;
    }

    /** The ranking as it would be if {@code unseen} orders had never been placed. Takes as long as counting does. */
    public Ranker without(Set<Long> unseen) {
        int[] seen = Arrays.stream(orders)
                .filter(order -> !unseen.contains(log.idOf(order)))
                .toArray();
        Index index = IndexBuilder.build(log, seen, titles, now);
        return new Ranker(learnedAt == null ? index : index.with(Lessons.ridge(log, seen, now)), blends, disliked);
    }
}
