package outfitter.recommender.ranking;

import java.util.Map;
import java.util.Optional;

/**
 * What people buy in this season ({@link Index#liking}): the only thing to say to somebody of whom nothing is known, and
 * otherwise a few grains on the scale.
 */
final class Favourites implements Scorer {
    private static final double GRAIN = 0.01;

    private final Index index;

    Favourites(Index index) {
        this.index = index;
    }

    @Override
    public void score(Query query, Points points) {
        double most = 0;
        for (int product = 0; product < index.assortment().size(); product++) {
            most = Math.max(most, index.liking(product, query.season()));
        }
        if (most == 0) return;
        for (int product = 0; product < index.assortment().size(); product++) {
            if (suits(query, product)) points.add(product, GRAIN * index.liking(product, query.season()) / most);
        }
    }

    @Override
    public Optional<Evidence> evidence(Query query, int product) {
        int orders = index.seasonOrders(product, query.season());
        if (orders < Index.ENOUGH_ORDERS) return Optional.empty();
        return Optional.of(new Evidence(
                "season", Map.of("count", orders, "season", query.season().code())));
    }

    private static boolean suits(Query query, int product) {
        for (Anchor anchor : query.anchors()) if (!query.complements(anchor, product)) return false;
        return true;
    }
}
