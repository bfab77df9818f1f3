package outfitter.recommender;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import outfitter.models.shop.Product;
import outfitter.recommender.ranking.Shortlist;
import outfitter.recommender.ranking.Situation;

/** Finds what a customer wishes for among what can be had now. */
final class Wishes {
    /** So many more than are wanted are looked up, as some will be sold out. */
    private static final int SPARE = 4;

    private final ShopFloor floor;

    Wishes(ShopFloor floor) {
        this.floor = floor;
    }

    /** What fits {@code wish} and can be had, best first. */
    Future<List<Found>> find(Wish wish, Situation situation) {
        Finder finder = new Finder(wish, floor.catalogue());
        Shortlist customer = floor.ranker().shortlist(situation);
        return left(finder, customer, finder.inOrder(customer), wish.limit(), List.of());
    }

    // The best are looked up in the store room first: a department has hundreds of variants, and a handful is shown.
    private Future<List<Found>> left(
            Finder finder, Shortlist customer, List<Product> inOrder, int limit, List<Found> before) {
        if (before.size() >= limit || inOrder.isEmpty()) {
            return Future.succeededFuture(before.stream().limit(limit).toList());
        }
        int some = Math.min(inOrder.size(), limit + SPARE);
        List<Product> best = inOrder.subList(0, some);
        return floor.inStock(finder.skus(best)).compose(stock -> {
            List<Found> found = new ArrayList<>(before);
            found.addAll(finder.left(best, customer, stock));
            return left(finder, customer, inOrder.subList(some, inOrder.size()), limit, found);
        });
    }
}
