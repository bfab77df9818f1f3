package outfitter.recommender.ranking;

import java.util.Map;
import java.util.Optional;

/** What people buy in this season ({@link Index#liking}): the only thing to say to somebody of whom nothing is known. */
final class Favourites implements Witness {
    private final Index index;

    Favourites(Index index) {
        this.index = index;
    }

    /** Gives every product that is liked, and suits all anchors, its share of what the most liked one is. */
    void score(Query query, Points points) {
        double most = 0;
        for (int product = 0; product < index.assortment().size(); product++) {
            most = Math.max(most, index.liking(product, query.season()));
        }
        if (most == 0) return;
        for (int product = 0; product < index.assortment().size(); product++) {
            if (query.suitsAll(product)) points.add(product, index.liking(product, query.season()) / most);
        }
    }

    @Override
    public Optional<Evidence> evidence(Query query, int product) {
        int orders = index.seasonOrders(product, query.season());
        if (orders < Index.ENOUGH_ORDERS) return Optional.empty();
        return Optional.of(new Evidence(
                "season", Map.of("count", orders, "season", query.season().code())));
    }
}
